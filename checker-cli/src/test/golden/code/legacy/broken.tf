resource "aws_api_gateway_stage" "<b>old</b>" {
