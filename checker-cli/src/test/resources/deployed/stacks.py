"""Makes two CloudFormation stacks, one of JSON and one of YAML, with the stage that each declares.

The emulator makes no stages of templates, so they are made by hand with the tags that AWS gives them.
usage: stacks.py ENDPOINT ACCOUNT"""

import json
import sys

import boto3

STAGE = {
    "Type": "AWS::ApiGateway::Stage",
    "Properties": {"RestApiId": {"Ref": "Api"}, "DeploymentId": "d1", "StageName": "prod"},
}
API = {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "orders"}}
JSON = json.dumps(
    {
        "Parameters": {"StageName": {"Type": "String", "Default": "test"}},
        "Resources": {
            "Api": API,
            "Stage": {**STAGE, "Properties": {**STAGE["Properties"], "StageName": {"Ref": "StageName"}}},
        },
    }
)
YAML = """\
# kept as it was given
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: carts}
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: !Ref Api, DeploymentId: d1, StageName: prod}
"""


def client(service):
    return boto3.client(
        service,
        endpoint_url=sys.argv[1],
        region_name="eu-west-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


gateway = client("apigateway")
for name, template in {"orders": JSON, "carts": YAML}.items():
    client("cloudformation").create_stack(
        StackName=name,
        TemplateBody=template,
        Parameters=[{"ParameterKey": "StageName", "ParameterValue": "prod"}] if name == "orders" else [],
        Tags=[{"Key": "Owner", "Value": name}, {"Key": "CostCenter", "Value": "42"}],
    )
    api = gateway.create_rest_api(name=name)["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    gateway.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    gateway.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type="MOCK")
    deployment = gateway.create_deployment(restApiId=api)["id"]
    gateway.create_stage(
        restApiId=api,
        stageName="prod",
        deploymentId=deployment,
        tags={"aws:cloudformation:stack-name": name, "aws:cloudformation:logical-id": "Stage"},
    )
