resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  role_arn = var.role_arn
  type     = "STANDARD"

  definition = templatefile("${path.module}/orders.asl.json", {
    charge_function = aws_lambda_function.charge.arn
  })

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.orders.arn}:*"
    include_execution_data = true
    level                  = "ERROR"
  }
}

resource "aws_lambda_function" "charge" {
  function_name = "charge"
  role          = var.lambda_role_arn
  package_type  = "Image"
  image_uri     = var.image_uri
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/vendedlogs/states/orders"
  retention_in_days = terraform.workspace == "prod" ? 365 : 14
}

resource "aws_apigatewayv2_api" "http" {
  name          = "orders"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://www.example.com"]
    allow_methods = ["GET", "POST"]
  }
}

resource "aws_apigatewayv2_route" "create" {
  api_id    = aws_apigatewayv2_api.http.id
  route_key = "POST /orders"
  target    = "integrations/${aws_apigatewayv2_integration.orders.id}"
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id              = aws_apigatewayv2_api.http.id
  integration_type    = "AWS_PROXY"
  integration_subtype = "StepFunctions-StartExecution"
  credentials_arn     = var.api_role_arn

  request_parameters = {
    StateMachineArn = aws_sfn_state_machine.orders.arn
    Input           = "$request.body"
  }
}
