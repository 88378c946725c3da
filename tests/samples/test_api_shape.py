"""The checker for JSON files that an AWS API takes as they are."""

import json

import yaml

from samples.checkers.api_shape import _ALSO, KINDS
from samples.sdk.models import service_model, services
from tests.samples.cases import run_cases, verdict_of

LIFECYCLE = """\
{
  "Rules": [
    {
      "ID": "logs",
      "Status": "Enabled",
      "Filter": { "Prefix": "logs/" },
      "Transitions": [
        { "Days": 30, "StorageClass": "STANDARD_IA" },
        { "Days": 90, "StorageClass": "GLACIER_IR" }
      ],
      "Expiration": { "Days": 365 },
      "NoncurrentVersionExpiration": { "NoncurrentDays": 30 }
    },
    {
      "ID": "uploads",
      "Status": "Enabled",
      "Filter": {},
      "AbortIncompleteMultipartUpload": { "DaysAfterInitiation": 7 }
    }
  ]
}
"""
ALARM = """\
{
  "AlarmName": "orders-5xx",
  "Namespace": "AWS/ApplicationELB",
  "MetricName": "HTTPCode_Target_5XX_Count",
  "Statistic": "Sum",
  "Period": 60,
  "EvaluationPeriods": 3,
  "Threshold": 10,
  "ComparisonOperator": "GreaterThanThreshold",
  "AlarmActions": ["arn:aws:sns:us-east-1:111122223333:on-call"]
}
"""
PIPELINE = """\
{
  "pipeline": {
    "name": "orders",
    "roleArn": "arn:aws:iam::111122223333:role/orders-pipeline",
    "artifactStore": { "type": "S3", "location": "orders-artifacts" },
    "stages": [
      {
        "name": "Source",
        "actions": [
          {
            "name": "Checkout",
            "actionTypeId": {
              "category": "Source",
              "owner": "AWS",
              "provider": "CodeStarSourceConnection",
              "version": "1"
            }
          }
        ]
      }
    ]
  }
}
"""
CORS = '{ "CORSRules": [{ "AllowedMethods": ["GET"], "AllowedOrigins": ["https://shop.example.com"] }] }\n'
REPLICATION = """\
{
  "Role": "arn:aws:iam::111122223333:role/replicate",
  "Rules": [
    {
      "Status": "Enabled",
      "Priority": 1,
      "Filter": {},
      "DeleteMarkerReplication": { "Status": "Disabled" },
      "Destination": { "Bucket": "arn:aws:s3:::reports-west" }
    }
  ]
}
"""
NOTIFICATION = """\
{
  "QueueConfigurations": [
    { "QueueArn": "arn:aws:sqs:us-east-1:111122223333:uploads", "Events": ["s3:ObjectCreated:*"] }
  ]
}
"""
TABLE = """\
{
  "TableName": "orders",
  "BillingMode": "PAY_PER_REQUEST",
  "AttributeDefinitions": [{ "AttributeName": "id", "AttributeType": "S" }],
  "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }]
}
"""
TRACKING = """\
{
  "TargetValue": 60.0,
  "PredefinedMetricSpecification": { "PredefinedMetricType": "ECSServiceAverageCPUUtilization" }
}
"""
ENCRYPTION = (
    '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" }, "BucketKeyEnabled": true }] }\n'
)
ECR = """\
{
  "rules": [
    {
      "rulePriority": 1,
      "description": "keep ten releases",
      "selection": {
        "tagStatus": "tagged",
        "tagPatternList": ["v*"],
        "countType": "imageCountMoreThan",
        "countNumber": 10
      },
      "action": { "type": "expire" }
    },
    {
      "rulePriority": 2,
      "selection": { "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 7 },
      "action": { "type": "expire" }
    }
  ]
}
"""

SPECIAL = {
    "alarm": "a.alarm.json",
    "cors": "a.cors.json",
    "ecr": "a.ecr-lifecycle.json",
    "notification": "a.notification.json",
    "pipeline": "a.pipeline.json",
    "replication": "a.replication.json",
}

test_cases = run_cases(
    "api_shape",
    language="json",
    title="logs.lifecycle.json",
    good={
        "lifecycle": LIFECYCLE,
        "lifecycle as the whole input": json.dumps({"Bucket": "logs", "LifecycleConfiguration": json.loads(LIFECYCLE)}),
        "lifecycle in the other order": LIFECYCLE.replace(
            '{ "Days": 30, "StorageClass": "STANDARD_IA" },\n        { "Days": 90, "StorageClass": "GLACIER_IR" }',
            '{ "Days": 90, "StorageClass": "GLACIER_IR" },\n        { "Days": 30, "StorageClass": "STANDARD_IA" }',
        ),
        "alarm": (ALARM, SPECIAL["alarm"]),
        "cors": (CORS, SPECIAL["cors"]),
        "ecr": (ECR, SPECIAL["ecr"]),
        "encryption": (ENCRYPTION, "a.bucket-encryption.json"),
        "notification": (NOTIFICATION, SPECIAL["notification"]),
        "pipeline": (PIPELINE, SPECIAL["pipeline"]),
        "pipeline, only the declaration": (json.dumps(json.loads(PIPELINE)["pipeline"]), SPECIAL["pipeline"]),
        "replication": (REPLICATION, SPECIAL["replication"]),
        "table": (TABLE, "orders.table.json"),
        "target tracking": (TRACKING, "a.target-tracking.json"),
    },
    bad={
        "not JSON": ('{\n  "Rules": [\n', 3, "not valid JSON"),
        "array": ("[]\n", 1, "must be an object"),
        "repeated key": (LIFECYCLE.replace('"ID": "logs",', '"ID": "logs", "ID": "x",'), 4, "stands twice"),
        "unknown key": (LIFECYCLE.replace('"Filter": { "P', '"Fliter": { "P'), 6, "did you mean `Filter`"),
        "unknown key, deep": (LIFECYCLE.replace('{ "Days": 90, "St', '{ "Day": 90, "St'), 9, "did you mean `Days`"),
        "missing member": (
            LIFECYCLE.replace('"Status": "Enabled",\n      "Filter": {}', '"Filter": {}'),
            14,
            "'Status'",
        ),
        "wrong type": (LIFECYCLE.replace('"Days": 365', '"Days": "365"'), 11, "is a string, and must be an integer"),
        "object for an array": ('{ "Rules": {} }', 1, "must be an array"),
        "boolean for a number": (LIFECYCLE.replace('"Days": 365', '"Days": true'), 11, "is a boolean"),
        "unknown value": (LIFECYCLE.replace("STANDARD_IA", "STANDARD-IA"), 8, "did you mean `STANDARD_IA`"),
        "lifecycle: no filter": (LIFECYCLE.replace('"Filter": {},', ""), 14, "needs a `Filter`"),
        "lifecycle: no action": ('{"Rules": [\n{"Status": "Enabled", "Filter": {}}]}', 2, "at least one action"),
        "lifecycle: too early": (LIFECYCLE.replace('"Days": 30, "S', '"Days": 7, "S'), 8, "30 days at the earliest"),
        "lifecycle: order": (LIFECYCLE.replace("GLACIER_IR", "STANDARD"), 9, "not allowed"),
        "lifecycle: upwards": (LIFECYCLE.replace("GLACIER_IR", "STANDARD_IA"), 9, "cannot move"),
        "lifecycle: expires first": (LIFECYCLE.replace("365", "60"), 11, "expire after 60 days"),
        "lifecycle: two expirations": (
            LIFECYCLE.replace('"Days": 365', '"Days": 365, "Date": "2027-01-01T00:00:00Z"'),
            11,
            "exactly one of",
        ),
        "lifecycle: no timestamp": (LIFECYCLE.replace('"Days": 365', '"Date": "soon"'), 11, "no timestamp"),
        "lifecycle: same ID": (LIFECYCLE.replace('"uploads"', '"logs"'), 15, "two rules have the ID"),
        "lifecycle: two conditions": (
            LIFECYCLE.replace('"Prefix": "logs/"', '"Prefix": "logs/", "ObjectSizeGreaterThan": 5'),
            6,
            "`And`",
        ),
        "lifecycle: uploads with tags": (
            LIFECYCLE.replace('"Filter": {}', '"Filter": { "Tag": { "Key": "a", "Value": "b" } }'),
            18,
            "cannot abort",
        ),
        "alarm: enumeration": (ALARM.replace('"Sum"', '"Total"'), 5, "`Statistic`", SPECIAL["alarm"]),
        "alarm: too small": (ALARM.replace('"Period": 60', '"Period": 0'), 6, "at least", SPECIAL["alarm"]),
        "alarm: no threshold type": (ALARM.replace("10,", '"10",'), 8, "must be a number", SPECIAL["alarm"]),
        "cors: method missing": (CORS.replace("AllowedMethods", "Methods"), 1, "AllowedMethods", SPECIAL["cors"]),
        "notification: event": (
            NOTIFICATION.replace("ObjectCreated:*", "Created"),
            3,
            "ObjectCreated",
            SPECIAL["notification"],
        ),
        "pipeline: pattern": (PIPELINE.replace('"orders"', '"my orders"'), 3, "pattern", SPECIAL["pipeline"]),
        "pipeline: category": (
            PIPELINE.replace('"category": "Source"', '"category": "Sorce"'),
            13,
            "Source",
            SPECIAL["pipeline"],
        ),
        "replication: role": (
            REPLICATION.replace('"Role"', '"Roll"'),
            2,
            "did you mean `Role`",
            SPECIAL["replication"],
        ),
        "ecr: unknown key": (ECR.replace("tagPatternList", "tagPatterns"), 8, "tagPatternList", SPECIAL["ecr"]),
        "ecr: value": (ECR.replace("sinceImagePushed", "sinceImagePush"), 16, "sinceImagePushed", SPECIAL["ecr"]),
        "ecr: no unit": (ECR.replace('"countUnit": "days", ', ""), 16, "countUnit", SPECIAL["ecr"]),
        "ecr: same priority": (ECR.replace('y": 2', 'y": 1'), 15, "priority 1", SPECIAL["ecr"]),
        "unknown kind": ("{}\n", 1, "no shape is known", "a.nothing.json"),
    },
)


def test_kinds_are_sorted_and_name_what_exists():
    kinds = yaml.safe_load(KINDS.read_text("utf-8"))
    assert [kind["kind"] for kind in kinds] == sorted(kind["kind"] for kind in kinds)
    for kind in kinds:
        assert {"service", "schema", "also"} & kind.keys()
        assert kind.get("also") in {None, *_ALSO}
        if "service" in kind:
            assert kind["service"] in services()
            shape = service_model(kind["service"]).operation_model(kind["operation"]).input_shape
            assert kind.get("member", next(iter(shape.members))) in shape.members


def test_means_name_the_model_and_the_rules():
    verdict = verdict_of("api_shape", LIFECYCLE, language="json", title="logs.lifecycle.json")
    assert verdict.means == "botocore s3 PutBucketLifecycleConfiguration, own rules of Amazon S3 lifecycles"
