resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  engine_version = "17.4"
  instance_class = "db.r7g.large"

  allocated_storage     = 100
  max_allocated_storage = 500
  storage_type          = "gp3"
  storage_encrypted     = true

  db_name                     = "orders"
  username                    = "app"
  manage_master_user_password = true

  multi_az               = true
  db_subnet_group_name   = aws_db_subnet_group.orders.name
  vpc_security_group_ids = var.security_group_ids

  backup_retention_period         = 14
  deletion_protection             = true
  skip_final_snapshot             = false
  final_snapshot_identifier       = "orders-final"
  performance_insights_enabled    = true
  enabled_cloudwatch_logs_exports = ["postgresql"]

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [engine_version, tags["Owner"]]

    precondition {
      condition     = length(var.security_group_ids) > 0
      error_message = "At least one security group is needed."
    }
  }

  timeouts {
    create = "60m"
  }
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders"
  subnet_ids = var.subnet_ids
}

variable "security_group_ids" {
  type        = list(string)
  description = "What may be attached"

  validation {
    condition     = alltrue([for id in var.security_group_ids : startswith(id, "sg-")])
    error_message = "Each must be the ID of a security group."
  }
}

output "secret_arn" {
  value = one(aws_db_instance.orders.master_user_secret[*].secret_arn)
}

output "endpoint" {
  value     = aws_db_instance.orders.endpoint
  sensitive = false
}
