# The orders API: one REST API with a stage for each environment.

resource "aws_api_gateway_rest_api" "orders" {
  name        = "orders-${var.environment}"
  description = "Takes and tracks orders"

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = local.tags
}

resource "aws_api_gateway_resource" "order" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  parent_id   = aws_api_gateway_rest_api.orders.root_resource_id
  path_part   = "{orderId}" # a path parameter, not a template sequence
}

resource "aws_api_gateway_method" "get_order" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  resource_id   = aws_api_gateway_resource.order.id
  http_method   = "GET"
  authorization = "AWS_IAM"

  request_parameters = {
    "method.request.path.orderId" = true
  }
}

resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id

  triggers = {
    redeployment = sha1(jsonencode([
      aws_api_gateway_resource.order.id,
      aws_api_gateway_method.get_order.id,
    ]))
  }

  lifecycle { create_before_destroy = true }

  depends_on = [aws_api_gateway_method.get_order]
}

resource "aws_api_gateway_stage" "orders" {
  for_each = toset(var.stages)

  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = aws_api_gateway_deployment.orders.id
  stage_name    = each.value

  access_log_settings {
    destination_arn = "${aws_cloudwatch_log_group.access[each.key].arn}:*"
    format = jsonencode({
      requestId = "$context.requestId"
      ip        = "$context.identity.sourceIp"
      status    = "$context.status", latency = "$context.responseLatency"
    })
  }
}

resource "aws_cloudwatch_log_group" "access" {
  for_each          = toset(var.stages)
  name              = "/apigw/orders/${each.value}"
  retention_in_days = each.value == "prod" ? 365 : 30
}
