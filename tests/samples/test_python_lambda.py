"""The checker for Python: Lambda handlers, their events and what they return."""

import json

import pytest

from samples.lambda_functions.events import Reads, chosen, event_problems, follow, returned_problems
from samples.lambda_functions.triggers import response_shape, triggers
from samples.literals import from_python
from tests.samples.cases import run_cases, verdict_of


def _handler(*lines: str, name: str = "handler") -> str:
    return f"def {name}(event, context):\n" + "".join(f"    {line}\n" for line in lines)


_OK = 'return {"statusCode": 200, "body": "ok"}'
_SUBJECT = 'claims = event["requestContext"]["authorizer"]["jwt"]["claims"]'

test_cases = run_cases(
    "python",
    language="python",
    title="orders.py",
    good={
        "HTTP API": (_handler(_SUBJECT, 'return {"statusCode": 200, "body": claims["sub"]}'), "orders.http-api.py"),
        "HTTP API without status code": (_handler('return {"path": event["rawPath"]}'), "orders.http-api.py"),
        "some API": _handler('size = len(event["body"])', 'return {"statusCode": 200, "body": f"{size}"}'),
        "SQS without failures": _handler('for record in event["Records"]:', '    print(record["body"])'),
        "SQS with failures": _handler(
            'failed = [{"itemIdentifier": r["messageId"]} for r in event["Records"]]',
            'return {"batchItemFailures": failed}',
        ),
        "EventBridge": _handler(
            'return event["detail"]["whatever"]["it"]["holds"] if event["source"] else event["id"]'
        ),
        "event of its own": _handler('return {"total": event["price"] * event["quantity"]}'),
        "event of its own, with common keys": _handler('return event["id"], event["region"], event["price"]'),
        "a question to the event": (
            _handler(
                'if event.get("source") == "warmer":',
                "    return None",
                'print(event["Records"][0]["eventSourceARN"], event["Records"][0]["messageId"])',
            )
        ),
        "records by get": _handler('for record in event.get("Records", []):', '    print(record["Sns"]["Message"])'),
        "records given to a function": (
            "def key_of(record):\n    return record['s3']['object']['key']\n\n\n"
            + _handler('return [key_of(record) for record in event["Records"]]')
        ),
        "another name": _handler('return event["Records"][0]["kinesis"]["data"]', name="process_stream").replace(
            "return", "print(1)\n    data ="
        )
        + "    print(data)\n",
    },
    bad={
        "key of the event": (
            _handler('print(event["Records"][0]["Body"], event["Records"][0]["messageId"])'),
            2,
            "`Body`",
        ),
        "key by get": (_handler('print(event["Records"][0].get("s3").get("buckett"))'), 2, "did you mean `bucket`?"),
        "key in a loop": (
            _handler('for record in event["Records"]:', '    print(record["Sns"]["message"])'),
            3,
            "did you mean `Message`?",
        ),
        "key by the title": (_handler('print(event["Detail"])'), 2, "did you mean `detail`?", "orders.eventbridge.py"),
        "attribute of the event": (_handler("print(event.Records)"), 2, 'write ["Records"]', "orders.sqs.py"),
        "status code": (
            _handler("print(event['rawPath'])", 'return {"statusCode": "200", "body": "ok"}'),
            3,
            "`statusCode` of the response to an HTTP API (payload 2.0) must be an integer, not a string",
        ),
        "body": (
            _handler('return {"statusCode": 200, "body": {"a": 1}}'),
            2,
            "must be a string, not a mapping",
            "a.alb.py",
        ),
        "missing status code": (
            _handler('return {"body": "ok"}'),
            2,
            "lacks the required key `statusCode`",
            "a.rest-api.py",
        ),
        "unknown key": (
            _handler('return {"statusCode": 200, "body": "ok", "header": {}}'),
            2,
            "did you mean `headers`?",
            "a.rest-api.py",
        ),
        "response through a function": (
            'def respond(code):\n    return {"statusCode": str(code)}\n\n\n' + _handler("return respond(200)"),
            2,
            "`statusCode` of the response to a REST API (proxy integration) must be an integer, not a string",
            "a.rest-api.py",
        ),
        "one of several returns": (
            _handler('if event["body"]:', '    return {"statusCode": 20}', _OK),
            3,
            "is 20, must be at least 100",
        ),
        "failures": (
            _handler(
                'ids = [r["messageId"] for r in event["Records"]]', 'return {"batchItemFailures": ids, "failures": 1}'
            ),
            3,
            "unknown key `failures`",
        ),
        "failed item": (
            _handler('return {"batchItemFailures": [{"itemId": r["messageId"]} for r in event["Records"]]}'),
            2,
            "unknown key `itemId`",
        ),
        "authorizer": (
            _handler('return {"principalId": "u", "policyDocument": {"Version": "2012-10-17"}}'),
            2,
            "lacks the required key `Statement`",
            "a.token-authorizer.py",
        ),
        "simple authorizer": (_handler('return {"isAuthorised": True}'), 2, "`isAuthorised`", "a.http-authorizer.py"),
        "effect": (
            _handler(
                'return {"principalId": "u", "policyDocument": {"Version": "2012-10-17", "Statement": [',
                '    {"Action": "execute-api:Invoke", "Effect": "allow", "Resource": event["methodArn"]}]}}',
            ),
            3,
            "`allow` is not a value",
            "a.token-authorizer.py",
        ),
        "async": (
            "import asyncio\n\n\nasync def handler(event, context):\n    await asyncio.sleep(1)\n",
            4,
            "does not await",
        ),
        "what comes back when it runs": (
            "import json\n\n\n"
            + _handler(
                'body = json.loads(event["body"])', 'body["statusCode"] = body["quantity"] + 0.5', "return body"
            ),
            4,
            "`statusCode` of the response to",
            "a.rest-api.py",
        ),
        "what is no JSON": (
            "from decimal import Decimal\n\n\n"
            + _handler('code = Decimal("200")', 'return {"statusCode": code, "body": event["path"]}'),
            1,
            "Decimal is not JSON serializable",
            "a.rest-api.py",
        ),
    },
)


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.mark)
def test_the_data_of_each_trigger_holds_together(trigger):
    for path in trigger.open:
        node = trigger.event
        for key in path:
            node = node[0] if key == "*" else node[key]
    if trigger.response:
        assert response_shape(trigger.response).type_name == "structure"
    assert json.loads(json.dumps(trigger.event)) == trigger.event


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.mark)
def test_an_event_is_recognized_by_all_its_keys(trigger):
    def paths(node, path=()):
        yield path
        children = (
            node.items() if isinstance(node, dict) else [(None, node[0])] if isinstance(node, list) and node else []
        )
        for key, child in children:
            yield from paths(child, (*path, key))

    reads = Reads()
    for path in paths(trigger.event):
        for other in triggers():
            follow(other, path, 1, reads)
    assert trigger in chosen(triggers(), reads)
    assert not reads.misses.get(trigger.mark)
    assert not [problem for problem in event_problems([trigger], reads, [])]


def test_a_trigger_that_ignores_the_response_takes_any():
    [sns] = [trigger for trigger in triggers() if trigger.mark == "sns"]
    assert not list(returned_problems([sns], [(1, from_python({"anything": 1}, 1))]))


def test_a_handler_runs_with_the_event_of_its_trigger():
    source = "import json\n\n\n" + _handler(
        'order = json.loads(event["body"])', 'return {"statusCode": 200, "body": order["id"]}'
    )
    verdict = verdict_of("python", source, language="python", title="orders.rest-api.py")
    assert verdict.ran and "event" in verdict.means and verdict.problems == ()
