/*
 * An HTTP API with its default stage.
 * The format is written as a heredoc, as older code has it.
 */
resource "aws_apigatewayv2_api" "quotes" {
  name          = format("%s-quotes", var.prefix)
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://shop.example", "https://admin.example"]
    allow_methods = ["GET", "POST"]
    max_age       = 60 * 60 * 24
  }
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.quotes.id
  name        = "$default"
  auto_deploy = true

  dynamic "access_log_settings" {
    for_each = var.access_logs ? [1] : []

    content {
      destination_arn = try(aws_cloudwatch_log_group.quotes[0].arn, null)
      format          = <<-EOT
        { "requestId":"$context.requestId",
          "ip": "$context.identity.sourceIp",
          "caller":"$context.identity.caller",
          "status":"$context.status" }
      EOT
    }
  }

  default_route_settings {
    throttling_burst_limit = 5000
    throttling_rate_limit  = 1.5e3
  }
}

resource "aws_cloudwatch_log_group" "quotes" {
  count = var.access_logs ? 1 : 0

  name              = "/apigw/${aws_apigatewayv2_api.quotes.name}"
  retention_in_days = var.retention.days
  kms_key_id        = one(aws_kms_key.logs[*].arn)
}

output "endpoints" {
  value = aws_apigatewayv2_stage.default.*.invoke_url
}
