moved {
  from = aws_instance.web
  to   = aws_instance.app
}

removed {
  from = aws_instance.old

  lifecycle {
    destroy = false
  }
}

import {
  to = aws_s3_bucket.data
  id = "shop-data-111122223333"
}

resource "aws_instance" "app" {
  ami           = var.ami_id
  instance_type = "t4g.micro"
}

resource "aws_s3_bucket" "data" {
  bucket = "shop-data-111122223333"
}

check "health" {
  data "aws_instance" "app" {
    instance_id = aws_instance.app.id
  }

  assert {
    condition     = data.aws_instance.app.instance_state == "running"
    error_message = "The instance is not running."
  }
}

data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "shop-terraform-state"
    key    = "network/terraform.tfstate"
    region = "us-east-1"
  }
}

resource "terraform_data" "subnet" {
  input            = data.terraform_remote_state.network.outputs.private_subnet_ids
  triggers_replace = [aws_instance.app.id]

  provisioner "local-exec" {
    when    = destroy
    command = "echo ${self.output}"
  }
}
