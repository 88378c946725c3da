"""The checker for JavaScript: calls of the AWS SDK 3 against the models of the services."""

import pytest

from samples.sdk.javascript import exports, service_of
from tests.samples.cases import run_cases

_DOCUMENT = """\
import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, UpdateCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 3 }));
const TableName = process.env.TABLE_NAME;

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      const Item = { pk: messageId, price: 9.99, ...JSON.parse(body) };
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) continue;
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  const values = { ":n": 1 };
  await client.send(
    new UpdateCommand({
      TableName,
      Key: { pk: "total" },
      UpdateExpression: "ADD orders :n",
      ExpressionAttributeValues: values,
    }),
  );
  const query = { TableName, KeyConditionExpression: "pk = :p", ExpressionAttributeValues: { ":p": "1" } };
  for await (const page of paginateQuery({ client, pageSize: 10 }, query)) console.log(page.Count);
  return { batchItemFailures };
};
"""
_S3 = """\
const { readFile } = require("node:fs/promises");
const { S3Client, PutObjectCommand, GetObjectCommand, waitUntilObjectExists } = require("@aws-sdk/client-s3");
const { getSignedUrl } = require("@aws-sdk/s3-request-presigner");

const s3 = new S3Client({});

exports.handler = async (event) => {
  const [record] = event.Records;
  const Key = decodeURIComponent(record.s3.object.key.replace(/\\+/g, " "));
  const target = { Bucket: record.s3.bucket.name, Key };
  await s3.send(new PutObjectCommand({ ...target, Body: await readFile("/tmp/x"), StorageClass: "STANDARD_IA" }));
  await waitUntilObjectExists({ client: s3, maxWaitTime: 30 }, target);
  return getSignedUrl(s3, new GetObjectCommand(target), { expiresIn: 900 });
};
"""
test_cases = run_cases(
    "javascript",
    language="javascript",
    title="orders.mjs",
    good={
        "document client": _DOCUMENT,
        "scripts": (_S3, "thumbnail.js"),
    },
    bad={
        "SDK 2": ('const AWS = require("aws-sdk");\n\nnew AWS.S3();\n', 1, "out of support", "a.js"),
        "part of SDK 2": ('const S3 = require("aws-sdk/clients/s3");\n\nnew S3();\n', 1, "out of support", "a.js"),
        "client package": (
            'import { X } from "@aws-sdk/client-cloudwatchlogs";\n\nnew X();\n',
            1,
            "the AWS SDK has no package",
        ),
        "name of a client package": (
            'import {\n  S3Client,\n  GetObjectComand,\n} from "@aws-sdk/client-s3";\n\n'
            "new S3Client(new GetObjectComand({}));\n",
            3,
            "did you mean `GetObjectCommand`?",
        ),
        "default of a client package": ('import S3 from "@aws-sdk/client-s3";\n\nnew S3();\n', 1, "no default export"),
        "parameter": (
            'import { GetObjectCommand } from "@aws-sdk/client-s3";\n\nexport const c = new GetObjectCommand({\n'
            '  Bucket: "b",\n  key: "k",\n});\n',
            5,
            "unknown parameter `key` of `GetObjectCommand`",
        ),
        "parameter that is missing": (
            'import * as s3 from "@aws-sdk/client-s3";\n\nexport const c = new s3.GetObjectCommand({ Bucket: "b" });\n',
            3,
            "lacks the required parameter `Key`",
        ),
        "no parameters": (
            'import { GetObjectCommand } from "@aws-sdk/client-s3";\n\nexport const c = new GetObjectCommand();\n',
            3,
            "lacks the required parameter `Bucket`",
        ),
        "without new": (
            'import { ListBucketsCommand } from "@aws-sdk/client-s3";\n\nexport const c = ListBucketsCommand({});\n',
            3,
            "is a class; write `new ListBucketsCommand",
        ),
        "type": (
            'import { SendMessageCommand } from "@aws-sdk/client-sqs";\n\n'
            'export const c = new SendMessageCommand({ QueueUrl: "q", MessageBody: { a: 1 } });\n',
            3,
            "must be a string, not a mapping; serialize it as JSON",
        ),
        "type of a template": (
            'import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";\n\n'
            'export const c = (n) => new ReceiveMessageCommand({ QueueUrl: "q", WaitTimeSeconds: `${n}` });\n',
            3,
            "must be an integer, not a string",
        ),
        "date": (
            'import { GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";\n\n'
            "export const c = new GetMetricStatisticsCommand({\n"
            '  Namespace: "n", MetricName: "m", Period: 60, EndTime: new Date(),\n  StartTime: "2026-11-20",\n});\n',
            5,
            "must be a Date, not a string",
        ),
        "enumeration in a constant": (
            'import { PutObjectCommand } from "@aws-sdk/client-s3";\n\nconst input = {\n  Bucket: "b",\n  Key: "k",\n'
            '  StorageClass: "COLD",\n};\nexport const c = new PutObjectCommand(input);\n',
            6,
            "`COLD` is not a value of `StorageClass`",
        ),
        "either of two": (
            'import { PutObjectCommand } from "@aws-sdk/client-s3";\n\nexport const c = (x) =>\n'
            '  new PutObjectCommand({ Bucket: "b", Key: "k", StorageClass: x ? "GLACIER" : "ICE" });\n',
            4,
            "`ICE` is not a value",
        ),
        "nested key": (
            'import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";\n\n'
            'export const c = new SendMessageBatchCommand({ QueueUrl: "q", Entries: [{ Id: "1", Body: "x" }] });\n',
            3,
            "unknown key `Body` of `Entries[]`",
        ),
        "untyped attribute value": (
            'import { PutItemCommand } from "@aws-sdk/client-dynamodb";\n\n'
            'export const c = new PutItemCommand({ TableName: "orders", Item: { pk: "1" } });\n',
            3,
            '{"S": "..."}',
        ),
        "reserved word": (
            'import { UpdateCommand } from "@aws-sdk/lib-dynamodb";\n\nexport const c = new UpdateCommand({\n'
            '  TableName: "orders",\n  Key: { pk: "1" },\n  UpdateExpression: "SET status = :s",\n'
            '  ExpressionAttributeValues: { ":s": "x" },\n});\n',
            6,
            "`status` in `UpdateExpression` is a reserved word",
        ),
        "name of the document client": (
            'import { PutItemCommand } from "@aws-sdk/lib-dynamodb";\n\nexport const c = new PutItemCommand({});\n',
            1,
            "`@aws-sdk/lib-dynamodb` does not export `PutItemCommand`",
        ),
        "parameter of a paginator": (
            'import { paginateListObjectsV2 } from "@aws-sdk/client-s3";\n\n'
            'export const p = (client) => paginateListObjectsV2({ client }, { Bucket: "b", Prefex: "p" });\n',
            3,
            "did you mean `Prefix`?",
        ),
        "configuration of a paginator": (
            'import { paginateListObjectsV2 } from "@aws-sdk/client-s3";\n\n'
            'export const p = (client) => paginateListObjectsV2({ client, pagesize: 5 }, { Bucket: "b" });\n',
            3,
            "did you mean `pageSize`?",
        ),
        "configuration of a waiter": (
            'import { waitUntilBucketExists } from "@aws-sdk/client-s3";\n\n'
            'export const w = (client) => waitUntilBucketExists({ client }, { Bucket: "b" });\n',
            3,
            "lacks `maxWaitTime`",
        ),
    },
)


@pytest.mark.parametrize(
    ("package", "service", "names"),
    [
        ("api-gateway", "apigateway", ["APIGatewayClient"]),
        ("apigatewaymanagementapi", "apigatewaymanagementapi", ["PostToConnectionCommand"]),
        ("bedrock-runtime", "bedrock-runtime", ["ConverseCommand"]),
        ("cloudwatch-logs", "logs", ["CloudWatchLogsClient", "paginateFilterLogEvents"]),
        ("cognito-identity-provider", "cognito-idp", ["AdminCreateUserCommand"]),
        ("cost-explorer", "ce", ["GetCostAndUsageCommand"]),
        ("dynamodb", "dynamodb", ["ReturnValue", "waitUntilTableExists", "PutItemCommandInput"]),
        ("ec2", "ec2", ["EC2Client", "EC2", "EC2ServiceException"]),
        ("elastic-load-balancing-v2", "elbv2", ["ElasticLoadBalancingV2Client"]),
        ("eventbridge", "events", ["PutEventsCommand"]),
        ("route-53", "route53", ["Route53Client", "ChangeResourceRecordSetsCommand"]),
        ("secrets-manager", "secretsmanager", ["SecretsManagerClient"]),
        ("ses", "ses", ["SESClient"]),
        ("sfn", "stepfunctions", ["SFNClient", "StartExecutionCommand"]),
        ("ssm", "ssm", ["GetParameterCommand"]),
        ("sts", "sts", ["STSClient"]),
    ],
)
def test_what_client_packages_are_called_and_export(package, service, names):
    assert service_of(f"@aws-sdk/client-{package}") == service
    assert set(names) <= exports(f"@aws-sdk/client-{package}")


@pytest.mark.parametrize("package", ["@aws-sdk/client-logs", "@aws-sdk/client-stepfunctions", "@aws-sdk/client-", "s3"])
def test_what_is_no_client_package(package):
    assert service_of(package) is None
