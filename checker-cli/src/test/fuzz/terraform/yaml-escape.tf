locals { y = yamldecode("\"\\u") }
resource "aws_api_gateway_stage" "s" { stage_name = yamldecode("\"\\Uffffffff\"") }
