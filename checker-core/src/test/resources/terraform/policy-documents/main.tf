# Every document here is known from the code alone; documents.txt holds what the provider makes of it.
data "aws_iam_policy_document" "plain" {
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "empty" {}

data "aws_iam_policy_document" "lists" {
  version   = "2008-10-17"
  policy_id = "lists"
  statement {
    sid           = "Everything"
    effect        = "Deny"
    not_actions   = ["logs:PutLogEvents", "logs:CreateLogStream", "logs:PutLogEvents"]
    not_resources = ["arn:aws:logs:*:*:log-group:b", "arn:aws:logs:*:*:log-group:a"]
  }
  statement {
    sid       = ""
    actions   = []
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "principals" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com", "edgelambda.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }
  statement {
    actions = ["sts:TagSession"]
    not_principals {
      type        = "Federated"
      identifiers = ["accounts.google.com"]
    }
  }
}

data "aws_iam_policy_document" "everybody" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "conditions" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:s3:::home/&{aws:username}/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["123456789012"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["210987654321"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["&{aws:PrincipalTag/team}", "orders"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:execute-api:*:123456789012:*"]
    }
  }
}

data "aws_iam_policy_document" "repeated" {
  dynamic "statement" {
    for_each = { read = ["logs:GetLogEvents"], write = ["logs:PutLogEvents"] }
    content {
      sid       = statement.key
      actions   = statement.value
      resources = ["*"]
      dynamic "condition" {
        for_each = statement.key == "write" ? ["a", "b"] : []
        iterator = tag
        content {
          test     = "StringEquals"
          variable = "aws:PrincipalTag/${tag.value}"
          values   = [tag.value]
        }
      }
    }
  }
}

data "aws_iam_policy_document" "sources" {
  source_policy_documents = [
    data.aws_iam_policy_document.plain.json,
    data.aws_iam_policy_document.repeated.json,
    data.aws_iam_policy_document.lists.json,
  ]
  statement {
    sid       = "write"
    actions   = ["logs:CreateLogGroup"]
    resources = ["*"]
  }
  statement {
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "overrides" {
  statement {
    sid       = "write"
    actions   = ["logs:CreateLogGroup"]
    resources = ["*"]
  }
  statement {
    sid       = "keep"
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }
  override_policy_documents = [
    data.aws_iam_policy_document.repeated.json,
    jsonencode({
      Version = "2012-10-17"
      Id      = "second"
      Statement = [
        { Sid = "write", Effect = "Deny", Action = "logs:*", Resource = ["*"] },
        { Effect = "Allow", Action = ["a:B", "c:D"], Principal = "*", Resource = "*" },
      ]
    }),
  ]
}

data "aws_iam_policy_document" "sources_and_overrides" {
  source_policy_documents   = [data.aws_iam_policy_document.overrides.json]
  override_policy_documents = [data.aws_iam_policy_document.sources.json]
}

data "aws_iam_policy_document" "sources_alone" {
  source_policy_documents = [
    data.aws_iam_policy_document.principals.json,
    data.aws_iam_policy_document.everybody.json,
    data.aws_iam_policy_document.conditions.json,
  ]
}

data "aws_iam_policy_document" "no_sources" {
  source_policy_documents   = []
  override_policy_documents = null
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "old_source" {
  source_policy_documents = [
    jsonencode({ Version = "2008-10-17", Id = "old", Statement = [] }),
  ]
}
