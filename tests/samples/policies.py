"""Policies for the cases of the checker: each element of a statement on a line of its own."""

import json

ACCOUNT = "111122223333"
ROOT = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
ROLE = {"AWS": "arn:aws:iam::444455556666:role/app"}
QUEUE = f"arn:aws:sqs:us-east-1:{ACCOUNT}:orders"
TOPIC = f"arn:aws:sns:us-east-1:{ACCOUNT}:orders"
KEY_ADMINISTRATION = {"Effect": "Allow", "Principal": ROOT, "Action": "kms:*", "Resource": "*"}


def policy(*statements: dict) -> str:
    """Return a policy as JSON. Its first statement begins at line 4, and its elements at line 5, in their order."""
    blocks = []
    for statement in statements:
        lines = ",\n".join(f'      "{name}": {json.dumps(value)}' for name, value in statement.items())
        blocks.append(f"    {{\n{lines}\n    }}")
    return '{\n  "Version": "2012-10-17",\n  "Statement": [\n' + ",\n".join(blocks) + "\n  ]\n}\n"


def allow(action: object = "s3:GetObject", resource: object = "arn:aws:s3:::orders/*", **more: object) -> dict:
    """Return a statement with Effect at line 5, Action at line 6, Resource at line 7 and what else from line 8."""
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: object = "s3:GetObject", resource: object = "arn:aws:s3:::orders/*", **more: object) -> dict:
    """Return a statement like `allow` does, with Deny."""
    return {**allow(action, resource, **more), "Effect": "Deny"}


def grant(principal: object, action: object, resource: object = None, **more: object) -> dict:
    """Return a statement of a resource: Effect 5, Principal 6, Action 7, Resource, where there is one, 8, and more."""
    statement = {"Effect": "Allow", "Principal": principal, "Action": action}
    return {**statement, **({} if resource is None else {"Resource": resource}), **more}


def when(operator: str, key: str, value: object) -> dict:
    """Return a Condition element for `allow` and the others."""
    return {"Condition": {operator: {key: value}}}
