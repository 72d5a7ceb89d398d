terraform {
  required_version = ">= 1.5, < 2.0"

  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.40"
      configuration_aliases = [aws.logs]
    }
  }

  backend "s3" {
    bucket = "state-bucket"
    key    = "orders/terraform.tfstate"
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = { Owner = "shop", Managed = true }
  }
}

provider "aws" {
  alias  = "logs"
  region = "eu-central-1"
  assume_role { role_arn = "arn:aws:iam::${var.log_account}:role/logs" }
}

module "orders" {
  source    = "./modules/api"
  providers = { aws = aws, aws.logs = aws.logs }

  for_each = local.stages
  name     = each.key
  settings = each.value
}

moved {
  from = module.api["orders"]
  to   = module.orders["orders"]
}

import {
  to = aws_api_gateway_account.this
  id = "api-gateway-account"
}

check "alive" {
  data "http" "endpoint" {
    url = module.orders["orders"].url
  }

  assert {
    condition     = data.http.endpoint.status_code == 200
    error_message = "${data.http.endpoint.url} answered ${data.http.endpoint.status_code}"
  }
}
