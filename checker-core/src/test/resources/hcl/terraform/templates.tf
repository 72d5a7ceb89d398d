locals {
  greeting = "Hello, %{ if var.name != "" }${var.name}%{ else }world%{ endif }!"
  literal  = "$${not.a.reference} and %%{ not a directive } cost $5 or 100%"
  escapes  = "tab\tline\nquote\"backslash\\ e\u00e9 rocket\U0001F680 end\r"
  nested   = "a${"b${"c"}"}d"
  trimmed  = "a  ${~ var.b ~}  c"
  object   = "${jsonencode({ "a" = [1, 2], b = "x}" })}"
  lines    = "${join("\n", [
    for line in var.lines : "- ${line}"
  ])}"

  config = <<EOF
listen ${var.port}
%{ for name, host in var.hosts ~}
server "${name}" ${host.ip}:${host.port}
%{ if host.backup ~}
  backup
%{ endif ~}
%{ endfor ~}

$${literal} and a $ at the end $
EOF

  indented = <<-EOT
      first
        second

      third ${
        var.third
      }
    EOT
}

resource "aws_api_gateway_stage" "text" {
  rest_api_id = "abc"
  stage_name  = "v1"
  access_log_settings {
    destination_arn = "arn:aws:firehose:${var.region}:${var.account}:deliverystream/amazon-apigateway-logs"
    format          = replace(<<EOF
$context.identity.sourceIp $context.identity.caller
[$context.requestTime] "$context.httpMethod $context.resourcePath"
EOF
    , "\n", " ")
  }
}
