"""IAM policies inside Terraform configuration, as JSON whose lines are those of the configuration.

This is for the checker of policies: each `EmbeddedPolicy` becomes a sample with the title `name.<kind>.json`, and the
lines of its problems are lines of the Terraform sample. Policies that are computed (`for`, conditions, functions) are
left out. References are replaced by values of the right form, most of which contain the word PLACEHOLDER.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from samples.terraform_code import tree as t

PLACEHOLDER = "placeholder"
_ACCOUNT = "111122223333"

# The kinds of policy, as the titles of samples name them, by type of resource and argument.
KINDS = {
    ("aws_ecr_repository_policy", "policy"): "repository-policy",
    ("aws_iam_group_policy", "policy"): "identity-policy",
    ("aws_iam_policy", "policy"): "identity-policy",
    ("aws_iam_role", "assume_role_policy"): "trust-policy",
    ("aws_iam_role_policy", "policy"): "identity-policy",
    ("aws_iam_user_policy", "policy"): "identity-policy",
    ("aws_kms_key", "policy"): "key-policy",
    ("aws_kms_key_policy", "policy"): "key-policy",
    ("aws_s3_bucket_policy", "policy"): "bucket-policy",
    ("aws_secretsmanager_secret_policy", "policy"): "secret-policy",
    ("aws_sns_topic", "policy"): "topic-policy",
    ("aws_sns_topic_policy", "policy"): "topic-policy",
    ("aws_sqs_queue", "policy"): "queue-policy",
    ("aws_sqs_queue_policy", "policy"): "queue-policy",
    ("aws_ssoadmin_permission_set_inline_policy", "inline_policy"): "permission-set-policy",
    ("aws_vpc_endpoint", "policy"): "endpoint-policy",
    ("aws_vpc_endpoint_policy", "policy"): "endpoint-policy",
}
# The ARNs of what policies name most, by type of resource.
_ARNS = {
    "aws_iam_role": f"arn:aws:iam::{_ACCOUNT}:role/{PLACEHOLDER}",
    "aws_iam_user": f"arn:aws:iam::{_ACCOUNT}:user/{PLACEHOLDER}",
    "aws_s3_bucket": f"arn:aws:s3:::{PLACEHOLDER}",
}
_KNOWN = {"account_id": _ACCOUNT, "partition": "aws", "region": "us-east-1"}


@dataclass(frozen=True, slots=True)
class EmbeddedPolicy:
    """A policy of a kind. Line n of `content` is line n of the sample; the policy starts at `line`."""

    line: int
    kind: str
    content: str


class _NotSimple(Exception):
    """A value that is known only when Terraform runs."""


def embedded_policies(body: t.Body) -> Iterator[EmbeddedPolicy]:
    """Yield the policies in the arguments of resources: in `jsonencode`, or in data sources that these refer to."""
    documents = {one.labels[1]: one for one in body.blocks_of("data") if one.labels[:1] == ("aws_iam_policy_document",)}
    for block in body.blocks_of("resource"):
        for argument in block.body.arguments.values():
            kind = KINDS.get((*block.labels[:1], argument.name))
            try:
                node = _policy(argument.value, documents) if kind else None
                if node is not None:
                    yield EmbeddedPolicy(node.line, kind, _Writer().written(node))
            except _NotSimple:
                continue


def _policy(node: t.Node, documents: dict[str, t.Block]) -> t.Node | None:
    if isinstance(node, t.Call) and node.name == "jsonencode" and len(node.arguments) == 1:
        return node.arguments[0]
    path = node.path() if isinstance(node, t.Traversal) else ()
    if (
        len(path) == 4
        and path[:2] == ("data", "aws_iam_policy_document")
        and path[3] == "json"
        and path[2] in documents
    ):
        return _document(documents[path[2]])
    return None


def _document(block: t.Block) -> t.Node:
    """Return the object that a data source `aws_iam_policy_document` stands for. Raises _NotSimple."""
    if any(inner.type != "statement" for inner in block.body.blocks):
        raise _NotSimple
    statements = tuple(_statement(one) for one in block.body.blocks)
    version = t.Literal(block.line, "2012-10-17")
    return _object(block.line, Version=version, Statement=t.ListOf(block.line, statements))


def _statement(block: t.Block) -> t.ObjectOf:
    names = {"sid": "Sid", "effect": "Effect", "actions": "Action", "not_actions": "NotAction"}
    names |= {"resources": "Resource", "not_resources": "NotResource"}
    blocks = {"principals": "Principal", "not_principals": "NotPrincipal"}
    items = [(names[name], one.value) for name, one in block.body.arguments.items() if name in names]
    if "effect" not in block.body.arguments:
        items.insert(0, ("Effect", t.Literal(block.line, "Allow")))
    for type_, key in blocks.items():
        given = [_values(one, "type", "identifiers") for one in block.body.blocks_of(type_)]
        pairs = [(_plain(kind), identifiers) for kind, identifiers in given]
        if pairs:
            everybody = [kind for kind, _ in pairs] == ["*"]
            line = pairs[0][1].line
            items.append((key, t.Literal(line, "*") if everybody else _object(line, **dict(pairs))))
    conditions: dict[str, dict[str, t.Node]] = {}
    for test, variable, values in (
        _values(one, "test", "variable", "values") for one in block.body.blocks_of("condition")
    ):
        conditions.setdefault(_plain(test), {})[_plain(variable)] = values
    if conditions:
        line = block.body.blocks_of("condition")[0].line
        items.append(("Condition", _object(line, **{test: _object(line, **keys) for test, keys in conditions.items()})))
    return _object(block.line, **dict(sorted(items, key=lambda item: item[1].line)))


def _object(line: int, **items: t.Node) -> t.ObjectOf:
    return t.ObjectOf(line, tuple(t.ObjectItem(one.line, t.Literal(one.line, key), one) for key, one in items.items()))


def _values(block: t.Block, *names: str) -> list[t.Node]:
    arguments = block.body.arguments
    if not set(names) <= set(arguments):
        raise _NotSimple
    return [arguments[name].value for name in names]


def _plain(node: t.Node) -> str:
    return str(node.value) if isinstance(node, t.Literal) else PLACEHOLDER


class _Writer:
    """Writes JSON so that each value stands on the line of its node."""

    def __init__(self):
        self.text = ""

    def written(self, node: t.Node) -> str:
        self.write(node)
        return f"{self.text}\n"

    def add(self, line: int, text: str) -> None:
        self.text += "\n" * (line - 1 - self.text.count("\n")) + text

    def write(self, node: t.Node) -> None:
        match node:
            case t.Literal(value=value):
                self.add(node.line, json.dumps(value))
            case t.ListOf(items=items):
                self.add(node.line, "[")
                self.separated(items, self.write)
                self.text += "]"
            case t.ObjectOf(items=items):
                self.add(node.line, "{")
                self.separated(items, self.pair)
                self.text += "}"
            case t.Template(parts=parts):
                self.add(node.line, json.dumps("".join(one if isinstance(one, str) else _value(one) for one in parts)))
            case _:
                self.add(node.line, json.dumps(_value(node)))

    def separated(self, items, write) -> None:
        for number, item in enumerate(items):
            self.text += ", " if number else ""
            write(item)

    def pair(self, item: t.ObjectItem) -> None:
        self.write(item.key)
        self.text += ": "
        self.write(item.value)


def _value(node: t.Node) -> str:
    """Return a value of the form that a reference has. Raises _NotSimple for what is no plain reference."""
    path = node.path() if isinstance(node, t.Traversal) else ()
    if not path or len(path) - 1 != len(node.steps):
        raise _NotSimple
    type_ = path[1] if path[0] in ("data", "ephemeral") else path[0]
    if path[-1] == "arn" and type_.startswith("aws_"):
        return _ARNS.get(type_, f"arn:aws:{type_.split('_')[1]}:us-east-1:{_ACCOUNT}:{PLACEHOLDER}")
    if path[-1].endswith("arn"):
        return f"arn:aws:{PLACEHOLDER}:us-east-1:{_ACCOUNT}:{PLACEHOLDER}"
    return _KNOWN.get(path[-1], PLACEHOLDER)
