module "orders" {
  source = "./modules/api"
  name   = "orders"
  fields = "$context.requestId" # 😀 is two columns
}

resource "aws_apigatewayv2_api" "plain" {
  name          = "plain"
  protocol_type = "HTTP"
}

variable "audited" {
  type = bool
}

# iac-guard:ignore IG109 until=2027-03-31 reason="tagged by the pipeline"
resource "aws_apigatewayv2_stage" "plain" {
  api_id = aws_apigatewayv2_api.plain.id
  name   = "live"

  dynamic "access_log_settings" {
    for_each = var.audited ? [1] : []
    content {
      destination_arn = var.destination
      format          = "$context.requestId $context.identity.sourceIp $context.status $context.responseLatency"
    }
  }
}

variable "destination" {
  type = string
}
