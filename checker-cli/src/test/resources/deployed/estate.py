"""Fills an emulator of AWS with the estate that labels.txt describes: estate.py ENDPOINT ACCOUNT."""
import json
import sys

import boto3

ENDPOINT, ACCOUNT = sys.argv[1:3]
FULL = json.dumps(
    {
        "requestId": "$context.requestId",
        "ip": "$context.identity.sourceIp",
        "status": "$context.status",
        "latency": "$context.responseLatency",
    }
)
WEBSOCKET = FULL.replace("responseLatency", "integrationLatency")
OWNED = {"Owner": "tickets", "CostCenter": "4711"}
ACTIONS = ["CreateLogGroup", "CreateLogStream", "DescribeLogGroups", "DescribeLogStreams"]
ACTIONS += ["PutLogEvents", "GetLogEvents", "FilterLogEvents"]


class Region:
    def __init__(self, name):
        self.name = name
        self.logs, self.rest, self.v2, self.cloudwatch, self.firehose = (
            boto3.client(
                service,
                region_name=name,
                endpoint_url=ENDPOINT,
                aws_access_key_id="test",
                aws_secret_access_key="test",
            )
            for service in ("logs", "apigateway", "apigatewayv2", "cloudwatch", "firehose")
        )

    def arn(self, group):
        return f"arn:aws:logs:{self.name}:{ACCOUNT}:log-group:{group}"

    def group(self, name, days=None, tags=None):
        self.logs.create_log_group(logGroupName=name, tags=tags or {})
        if days:
            self.logs.put_retention_policy(logGroupName=name, retentionInDays=days)

    def stream_arn(self, name):
        return f"arn:aws:firehose:{self.name}:{ACCOUNT}:deliverystream/{name}"

    def stream(self, name, tags=None):
        pairs = [{"Key": key, "Value": value} for key, value in (tags or {}).items()]
        self.firehose.create_delivery_stream(
            DeliveryStreamName=name,
            **({"Tags": pairs} if pairs else {}),
            ExtendedS3DestinationConfiguration={
                "RoleARN": f"arn:aws:iam::{ACCOUNT}:role/stream",
                "BucketARN": "arn:aws:s3:::access-logs",
            },
        )

    def rest_stage(self, api, stage, group=None, log_format=FULL, tags=None, stream=None):
        id = self.rest.create_rest_api(name=api)["id"]
        root = self.rest.get_resources(restApiId=id)["items"][0]["id"]
        method = {"restApiId": id, "resourceId": root, "httpMethod": "GET"}
        self.rest.put_method(**method, authorizationType="NONE")
        self.rest.put_integration(**method, type="MOCK", integrationHttpMethod="POST")
        deployment = self.rest.create_deployment(restApiId=id)["id"]
        named = {"restApiId": id, "stageName": stage}
        self.rest.create_stage(**named, deploymentId=deployment, tags=tags or {})
        if group or stream:
            destination = self.stream_arn(stream) if stream else self.arn(group)
            values = {"destinationArn": destination, "format": log_format}
            self.rest.update_stage(
                **named,
                patchOperations=[
                    {"op": "replace", "path": "/accessLogSettings/" + key, "value": value}
                    for key, value in values.items()
                ],
            )
        return id

    def stage(self, api, stage, group=None, log_format=FULL, tags=None, protocol="HTTP"):
        route = {"RouteSelectionExpression": "$request.body.action"} if protocol != "HTTP" else {}
        id = self.v2.create_api(Name=api, ProtocolType=protocol, **route)["ApiId"]
        log = {"AccessLogSettings": {"DestinationArn": self.arn(group), "Format": log_format}} if group else {}
        self.v2.create_stage(ApiId=id, StageName=stage, Tags=tags or {}, **log)
        return id


ireland = Region("eu-west-1")
ireland.group("/apis/tickets", 90, OWNED)
ireland.group("/apis/forever", None, OWNED)
ireland.group("/apis/untagged", 30)
tickets = ireland.rest_stage("tickets", "live", "/apis/tickets", tags=OWNED)
ireland.rest.create_authorizer(
    restApiId=tickets,
    name="pool",
    type="COGNITO_USER_POOLS",
    providerARNs=[f"arn:aws:cognito-idp:eu-west-1:{ACCOUNT}:userpool/eu-west-1_a"],
    identitySource="method.request.header.Authorization",
)
ireland.rest_stage("tickets-old", "unlogged", tags=OWNED)
ireland.rest_stage("reports", "forever", "/apis/forever", tags=OWNED)
ireland.rest_stage("refunds", "gone", "/apis/deleted", tags=OWNED)
ireland.rest_stage("seats", "untagged", "/apis/untagged")
search = ireland.stage("search", "search", "/apis/tickets", tags=OWNED)
ireland.v2.create_authorizer(
    ApiId=search,
    Name="function",
    AuthorizerType="REQUEST",
    IdentitySource=["$request.header.Authorization"],
    AuthorizerPayloadFormatVersion="2.0",
    AuthorizerUri=f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:authorize",
)
ireland.stage("search-old", "short", "/apis/tickets", '{"id":"$context.requestId"}', OWNED)
ireland.stage("queue", "queue", "/apis/tickets", WEBSOCKET, OWNED, "WEBSOCKET")
ireland.stage("queue-old", "quiet", None, None, OWNED, "WEBSOCKET")
ireland.stream("amazon-apigateway-owned", OWNED)
ireland.stream("amazon-apigateway-untagged")
ireland.stream("events", OWNED)
ireland.rest_stage("lounge", "streamed", tags=OWNED, stream="amazon-apigateway-owned")
ireland.rest_stage("lounge-old", "streamed-untagged", tags=OWNED, stream="amazon-apigateway-untagged")
ireland.rest_stage("gates", "streamed-gone", tags=OWNED, stream="amazon-apigateway-deleted")
ireland.rest_stage("gates-old", "streamed-misnamed", tags=OWNED, stream="events")
ireland.cloudwatch.put_metric_alarm(
    AlarmName="tickets-5xx",
    Namespace="AWS/ApiGateway",
    MetricName="5XXError",
    Dimensions=[{"Name": "ApiName", "Value": "tickets"}],
    Statistic="Sum",
    Period=60,
    EvaluationPeriods=1,
    Threshold=1,
    ComparisonOperator="GreaterThanThreshold",
)
ireland.logs.put_metric_filter(
    logGroupName="/apis/tickets",
    filterName="errors",
    filterPattern="{ $.status >= 500 }",
    metricTransformations=[{"metricName": "Errors", "metricNamespace": "Tickets", "metricValue": "1"}],
)

iam = boto3.client(
    "iam", endpoint_url=ENDPOINT, region_name="eu-west-1", aws_access_key_id="test", aws_secret_access_key="test"
)
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"}, "Action": "sts:AssumeRole"}
    ],
}
WRITE = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["logs:" + action for action in ACTIONS], "Resource": "*"}],
}
role = iam.create_role(
    RoleName="apigw-push-logs", Path="/platform/", AssumeRolePolicyDocument=json.dumps(TRUST)
)["Role"]["Arn"]
policy = iam.create_policy(PolicyName="push-logs", Path="/platform/", PolicyDocument=json.dumps(WRITE))
iam.attach_role_policy(RoleName="apigw-push-logs", PolicyArn=policy["Policy"]["Arn"])
iam.put_role_policy(RoleName="apigw-push-logs", PolicyName="inline", PolicyDocument=json.dumps(WRITE))
ireland.rest.update_account(
    patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": role}]
)

# The account has no role in this Region.
virginia = Region("us-east-1")
virginia.group("/apis/tickets", 90, OWNED)
virginia.rest_stage("tickets", "us", "/apis/tickets", tags=OWNED)
virginia.stage("search", "us-search", "/apis/tickets", tags=OWNED)
