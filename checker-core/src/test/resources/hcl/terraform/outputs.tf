output "invoke_urls" {
  description = "By stage"
  value       = { for name, stage in aws_api_gateway_stage.orders : name => stage.invoke_url }
}

output "log_groups" {
  value = concat(
    values(aws_cloudwatch_log_group.access)[*].name,
    aws_cloudwatch_log_group.quotes.*.name,
    [],
  )
}

output "arguments" {
  value = max(var.numbers...)
}

output "first_tag" {
  value     = element(split(":", var.tags["Name"]), 0)
  sensitive = true
}
