"""The checker for state machines: calls to AWS services."""

import yaml

from samples.sdk.models import service_model
from samples.state_machines.integrations import _INTEGRATIONS
from tests.samples.cases import run_cases
from tests.samples.state_machines import DISTRIBUTED, HTTP, JSONATA, changed

test_cases = run_cases(
    "state_machine",
    language="json",
    title="orders.asl.json",
    good={
        "other name of a service": changed("aws-sdk:dynamodb:putItem", "aws-sdk:sfn:listStateMachines").replace(
            '"Parameters": { "TableName": "items", "Item": { "id": { "S.$": "$.id" } } },', ""
        ),
        "names as in the SDK for Java": changed("aws-sdk:dynamodb:putItem", "aws-sdk:rds:startDBInstance").replace(
            '"TableName": "items", "Item": { "id": { "S.$": "$.id" } }', '"DbInstanceIdentifier": "orders"'
        ),
        "JSON in a member deep down": changed("aws-sdk:dynamodb:putItem", "events:putEvents").replace(
            '"TableName": "items", "Item": { "id": { "S.$": "$.id" } }',
            '"Entries": [{ "Source": "shop", "DetailType": "Paid", "Detail": { "id.$": "$.id" } }]',
        ),
        "activity": changed(
            "arn:aws:lambda:us-east-1:111122223333:function:one:live",
            "arn:aws:states:us-east-1:111122223333:activity:one",
            DISTRIBUTED,
        ),
    },
    bad={
        "resource of nothing": (changed("arn:aws:states:::lambda:invoke", "lambda"), 7, "no resource of a Task"),
        "placeholder": (changed("arn:aws:states:::lambda:invoke", "${PayArn}"), 7, "no resource of a Task"),
        "unknown integration": (changed(":::lambda:invoke", ":::lamda:invoke"), 7, "did you mean `lambda`"),
        "unknown action": (changed(":::lambda:invoke", ":::lambda:invokeFunction"), 7, "`invoke`"),
        "unknown pattern": (changed(":::lambda:invoke", ":::lambda:invoke.sync"), 7, "has no pattern .sync"),
        "unknown SDK service": (changed("aws-sdk:dynamodb:", "aws-sdk:dynamo:"), 46, "did you mean `dynamodb`"),
        "unknown SDK action": (changed("dynamodb:putItem", "dynamodb:PutItem"), 46, "did you mean `putItem`"),
        "sync of the SDK": (changed("dynamodb:putItem", "dynamodb:putItem.sync"), 46, "no pattern .sync"),
        "missing parameter": (changed('"FunctionName": "pay",', ""), 8, "'FunctionName'"),
        "unknown parameter": (changed('"TableName": "items"', '"Table": "items"'), 47, "`TableName`"),
        "parameter not in Pascal case": (changed('"Cluster"', '"cluster"', JSONATA), 34, "did you mean `Cluster`"),
        "value of a parameter": (changed('"FARGATE"', '"FARGAT"', JSONATA), 36, "did you mean `FARGATE`"),
        "no parameters at all": (
            changed('"Parameters": { "TableName": "items", "Item": { "id": { "S.$": "$.id" } } },', ""),
            44,
            "lacks the key",
        ),
        "nobody gets the token": (changed("$$.Task.Token", "$$.Task.Tokn"), 56, "waits for its task token"),
        "HTTP parameter": (changed('"Method"', '"Verb"', HTTP), 7, "lacks the key 'Method'"),
        "HTTP unknown parameter": (changed('"InvocationConfig"', '"InvocationConfg"', HTTP), 10, "`InvocationConfig`"),
    },
)


def test_integrations_exist_in_the_models():
    integrations = yaml.safe_load(_INTEGRATIONS.read_text("utf-8"))
    assert list(integrations) == sorted(integrations)
    for service, entry in integrations.items():
        if "model" in entry:
            operations = set(service_model(entry["model"]).operation_names)
            assert {f"{action[0].upper()}{action[1:]}" for action in entry["actions"]} <= operations, service
