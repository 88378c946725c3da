"""The checker for Python: calls of boto3 against the models of the services."""

from tests.samples.cases import run_cases

_GOOD = '''\
"""Each of these is right; none runs, since nothing is called."""

import json
import os
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

config = Config(retries={"mode": "adaptive", "max_attempts": 5}, connect_timeout=2)
s3 = boto3.client("s3", config=config)
session = boto3.Session(region_name="eu-west-1")
sqs = session.client("sqs")
table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def objects(bucket):
    s3.copy_object(Bucket=bucket, Key="b", CopySource={"Bucket": bucket, "Key": "a"})
    transfer = TransferConfig(max_concurrency=4)
    s3.upload_file("a", bucket, "a", ExtraArgs={"ServerSideEncryption": "aws:kms"}, Config=transfer)
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": 100})
    for page in pages:
        yield from (item["Key"] for item in page.get("Contents", []) if item["Size"] > 0)
    print(list(pages.search("Contents[].Key")))
    s3.get_waiter("object_exists").wait(Bucket=bucket, Key="a", WaiterConfig={"Delay": 2, "MaxAttempts": 5})
    return s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "a"}, ExpiresIn=3600)


def order(id, price):
    try:
        table.put_item(
            Item={"pk": id, "price": Decimal(str(price)), "n": 1},
            ConditionExpression=Attr("pk").not_exists(),
        )
    except table.meta.client.exceptions.ConditionalCheckFailedException:
        return False
    except ClientError as error:
        if error.response["Error"]["Code"] in ("ThrottlingException", "InternalServerError"):
            return None
        raise
    kwargs = {"KeyConditionExpression": Key("pk").eq(id), "Limit": 10}
    while True:
        response = table.query(**kwargs)
        for item in response["Items"]:
            print(item["anything"]["at"]["all"])
        if "LastEvaluatedKey" not in response:
            return response["ResponseMetadata"]["HTTPStatusCode"]
        kwargs["ExclusiveStartKey"] = response["LastEvaluatedKey"]


def update(client=boto3.client("dynamodb")):
    client.update_item(
        TableName="orders",
        Key={"pk": {"S": "1"}},
        UpdateExpression="SET #status = :done, version = if_not_exists(version, :zero) + :one REMOVE parts[0].note",
        ConditionExpression="attribute_exists(pk) AND #status <> :done",
        ExpressionAttributeNames={"#status": "status"},
        ExpressionAttributeValues={":done": {"S": "DONE"}, ":zero": {"N": "0"}, ":one": {"N": "1"}},
    )
    with table.batch_writer() as batch:
        for n in range(3):
            batch.put_item(Item={"pk": str(n)})


class Queue:
    def __init__(self, url):
        self.url = url
        self.client = boto3.client("sqs")

    def send(self, bodies):
        entries = [{"Id": str(n), "MessageBody": json.dumps(body)} for n, body in enumerate(bodies)]
        response = self.client.send_message_batch(QueueUrl=self.url, Entries=entries)
        return [failed["Id"] for failed in response.get("Failed", [])]


def instances():
    ec2 = boto3.resource("ec2")
    running = [{"Name": "instance-state-name", "Values": ["running"]}, {"Name": "tag:team", "Values": ["web"]}]
    for instance in ec2.instances.filter(Filters=running):
        print(instance.id, instance.state["Name"], instance.tags)
    for bucket in boto3.resource("s3").buckets.all():
        print(bucket.name)
'''

_CLIENTS = 'import boto3\n\ns3 = boto3.client("s3")\ndynamodb = boto3.client("dynamodb")\nsqs = boto3.client("sqs")\n'


def _client(code: str, line: int, message: str) -> tuple[str, int, str]:
    """A case whose code follows the five lines that make clients."""
    return _CLIENTS + code, 5 + line, message


test_cases = run_cases(
    "python",
    language="python",
    title="orders.py",
    good={"much of boto3": _GOOD},
    bad={
        "service": ('import boto3\n\nboto3.client("dynamo")\n', 3, "no service `dynamo`; did you mean `dynamodb`?"),
        "service without resource": ('import boto3\n\nboto3.resource("lambda")\n', 3, "use boto3.client('lambda')"),
        "argument of client": (
            'import boto3\n\nboto3.client("s3", region="a")\n',
            3,
            "unexpected keyword argument 'region'",
        ),
        "argument of Session": (
            'import boto3\n\nboto3.Session(profle="a")\n',
            3,
            "unexpected keyword argument 'profle'",
        ),
        "option of Config": ("from botocore.config import Config\n\nConfig(retry={})\n", 3, "no option `retry`"),
        "value of Config": (
            'from botocore.config import Config\n\nConfig(retries={"mode": "adaptve"})\n',
            3,
            'Config: Invalid value provided to "mode"',
        ),
        "method": _client('sqs.recieve_message(QueueUrl="x")\n', 1, "did you mean `receive_message`?"),
        "camel case": _client("s3.listBuckets()\n", 1, "no method `listBuckets`; did you mean `list_buckets`?"),
        "positional": _client('sqs.purge_queue("url")\n', 1, "takes keyword arguments only"),
        "parameter": _client('s3.get_object(Bucket="b", key="k")\n', 1, "unknown parameter `key`"),
        "parameter that is missing": _client('s3.get_object(Bucket="b")\n', 1, "lacks the required parameter `Key`"),
        "parameters in a dict": _client(
            'what = {\n    "Bukket": "b",\n    "Key": "k",\n}\ns3.get_object(**what)\n', 2, "`Bukket`"
        ),
        "parameter of no parameters": _client(
            "sqs.close()\ns3.list_directory_buckets(Foo=1)\n", 2, "unknown parameter `Foo`"
        ),
        "type": _client('sqs.send_message(QueueUrl="x", MessageBody={"a": 1})\n', 1, "must be a string, not a mapping"),
        "type of an f-string": _client(
            'n = 3\nsqs.receive_message(QueueUrl="x", WaitTimeSeconds=f"{n}")\n', 2, "must be an integer, not a string"
        ),
        "None": _client("sqs.list_queues(NextToken=None)\n", 1, "must be a string, not null; leave it out"),
        "enumeration": _client(
            's3.put_object(\n    Bucket="b",\n    Key="k",\n    StorageClass="GLACIER_INSTANT",\n)\n',
            4,
            "`GLACIER_INSTANT` is not a value of `StorageClass`",
        ),
        "enumeration as a key": _client(
            'sqs.create_queue(QueueName="q", Attributes={"VisibilityTimeoutSeconds": "30"})\n',
            1,
            "did you mean `VisibilityTimeout`?",
        ),
        "either of two": _client(
            'x = 1\ns3.put_object(Bucket="b", Key="k", StorageClass="GLACIER" if x else "ICE")\n',
            2,
            "`ICE` is not a value",
        ),
        "nested key": _client(
            's3.put_public_access_block(\n    Bucket="b",\n'
            '    PublicAccessBlockConfiguration={"BlockPublicAcl": True},\n)\n',
            3,
            "did you mean `BlockPublicAcls`?",
        ),
        "nested in a list": _client(
            'sqs.send_message_batch(QueueUrl="x", Entries=[{"Id": "1"}])\n', 1, "lacks the required key `MessageBody`"
        ),
        "list in a comprehension": _client(
            'sqs.send_message_batch(QueueUrl="x", Entries=[{"ID": str(n)} for n in range(3)])\n', 1, "unknown key `ID`"
        ),
        "length": _client('dynamodb.describe_table(TableName="")\n', 1, "must have at least 1"),
        "range": _client('dynamodb.scan(TableName="orders", Limit=0)\n', 1, "is 0, must be at least 1"),
        "filter": (
            'import boto3\n\nec2 = boto3.client("ec2")\n'
            'ec2.describe_instances(Filters=[{"Name": "instance-state", "Values": ["running"]}])\n',
            4,
            "unknown filter `instance-state`",
        ),
        "deprecated operation": (
            'import boto3\n\nboto3.client("logs").list_tags_log_group(logGroupName="x")\n',
            3,
            "is deprecated",
        ),
        "paginator": _client('s3.get_paginator("get_object")\n', 1, "no paginator for `get_object`"),
        "parameter of a paginator": _client(
            's3.get_paginator("list_objects_v2").paginate(Bucket="b", Prefex="p")\n', 1, "did you mean `Prefix`?"
        ),
        "configuration of a paginator": _client(
            's3.get_paginator("list_objects_v2").paginate(Bucket="b", PaginationConfig={"Size": 1})\n', 1, "`Size`"
        ),
        "page": _client(
            'for page in s3.get_paginator("list_objects_v2").paginate(Bucket="b"):\n    print(page["Objects"])\n',
            2,
            "has no key `Objects`",
        ),
        "JMESPath": _client(
            's3.get_paginator("list_objects_v2").paginate(Bucket="b").search("Contents[")\n', 1, "no valid JMESPath"
        ),
        "waiter": _client('s3.get_waiter("object_exist")\n', 1, "did you mean `object_exists`?"),
        "method of a waiter": _client('s3.get_waiter("object_exists").waits()\n', 1, "did you mean `wait`?"),
        "parameter of a waiter": _client(
            's3.get_waiter("object_exists").wait(Bucket="b", Key="k", Name="n")\n', 1, "unknown parameter `Name`"
        ),
        "presigned method": _client(
            's3.generate_presigned_url("getObject", Params={})\n', 1, "did you mean `get_object`?"
        ),
        "presigned parameters": _client(
            's3.generate_presigned_url("get_object", Params={"Bucket": "b"})\n', 1, "lacks the required parameter `Key`"
        ),
        "presigned for too long": _client(
            's3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": "k"}, ExpiresIn=2_592_000)\n',
            1,
            "at most 604800 seconds",
        ),
        "signature of a transfer": _client('s3.upload_file("a", "b")\n', 1, "missing a required argument: 'Key'"),
        "ExtraArgs": _client(
            's3.upload_file("a", "b", "c", ExtraArgs={"Encryption": "AES256"})\n', 1, "takes no `Encryption`"
        ),
        "client exception": _client(
            "try:\n    s3.list_buckets()\nexcept s3.exceptions.NoSuchObject:\n    pass\n",
            3,
            "no exception `NoSuchObject`",
        ),
        "error code": _client(
            "from botocore.exceptions import ClientError\n\ntry:\n    s3.list_buckets()\nexcept ClientError as error:\n"
            '    if error.response["Error"]["Code"] == "NoSuchBuckett":\n        raise\n',
            6,
            "did you mean `NoSuchBucket`?",
        ),
        "error code by match": _client(
            "from botocore.exceptions import ClientError\n\ntry:\n    s3.list_buckets()\nexcept ClientError as error:\n"
            '    match error.response["Error"]["Code"]:\n        case "NoBucket":\n            raise\n',
            7,
            "sends no error code `NoBucket`",
        ),
        "place of the error code": _client(
            "from botocore.exceptions import ClientError\n\ntry:\n    s3.list_buckets()\nexcept ClientError as error:\n"
            '    print(error.response["Code"])\n',
            6,
            "has no key `Code`",
        ),
        "attribute of an error": _client(
            "from botocore.exceptions import ClientError\n\ntry:\n    s3.list_buckets()\nexcept ClientError as error:\n"
            "    print(error.code)\n",
            6,
            "a ClientError has no attribute `code`",
        ),
        "response": _client('print(s3.list_buckets()["Bucket"])\n', 1, "did you mean `Buckets`?"),
        "response in a loop": _client(
            'for bucket in s3.list_buckets()["Buckets"]:\n    print(bucket["name"])\n', 2, "did you mean `Name`?"
        ),
        "response by get": _client('print(sqs.list_queues().get("Queues"))\n', 1, "has no key `Queues`"),
        "response as an object": _client("print(s3.list_buckets().Buckets)\n", 1, 'write ["Buckets"]'),
        "response out of a function": _client(
            'def find():\n    return s3.list_buckets()\n\n\nprint(find()["Names"])\n', 5, "has no key `Names`"
        ),
        "in a class": (
            'import boto3\n\n\nclass Topic:\n    def __init__(self):\n        self.sns = boto3.client("sns")\n\n'
            '    def send(self, text):\n        self.sns.publish(Topic="t", Message=text)\n',
            9,
            "unknown parameter `Topic`",
        ),
        "in a global": (
            "import boto3\n\nclient = None\n\n\ndef get():\n    global client\n    if client is None:\n"
            '        client = boto3.client("sts")\n    return client\n\n\nprint(get().whoami())\n',
            13,
            "no method `whoami`",
        ),
        "in a branch": _client(
            "x = 1\nif x:\n    client = s3\nelse:\n    client = s3\nclient.foo()\n", 6, "no method `foo`"
        ),
    },
)
