resource "aws_cloudwatch_event_rule" "orders" {
  name           = "orders-placed"
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  event_pattern = jsonencode({
    source      = ["shop.orders"]
    detail-type = ["OrderPlaced"]
    detail      = { total = [{ numeric = [">", 100] }] }
  })
}

resource "aws_cloudwatch_event_bus" "shop" {
  name = "shop"
}

resource "aws_cloudwatch_event_target" "queue" {
  rule           = aws_cloudwatch_event_rule.orders.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  arn            = aws_sqs_queue.orders.arn

  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 10
  }

  input_transformer {
    input_paths    = { id = "$.detail.id" }
    input_template = <<-EOT
      {"order": <id>}
    EOT
  }
}

resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = 90
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "dead" {
  name = "orders-dead"
}

resource "aws_sns_topic_subscription" "orders" {
  topic_arn     = var.topic_arn
  protocol      = "sqs"
  endpoint      = aws_sqs_queue.orders.arn
  filter_policy = jsonencode({ type = ["created"] })
}
