"""The checker for Python: resources of boto3, and DynamoDB's values and expressions."""

from tests.samples.cases import run_cases

_CLIENT = 'import boto3\n\ndynamodb = boto3.client("dynamodb")\n'
_TABLE = 'import boto3\n\ntable = boto3.resource("dynamodb").Table("orders")\n'
_KEY = 'TableName="orders", Key={"pk": {"S": "1"}}'


def _client(code: str, line: int, message: str) -> tuple[str, int, str]:
    """A case whose code follows the three lines that make a client."""
    return _CLIENT + code, 3 + line, message


def _table(code: str, line: int, message: str) -> tuple[str, int, str]:
    return _TABLE + code, 3 + line, message


test_resources = run_cases(
    "python",
    language="python",
    title="orders.py",
    good={
        "values of the language": (
            _TABLE + "\n\ndef put(n):\n    table.put_item(Item={'pk': str(n), 'n': n, 'tags': {'a', 'b'}, 'x': None})\n"
        ),
        "a table that is made": (
            'import boto3\n\n\ndef make():\n    table = boto3.resource("dynamodb").create_table(\n'
            '        TableName="orders",\n'
            '        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],\n'
            '        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],\n'
            '        BillingMode="PAY_PER_REQUEST",\n    )\n    table.wait_until_exists()\n'
            "    return table.item_count\n"
        ),
    },
    bad={
        "float in a resource": _table('table.put_item(Item={"pk": "1", "price": 9.99})\n', 1, "use decimal.Decimal"),
        "float in a batch": _table(
            'with table.batch_writer() as batch:\n    batch.put_item({"price": float("1")})\n', 2, "use decimal.Decimal"
        ),
        "method of a batch": _table("with table.batch_writer() as batch:\n    batch.put({})\n", 2, "no method `put`"),
        "resource": ('import boto3\n\nboto3.resource("dynamodb").Tabel("t")\n', 3, "did you mean `Table`?"),
        "identifiers": ('import boto3\n\nboto3.resource("s3").Object("b")\n', 3, "takes 2 identifiers, not 1"),
        "action of a resource": _table("table.get(Key={})\n", 1, "has no attribute `get`"),
        "parameter of an action": _table('table.get_item(Keys={"pk": "1"})\n', 1, "did you mean `Key`?"),
        "response of an action": _table('print(table.scan()["Item"])\n', 1, "did you mean `Items`?"),
        "condition": _table(
            "from boto3.dynamodb.conditions import Key\n\ntable.query(KeyConditionExpression=Key('pk').equals('1'))\n",
            3,
            "`Key` has no attribute `equals`",
        ),
        "collection": ('import boto3\n\nboto3.resource("s3").Bucket("b").objects.list()\n', 3, "no method `list`"),
        "parameter of a collection": (
            'import boto3\n\nboto3.resource("s3").Bucket("b").objects.filter(prefix="p")\n',
            3,
            "did you mean `Prefix`?",
        ),
        "item of a collection": (
            'import boto3\n\nfor one in boto3.resource("ec2").instances.all():\n    print(one.state_name)\n',
            4,
            "has no attribute `state_name`",
        ),
        "attribute of a resource": (
            'import boto3\n\nprint(boto3.resource("ec2").Instance("i-1").state["name"])\n',
            3,
            "did you mean `Name`?",
        ),
    },
)

test_expressions = run_cases(
    "python",
    language="python",
    title="orders.py",
    good={
        "operators and functions": (
            "import boto3\n\n\ndef scan():\n    return boto3.client('dynamodb').scan(\n        TableName='orders',\n"
            "        FilterExpression='size(parts) > :n AND (pk IN (:a, :b) OR sk BETWEEN :a AND :b)'\n"
            "        ' AND NOT contains(x, :a)',\n"
            "        ProjectionExpression='pk, parts[0].sku, #status',\n"
            "        ExpressionAttributeNames={'#status': 'status'},\n"
            "        ExpressionAttributeValues={':n': {'N': '1'}, ':a': {'S': 'a'}, ':b': {'S': 'b'}},\n    )\n"
        ),
        "placeholders from elsewhere": (
            "import boto3\n\n\ndef scan(names, expression):\n    dynamodb = boto3.client('dynamodb')\n"
            "    dynamodb.scan(TableName='orders', FilterExpression='#a = #b', ExpressionAttributeNames=names)\n"
            "    dynamodb.scan(TableName='orders', FilterExpression=expression, ExpressionAttributeNames={'#a': 'b'})\n"
        ),
    },
    bad={
        "untyped attribute value": _client('dynamodb.put_item(TableName="t-1", Item={"pk": "1"})\n', 1, '{"S": "..."}'),
        "number that is no string": _client(
            'dynamodb.put_item(TableName="t-1", Item={"n": {"N": 5}})\n', 1, "must be a string, not an integer"
        ),
        "two types": _client(
            'dynamodb.put_item(TableName="t-1", Item={"n": {"N": "5", "S": "x"}})\n', 1, "exactly one key"
        ),
        "reserved word": _client(
            f'dynamodb.update_item(\n    {_KEY},\n    UpdateExpression="SET status = :s",\n'
            '    ExpressionAttributeValues={":s": {"S": "x"}},\n)\n',
            3,
            "`status` in `UpdateExpression` is a reserved word",
        ),
        "expression": _client(
            f'dynamodb.delete_item({_KEY}, ConditionExpression="attribute_exists(pk")\n',
            1,
            "no valid DynamoDB expression",
        ),
        "function of an expression": _client(
            f'dynamodb.delete_item({_KEY}, ConditionExpression="attribute_exist(pk)")\n',
            1,
            "did you mean `attribute_exists`?",
        ),
        "unknown placeholder": _client(
            f'dynamodb.delete_item(\n    {_KEY},\n    ConditionExpression="version = :v",\n'
            '    ExpressionAttributeValues={":w": {"N": "1"}},\n)\n',
            3,
            "`:v` is not in `ExpressionAttributeValues`",
        ),
        "no placeholders": _client(
            f'dynamodb.delete_item({_KEY}, ConditionExpression="#v = :v")\n', 1, "`#v` needs `ExpressionAttributeNames`"
        ),
        "unused placeholder": _client(
            f'dynamodb.delete_item(\n    {_KEY},\n    ConditionExpression="version = :v",\n'
            '    ExpressionAttributeValues={":v": {"N": "1"}, ":w": {"N": "1"}},\n)\n',
            4,
            "no expression uses `:w`",
        ),
        "expression in a transaction": _client(
            "dynamodb.transact_write_items(\n    TransactItems=[\n"
            '        {"Delete": {"TableName": "t-1", "Key": {"pk": {"S": "1"}},\n'
            '                    "ConditionExpression": "count > :n"}}\n    ]\n)\n',
            4,
            "`count` in `ConditionExpression` is a reserved word",
        ),
    },
)
