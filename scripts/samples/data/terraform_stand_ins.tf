# What stands in for resources that a sample refers to and leaves out. Everything here may be used without being
# declared, so it holds only what a reader of the sample surely has: an account, a Region, a network.

data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}
