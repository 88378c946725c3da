"""The checker for CloudFormation and SAM templates."""

import yaml

from samples.checkers.cloudformation import EXCEPTIONS, _runner
from tests.samples.cases import run_cases, verdict_of

BUCKET = """\
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
"""
QUEUE = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n"
ROLE = """\
Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::reports/*
"""
SAM = """\
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.14
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      CodeUri: src/
      MemorySize: 256
      Policies:
        - DynamoDBReadPolicy:
            TableName: !Ref Table
      Events:
        List:
          Type: HttpApi
          Properties: { Path: /orders, Method: GET }
  Table:
    Type: AWS::Serverless::SimpleTable
"""
SILENT = """\
Metadata:
  cfn-lint:
    config:
      ignore_checks: [E3002]
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Metadata: { cfn-lint: { config: { ignore_checks: [E3002] } } }
    Properties:
      BucketNam: logs
"""
CYCLE = """\
Resources:
  A:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !GetAtt B.TopicName }
  B:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !GetAtt A.TopicName }
"""
TABLE = """\
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
"""
PARAMETER = 'Parameters:\n  Size: { Type: String, Default: "1" }\n'
SAM_TITLE = "orders.sam.yaml"

test_cases = run_cases(
    "cloudformation",
    language="yaml",
    title="logs.cfn.yaml",
    good={
        "bucket": BUCKET,
        "role": ROLE,
        "queue without retention": QUEUE,
        "role with an ARN in full": ROLE.replace("reports/*", "reports/2026/*"),
        "SAM": (SAM, SAM_TITLE),
        "SAM beside another transform": (
            SAM.replace(
                "form: AWS::Serverless-2016-10-31", "form: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]"
            ),
            SAM_TITLE,
        ),
        "sub": BUCKET.replace("Properties:", "Properties:\n      BucketName: !Sub logs-${AWS::AccountId}"),
    },
    bad={
        "syntax": ("Resources:\n  A: [\n", 3, "E0000"),
        "empty": ("\n", 1, "'Resources' is a required"),
        "text": ("hello\n", 1, "must be a mapping"),
        "list": ("- a\n", 1, "must be a mapping"),
        "no resources": ("Description: nothing\n", 1, "'Resources' is a required property"),
        "repeated key": (BUCKET + "  Logs: { Type: AWS::S3::Bucket }\n", 7, "Duplicate found 'Logs'"),
        "unknown property": (BUCKET.replace("Configuration", "Configuratio"), 5, "VersioningConfiguration"),
        "unknown type": (BUCKET.replace("S3::Bucket", "S3::Bukket"), 3, "AWS::S3::Bukket"),
        "unknown value": (BUCKET.replace("Enabled", "Active"), 6, "'Active' is not one of"),
        "missing property": (ROLE.replace("- PolicyName: read", "- PolicyNam: read"), 12, "PolicyName"),
        "unknown reference": (BUCKET.replace("Enabled", "!Ref Nothing"), 6, "Nothing"),
        "unknown attribute": (BUCKET.replace("Enabled", "!GetAtt Logs.Name"), 6, "E1010"),
        "unused parameter": (PARAMETER + BUCKET, 2, "W2001"),
        "needless sub": (BUCKET.replace("Enabled", "!Sub Enabled"), 6, "W1020"),
        "cycle": (CYCLE, 2, "Circular"),
        "retired runtime": (
            "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: python3.8\n"
            "      Handler: a.b\n      Code: { ZipFile: x }\n      Role: arn:aws:iam::111122223333:role/f\n",
            5,
            "python3.8",
        ),
        "data without a deletion policy": (TABLE, 2, "I3011"),
        "policy: unknown action": (ROLE.replace("s3:GetObject", "s3:GetObjct"), 17, "did you mean `getobject`"),
        "policy: unknown effect": (
            ROLE.replace("Allow\n                Action", "Alow\n                Action"),
            16,
            "Alow",
        ),
        "policy: resource does not fit": (
            ROLE.replace("s3:::reports/*", "sqs:us-east-1:111122223333:jobs"),
            18,
            "I3510",
        ),
        "trust policy: no principal": (ROLE.replace("Principal:", "Principle:"), 9, "Princip"),
        "rules switched off": (SILENT, 10, "BucketName"),
        "SAM in a CloudFormation title": (SAM, 1, "rename"),
        "SAM resource without the transform": (SAM.partition("\n")[2], 6, "E3038"),
        "SAM title without the transform": (BUCKET, 1, "needs `Transform", SAM_TITLE),
        "SAM: unknown property": (SAM.replace("MemorySize", "MemorySizee"), 11, "MemorySize", SAM_TITLE),
        "SAM: unknown property in globals": (SAM.replace("    Runtime:", "    Runtim:"), 4, "Runtim", SAM_TITLE),
        "SAM: unknown property of an event": (SAM.replace("Method:", "Methodd:"), 18, "Method", SAM_TITLE),
    },
)


def test_alternatives_of_an_event_are_not_all_listed():
    verdict = verdict_of("cloudformation", SAM.replace("Method:", "Methodd:"), language="yaml", title=SAM_TITLE)
    assert 1 <= len(verdict.problems) <= 3


def test_exceptions_are_sorted_and_have_reasons():
    entries = yaml.safe_load(EXCEPTIONS.read_text("utf-8"))
    assert [e["rule"] for e in entries] == sorted(e["rule"] for e in entries)
    assert all(len(e["reason"]) > 40 for e in entries)


def test_configuration_of_the_user_does_not_count(tmp_path, monkeypatch):
    (tmp_path / ".cfnlintrc").write_text("include_checks: [nothing]\nregions: [nowhere-1]\n", "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    _runner.cache_clear()
    try:
        assert _runner().config.file_args == {}
    finally:
        _runner.cache_clear()
