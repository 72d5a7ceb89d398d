resource "aws_lambda_function" "handler" {
  function_name = "${var.prefix}-handler"
  role          = aws_iam_role.handler.arn
  handler       = "main.handler"
  runtime       = "python3.12"
  filename      = data.archive_file.handler.output_path
  timeout       = 30
  memory_size   = 512

  source_code_hash = filebase64sha256(data.archive_file.handler.output_path)

  environment {
    variables = {
      TABLE   = aws_dynamodb_table.orders.name
      LEVEL   = var.environment == "prod" ? "INFO" : "DEBUG"
      ORIGINS = join(",", formatlist("https://%s", var.origins))
    }
  }

  dynamic "vpc_config" {
    for_each = var.vpc == null ? [] : [var.vpc]
    iterator = vpc
    content {
      subnet_ids         = vpc.value.subnets
      security_group_ids = vpc.value["security_groups"]
    }
  }

  provisioner "local-exec" {
    when    = destroy
    command = <<-SH
      #!/bin/sh
      set -eu
      echo "gone: $${NAME:-unknown}" >&2
      for f in *.zip; do rm -- "$f"; done
    SH
  }

  lifecycle {
    ignore_changes = [
      tags["LastDeployed"],
      environment[0].variables,
    ]
    precondition {
      condition     = length(var.prefix) <= 20 && can(regex("^[a-z-]+$", var.prefix))
      error_message = "A prefix has at most 20 lower-case letters."
    }
  }
}
