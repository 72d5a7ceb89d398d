variable "name" {}
variable "fields" {}

locals {
  format = "{\"id\": \"${var.fields}\"}"
}

resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "this" {
  api_id = aws_apigatewayv2_api.this.id
  name   = "live"
  tags   = { Owner = "shop", CostCenter = "1" }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.this.arn
    format          = local.format
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/api/${var.name}"
  retention_in_days = 30
  tags              = { Owner = "shop", CostCenter = "1" }
}
