"""State machines that the tests change in one place."""

from tests.samples.cases import changed_in

ORDERS = """\
{
  "Comment": "Pay and ship",
  "StartAt": "Pay",
  "States": {
    "Pay": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": {
        "FunctionName": "pay",
        "Payload": { "orderId.$": "$.id", "at.$": "States.Format('{}', $$.State.EnteredTime)" }
      },
      "ResultPath": "$.payment",
      "TimeoutSeconds": 30,
      "Retry": [
        { "ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 1, "MaxDelaySeconds": 20 },
        { "ErrorEquals": ["States.ALL"], "MaxAttempts": 2, "BackoffRate": 2, "JitterStrategy": "FULL" }
      ],
      "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refused" }],
      "Next": "Express?"
    },
    "Express?": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.express", "BooleanEquals": true, "Next": "Ship" },
        {
          "And": [
            { "Variable": "$.total", "NumericGreaterThan": 100 },
            { "Not": { "Variable": "$.country", "StringEquals": "US" } }
          ],
          "Next": "Ship"
        }
      ],
      "Default": "Wait"
    },
    "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ship" },
    "Ship": {
      "Type": "Map",
      "ItemsPath": "$.items",
      "MaxConcurrency": 5,
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "INLINE" },
        "StartAt": "Save",
        "States": {
          "Save": {
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem",
            "Parameters": { "TableName": "items", "Item": { "id": { "S.$": "$.id" } } },
            "End": true
          }
        }
      },
      "Next": "Approve"
    },
    "Approve": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": {
        "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/approvals",
        "MessageBody": { "token.$": "$$.Task.Token" }
      },
      "HeartbeatSeconds": 3600,
      "TimeoutSeconds": 86400,
      "Next": "Done"
    },
    "Done": { "Type": "Succeed", "InputPath": "$.payment" },
    "Refused": { "Type": "Fail", "Error": "Refused", "CausePath": "$.error.Cause" }
  }
}
"""
JSONATA = """\
{
  "QueryLanguage": "JSONata",
  "StartAt": "Look",
  "States": {
    "Look": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:getItem",
      "Arguments": {
        "TableName": "orders",
        "Key": { "id": { "S": "{% $states.input.id %}" } }
      },
      "TimeoutSeconds": "{% $states.input.limit %}",
      "Assign": { "total": "{% $states.result.Item.total.N %}" },
      "Output": "{% $states.result.Item %}",
      "Next": "Large?"
    },
    "Large?": {
      "Type": "Choice",
      "Choices": [{ "Condition": "{% $number($total) > 100 %}", "Next": "Both" }],
      "Default": "Done"
    },
    "Both": {
      "Type": "Parallel",
      "Branches": [
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "a": 1 }, "End": true } } },
        { "StartAt": "B", "States": { "B": { "Type": "Wait", "Seconds": "{% $total %}", "End": true } } }
      ],
      "Next": "Run"
    },
    "Run": {
      "Type": "Task",
      "Resource": "arn:aws:states:::ecs:runTask.sync",
      "Arguments": {
        "Cluster": "jobs",
        "TaskDefinition": "report:3",
        "LaunchType": "FARGATE",
        "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": "{% $states.input.subnets %}" } }
      },
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}
"""
HTTP = """\
{
  "StartAt": "Call",
  "States": {
    "Call": {
      "Type": "Task",
      "Resource": "arn:aws:states:::http:invoke",
      "Parameters": {
        "ApiEndpoint": "https://api.example.com/orders",
        "Method": "POST",
        "InvocationConfig": { "ConnectionArn": "arn:aws:events:us-east-1:111122223333:connection/shop/0" }
      },
      "Retry": [{ "ErrorEquals": ["States.Http.StatusCode.429"], "MaxAttempts": 2 }],
      "End": true
    }
  }
}
"""
DISTRIBUTED = """\
{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" },
        "Parameters": { "Bucket": "reports", "Key": "orders.csv" }
      },
      "ItemBatcher": { "MaxItemsPerBatch": 100 },
      "ToleratedFailurePercentage": 5,
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "One",
        "States": {
          "One": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:111122223333:function:one:live",
            "End": true
          }
        }
      },
      "End": true
    }
  }
}
"""
LOOP = """\
{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Pass", "Next": "A" }
  }
}
"""


changed = changed_in(ORDERS)
