"""The checker for IAM policies: documents, grammar, and what each kind of policy may hold."""

import json

import pytest

from samples.checkers.iam_policy import check
from samples.iam.dangers import GROUPS
from samples.iam.kinds import kind_names, kind_of
from samples.iam.tables import table
from samples.model import Sample
from tests.samples.cases import run_cases
from tests.samples.policies import (
    ACCOUNT,
    KEY_ADMINISTRATION,
    QUEUE,
    ROLE,
    TOPIC,
    allow,
    deny,
    grant,
    policy,
    when,
)

TLS = when("Bool", "aws:SecureTransport", "false")
ORG = when("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5")
BUCKET = ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]
FUNCTION = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:orders"
SOURCE = when("StringEquals", "aws:SourceAccount", ACCOUNT)


def test_lines_of_items():
    """A value in a list is reported where it stands, and the whole policy may be one object."""
    content = """{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": [
      "s3:GetObject",
      "s3:GetObjekt"
    ],
    "Resource": [
      "arn:aws:s3:::orders/*",
      "arn:aws:s3:::orders"
    ],
    "Condition": {
      "StringEquals": {
        "s3:ExistingObjectTag/class": "public",
        "s3:ExistingTag/class": "public"
      }
    }
  }
}
"""
    [verdict] = check([Sample("page.md", 1, "json", "x.identity-policy.json", content)])
    assert [problem.line for problem in verdict.problems] == [7, 11, 16]


def test_one_verdict_a_sample_in_order():
    bad, good = policy(allow("s3:GetObjekt")), policy(allow())
    samples = [Sample("page.md", 1, "json", "x.identity-policy.json", content) for content in (good, bad, good)]
    assert [bool(verdict.problems) for verdict in check(samples)] == [False, True, False]


@pytest.mark.parametrize("name", kind_names())
def test_kind_is_complete(name):
    """A kind names its source, and only dangers and services that exist."""
    _, kind = kind_of(f"x.{name}.json")
    assert kind.source.startswith("https://docs.aws.amazon.com/")
    assert set(kind.dangers) <= set(GROUPS)
    assert kind.principal in ("required", "forbidden")
    assert kind.resource in ("required", "forbidden")
    assert kind.any_resource in ("allowed", "required", "forbidden")


def test_lists_are_sorted():
    dangers, principals = table("dangers"), table("principals")
    for names in (dangers["who"], dangers["for_whom"], principals["services"], table("actions")["needs_all"]):
        assert names == sorted(set(names), key=lambda name: name.replace("_", "-"))
    assert list(dangers["on_any_resource"]) == sorted(dangers["on_any_resource"])


@pytest.mark.parametrize("value", [None, 1, "", [], {}, "x", [None], {"": ""}, {"AWS": None}, "${", ":"])
@pytest.mark.parametrize("element", ["Effect", "Principal", "Action", "Resource", "Condition", "Sid"])
def test_nothing_is_raised(element, value):
    """Whatever stands in an element is a problem and no exception."""
    statement = grant(ROLE, "s3:GetObject", "arn:aws:s3:::orders/*", **{"Sid": "One", **ORG})
    content = policy({**statement, element: value})
    [verdict] = check([Sample("page.md", 1, "json", "x.bucket-policy.json", content)])
    assert verdict.problems or (element == "Sid" and isinstance(value, str))


test_documents = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "identity": policy(allow()),
        "one statement alone": json.dumps({"Version": "2012-10-17", "Statement": allow()}),
        "boundary": (policy(allow(["s3:*", "logs:*"], "*"), deny("iam:*", "*")), "app.permissions-boundary.json"),
        "white space of a role's policy": policy(allow()).replace("  ", " " * 2_000),
        "session": (policy(allow("s3:*", "*")), "x.session-policy.json"),
        "permission set": (policy(allow("logs:StartQuery", "*")), "x.permission-set-policy.json"),
        "scp": (policy(allow("*", "*"), deny("organizations:LeaveOrganization", "*")), "guard.scp.json"),
        "scp with NotAction": (
            policy(
                {
                    "Effect": "Deny",
                    "NotAction": ["iam:*", "sts:*"],
                    "Resource": "*",
                    **when("StringNotEquals", "aws:RequestedRegion", ["us-east-1"]),
                }
            ),
            "regions.scp.json",
        ),
        "bucket": (policy({**grant("*", "s3:*", BUCKET, **TLS), "Effect": "Deny"}), "orders.bucket-policy.json"),
        "key": (policy({"Sid": "Enable IAM User Permissions", **KEY_ADMINISTRATION}), "orders.key-policy.json"),
        "queue": (policy(grant(ROLE, "sqs:SendMessage", QUEUE)), "orders.queue-policy.json"),
        "topic": (policy(grant(ROLE, "sns:Subscribe", TOPIC)), "orders.topic-policy.json"),
        "secret": (policy(grant(ROLE, "secretsmanager:GetSecretValue", "*")), "db.secret-policy.json"),
        "endpoint": (policy(grant("*", "s3:GetObject", BUCKET[1])), "s3.endpoint-policy.json"),
        "repository": (policy(grant(ROLE, "ecr:BatchGetImage")), "orders.repository-policy.json"),
        "function": (
            policy(grant({"Service": "s3.amazonaws.com"}, "lambda:InvokeFunction", FUNCTION, **SOURCE)),
            "orders.function-policy.json",
        ),
        "event bus": (
            policy(grant("*", "events:PutEvents", f"arn:aws:events:us-east-1:{ACCOUNT}:event-bus/shop", **ORG)),
            "shop.event-bus-policy.json",
        ),
        "vault": (policy(grant(ROLE, "backup:CopyIntoBackupVault", "*")), "x.vault-policy.json"),
        "api": (policy(grant("*", "execute-api:Invoke", "execute-api:/*")), "orders.api-policy.json"),
    },
    bad={
        "unknown kind": (policy(allow()), 1, "'bucket-polcy' is no kind", "x.bucket-polcy.json"),
        "management policy": (policy(allow()), 1, "'tag-policy' is no kind", "x.tag-policy.json"),
        "syntax": ('{\n  "Version": "2012-10-17",\n}\n', 3, "not valid JSON"),
        "repeated key": (policy(allow()).replace("Action", "Effect"), 6, "stands twice"),
        "no object": ("[]\n", 1, "a policy is an object"),
        "unknown element": (policy(allow()).replace("Version", "Verison"), 2, "did you mean `Version`?"),
        "no version": (json.dumps({"Statement": [allow()]}), 1, "no Version"),
        "old version": (policy(allow()).replace("2012", "2008"), 2, "Version is '2008-10-17'"),
        "no statement": ('{"Version": "2012-10-17"}', 1, "no Statement"),
        "empty statement": ('{\n"Version": "2012-10-17",\n"Statement": []}', 3, "at least one statement"),
        "text for a statement": ('{"Version": "2012-10-17",\n"Statement": ["x"]}', 2, "a statement is an object"),
    },
)

test_grammar = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={"sids": policy(allow(Sid="One"), allow(Sid="Two2"), allow())},
    bad={
        "unknown element": (policy(allow(Principle="*")), 8, "did you mean `Principal`?"),
        "no effect": (policy({"Action": "s3:GetObject", "Resource": "*"}), 4, "no Effect"),
        "wrong effect": (policy(allow(Effect="allow")), 5, "Effect is 'allow'"),
        "no action": (policy({"Effect": "Deny", "Resource": "*"}), 4, "no Action"),
        "both actions": (policy(allow(NotAction="s3:PutObject")), 8, "either Action or NotAction"),
        "no resource": (policy({"Effect": "Deny", "Action": "s3:GetObject"}), 4, "no Resource"),
        "both resources": (policy(allow(NotResource="*")), 8, "either Resource or NotResource"),
        "principal": (policy(allow(Principal="*")), 8, "an identity-policy has no Principal"),
        "action is a number": (policy(allow(1)), 6, "Action must be text"),
        "empty list": (policy(allow([])), 6, "empty list"),
        "twice in a list": (policy(allow(["s3:GetObject", "s3:GetObject"])), 6, "stands twice in Action"),
        "sid with a space": (policy(allow(Sid="Read it")), 8, "letters and digits only"),
        "sid twice": (policy(allow(Sid="One"), allow(Sid="One")), 14, "stands twice"),
        "condition is text": (policy(allow(Condition="x")), 8, "Condition must be an object"),
        "empty condition": (policy(allow(Condition={})), 8, "at least one condition operator"),
        "operator is text": (policy(allow(Condition={"Bool": "aws:SecureTransport"})), 8, "Bool must be an object"),
        "value is an object": (policy(allow(**when("Bool", "aws:SecureTransport", {}))), 8, "must be text, a number"),
    },
)
