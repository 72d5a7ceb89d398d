resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_apigatewayv2_route" "these" {
  for_each = {
    "$connect"    = "connect"
    "$disconnect" = "disconnect"
    "$default"    = "message"
  }

  api_id    = aws_apigatewayv2_api.chat.id
  route_key = each.key
  target    = "integrations/${aws_apigatewayv2_integration.these[each.value].id}"
}

resource "aws_apigatewayv2_integration" "these" {
  for_each           = toset(["connect", "disconnect", "message"])
  api_id             = aws_apigatewayv2_api.chat.id
  integration_type   = "AWS_PROXY"
  integration_uri    = aws_lambda_function.chat[each.value].invoke_arn
  integration_method = "POST"
}

resource "aws_apigatewayv2_stage" "chat" {
  api_id = aws_apigatewayv2_api.chat.id
  name   = "live"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.chat.arn
    format          = "$context.identity.sourceIp - - [$context.requestTime] \"$context.eventType $context.routeKey\" $context.status"
  }
}

resource "aws_cloudwatch_log_group" "chat" {
  name = "chat"
}
