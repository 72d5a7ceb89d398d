"""Fills an emulator of AWS with the stages of stages.json beside it: same.py ENDPOINT ACCOUNT."""

import json
import pathlib
import sys

import boto3

ENDPOINT, ACCOUNT = sys.argv[1:3]
FORMAT = '{"requestId":"$context.requestId","status":"$context.status"}'
TAGS = {"Owner": "tickets", "CostCenter": "4711"}
FUNCTION = f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:authorize"


def client(service):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name="eu-west-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


logs, rest, v2, firehose = map(client, ("logs", "apigateway", "apigatewayv2", "firehose"))


def destination(stage):
    if not stage["stream"]:
        group = "/apis/" + stage["name"]
        logs.create_log_group(logGroupName=group, tags=stage["tags"])
        logs.put_retention_policy(logGroupName=group, retentionInDays=90)
        return f"arn:aws:logs:eu-west-1:{ACCOUNT}:log-group:{group}"
    pairs = [{"Key": key, "Value": value} for key, value in stage["tags"].items()]
    firehose.create_delivery_stream(
        DeliveryStreamName=stage["stream"],
        **({"Tags": pairs} if pairs else {}),
        ExtendedS3DestinationConfiguration={
            "RoleARN": f"arn:aws:iam::{ACCOUNT}:role/stream",
            "BucketARN": "arn:aws:s3:::access-logs",
        },
    )
    return f"arn:aws:firehose:eu-west-1:{ACCOUNT}:deliverystream/{stage['stream']}"


def make_rest(stage, arn):
    id = rest.create_rest_api(name=stage["name"])["id"]
    root = rest.get_resources(restApiId=id)["items"][0]["id"]
    method = {"restApiId": id, "resourceId": root, "httpMethod": "GET"}
    rest.put_method(**method, authorizationType="NONE")
    rest.put_integration(**method, type="MOCK", integrationHttpMethod="POST")
    deployment = rest.create_deployment(restApiId=id)["id"]
    named = {"restApiId": id, "stageName": stage["name"]}
    rest.create_stage(**named, deploymentId=deployment, tags=TAGS)
    rest.update_stage(
        **named,
        patchOperations=[
            {"op": "replace", "path": "/accessLogSettings/" + key, "value": value}
            for key, value in {"destinationArn": arn, "format": FORMAT}.items()
        ],
    )
    if stage["authorizer"] == "COGNITO_USER_POOLS":
        pool = f"arn:aws:cognito-idp:eu-west-1:{ACCOUNT}:userpool/eu-west-1_a"
        rest.create_authorizer(restApiId=id, name="a", type="COGNITO_USER_POOLS", providerARNs=[pool])
    elif stage["authorizer"]:
        rest.create_authorizer(restApiId=id, name="a", type=stage["authorizer"], authorizerUri=FUNCTION)


def make(stage, arn):
    route = {"RouteSelectionExpression": "$request.body.action"} if stage["api"] == "WEBSOCKET" else {}
    id = v2.create_api(Name=stage["name"], ProtocolType=stage["api"], **route)["ApiId"]
    v2.create_stage(
        ApiId=id,
        StageName=stage["name"],
        Tags=TAGS,
        AccessLogSettings={"DestinationArn": arn, "Format": FORMAT},
    )
    if stage["authorizer"]:
        v2.create_authorizer(
            ApiId=id,
            Name="a",
            AuthorizerType=stage["authorizer"],
            IdentitySource=["$request.header.Authorization"],
            **(
                {"JwtConfiguration": {"Audience": ["a"], "Issuer": "https://example.com"}}
                if stage["authorizer"] == "JWT"
                else {"AuthorizerUri": FUNCTION, "AuthorizerPayloadFormatVersion": "2.0"}
            ),
        )


for each in json.loads(pathlib.Path(__file__).with_name("stages.json").read_text()):
    (make_rest if each["api"] == "REST" else make)(each, destination(each))
