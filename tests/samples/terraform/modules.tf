module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"

  name            = "main"
  cidr            = "10.0.0.0/16"
  azs             = ["us-east-1a", "us-east-1b"]
  private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]

  providers = {
    aws = aws.west
  }
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

module "service" {
  source   = "./modules/service"
  for_each = var.services

  name       = each.key
  port       = each.value.port
  subnet_ids = module.vpc.private_subnets
}

variable "services" {
  type = map(object({
    port   = number
    public = optional(bool, false)
  }))
  default = {
    orders = { port = 8080 }
  }
}

resource "aws_route53_record" "service" {
  provider = aws.west
  for_each = { for name, service in var.services : name => service if service.public }

  zone_id = var.zone_id
  name    = "${each.key}.example.com"
  type    = "A"

  alias {
    name                   = module.service[each.key].dns_name
    zone_id                = module.service[each.key].zone_id
    evaluate_target_health = true
  }
}
