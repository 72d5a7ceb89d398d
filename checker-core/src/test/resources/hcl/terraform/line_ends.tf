# Written on another system: every line ends with carriage return and line feed.
resource "aws_api_gateway_stage" "crlf" {
  stage_name = "v1" // a comment
  description = <<-EOT
    two
      lines
  EOT
  variables = {
    a = "1",
    b = "2"
  }
}
