package dev.iacguard.lsp;

/** Code that tests edit. */
final class Texts {
  private Texts() {}

  /** A stage with findings: retention, format and tags. */
  static final String MAIN =
      """
      variable "days" {
        default = 0
      }

      resource "aws_cloudwatch_log_group" "log" {
        name              = "/api"
        retention_in_days = var.days
      }

      resource "aws_apigatewayv2_api" "api" {
        name          = "orders"
        protocol_type = "HTTP"
      }

      resource "aws_apigatewayv2_stage" "prod" {
        api_id = aws_apigatewayv2_api.api.id
        name   = "prod"
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.log.arn
          format          = "$context.requestId $context.foo"
        }
      }
      """;
}
