"""Runs the emulator of AWS (moto) on a port of loopback, with what it lacks: for REST APIs of Terraform
the status that the provider waits for, and definitions whose integrations have no URI; the list of the
authorizers of an HTTP or WebSocket API."""

import inspect
import json
import sys

from moto.apigateway.models import APIGatewayBackend, RestAPI
from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.server import main

to_dict = RestAPI.to_dict
put_integration = APIGatewayBackend.put_integration


# moto 5.2.1 passes these by position for a request and by name for a definition.
def without_uri(backend, *values, **named):
    given = inspect.signature(put_integration).bind_partial(backend, *values, **named).arguments
    return put_integration(**{"uri": "", "integration_method": "", **given})


def get_authorizers(response):
    api = response.apigatewayv2_backend.get_api(response.path.split("/")[-2])
    return 200, {}, json.dumps({"items": [each.to_json() for each in api.authorizers.values()]})


ApiGatewayV2Response.get_authorizers = get_authorizers
RestAPI.to_dict = lambda api: {**to_dict(api), "apiStatus": "AVAILABLE"}
APIGatewayBackend.put_integration = without_uri
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
