variable "env" { type = object({ name = optional(string, "x"), days = number }) }
locals {
  names = { for k, v in { a = 1, b = var.env.days } : upper(k) => v if v != 3 }
  text  = join(",", [for i in range(3) : format("%s-%02d", var.env.name, i)])
}
module "m" {
  source   = "./m"
  for_each = toset(split(",", local.text))
  name     = each.key
}
resource "aws_api_gateway_stage" "s" {
  count      = length(local.names)
  stage_name = element(keys(local.names), count.index)
  tags       = merge(local.names, { a = try(jsondecode("[1]")[2], "none") })
  dynamic "access_log_settings" {
    for_each = var.env.days > 1 ? [1] : []
    content {
      destination_arn = replace(module.m["x-00"].arn, "/:\\*$/", "")
      format          = jsonencode({ id = "$context.requestId" })
    }
  }
}
=== m/main.tf
variable "name" {}
resource "aws_cloudwatch_log_group" "g" {
  name              = templatefile("${path.module}/n.tftpl", { n = var.name })
  retention_in_days = lookup({ x = 7 }, substr(var.name, 0, 1), null)
}
output "arn" { value = aws_cloudwatch_log_group.g.arn }
=== m/n.tftpl
%{ if n != "" }${n}%{ endif }
=== terraform.tfvars
env = { days = 2 }
