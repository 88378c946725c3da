"""The checker for IAM policies: principals, trust, and what IAM accepts and nobody should have."""

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

HUB = "token.actions.githubusercontent.com"
GITHUB = {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{HUB}"}
SAML = {"Federated": f"arn:aws:iam::{ACCOUNT}:saml-provider/okta"}
SERVICE = {"Service": "ec2.amazonaws.com"}
WEB = "sts:AssumeRoleWithWebIdentity"
OBJECTS = "arn:aws:s3:::orders/*"
ORG = when("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5")


def trusted(principal: object, action: object = "sts:AssumeRole", **more: object) -> str:
    """Return a trust policy: Principal at line 6, Action at line 7, more from line 8."""
    return policy(grant(principal, action, **more))


def workload(**claims: str) -> dict:
    """Return a condition on claims of GitHub."""
    return {"Condition": {"StringLike": {f"{HUB}:{claim}": value for claim, value in claims.items()}}}


test_principals = run_cases(
    "iam_policy",
    language="json",
    title="app.trust-policy.json",
    good={
        "account": trusted({"AWS": [ACCOUNT, f"arn:aws:iam::{ACCOUNT}:root"]}),
        "role with a path": trusted({"AWS": f"arn:aws:iam::{ACCOUNT}:role/team/app"}),
        "session": trusted({"AWS": f"arn:aws:sts::{ACCOUNT}:assumed-role/app/me@example.com"}),
        "services": trusted({"Service": ["ec2.amazonaws.com", "states.us-east-1.amazonaws.com"]}),
        "canonical user": (
            policy(grant({"CanonicalUser": "79a5" * 16}, "s3:GetObject", OBJECTS)),
            "x.bucket-policy.json",
        ),
    },
    bad={
        "neither star nor object": (trusted("me"), 6, 'Principal is "*" or an object'),
        "type": (trusted({"Aws": ACCOUNT}), 6, "did you mean `AWS`?"),
        "account": (trusted({"AWS": "11112222333"}), 6, "has 11"),
        "name": (trusted({"AWS": "alice"}), 6, "is no AWS principal"),
        "service as AWS": (trusted({"AWS": "ec2.amazonaws.com"}), 6, 'write "Service"'),
        "wildcard": (trusted({"AWS": f"arn:aws:iam::{ACCOUNT}:role/*"}), 6, "takes no wildcard"),
        "group": (trusted({"AWS": f"arn:aws:iam::{ACCOUNT}:group/admins"}), 6, "a group is no principal"),
        "policy": (trusted({"AWS": f"arn:aws:iam::{ACCOUNT}:policy/admins"}), 6, "is no principal"),
        "service": (trusted({"Service": "ecs-task.amazonaws.com"}), 6, "did you mean `ecs-tasks.amazonaws.com`?"),
        "no service": (trusted({"Service": "ec2"}), 6, "is no service principal"),
        "provider": (trusted({"Federated": HUB}, WEB), 6, "is no identity provider"),
        "canonical user": (
            policy(grant({"CanonicalUser": "79a5"}, "s3:GetObject", OBJECTS)),
            6,
            "64 hexadecimal digits",
            "x.bucket-policy.json",
        ),
        "variable": (
            trusted({"AWS": "arn:aws:iam::111122223333:user/${aws:username}"}),
            6,
            "Resource and Condition only",
        ),
    },
)

test_trust = run_cases(
    "iam_policy",
    language="json",
    title="app.trust-policy.json",
    good={
        "external id": trusted(ROLE, **when("StringEquals", "sts:ExternalId", "acme-7f3c91d2")),
        "tags": trusted(ROLE, ["sts:AssumeRole", "sts:TagSession"], **when("StringLike", "aws:RequestTag/Team", "*")),
        "organization": trusted("*", **ORG),
        "github": trusted(GITHUB, WEB, **workload(aud="sts.amazonaws.com", sub="repo:acme/orders:*")),
        "github by repository": trusted(GITHUB, WEB, **workload(repository_id="123456")),
        "saml": trusted(
            SAML, "sts:AssumeRoleWithSAML", **when("StringEquals", "SAML:aud", "https://signin.aws.amazon.com/saml")
        ),
        "own provider": trusted(
            {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/login.acme.example"},
            WEB,
            **when("StringEquals", "login.acme.example:aud", "orders"),
        ),
    },
    bad={
        "everybody": (trusted("*"), 6, "everybody in every AWS account"),
        "everybody as AWS": (trusted({"AWS": "*"}), 6, "everybody in every AWS account"),
        "a condition that says nobody": (
            trusted("*", **when("Bool", "aws:SecureTransport", "true")),
            6,
            "everybody in every AWS account",
        ),
        "missing key passes": (
            trusted("*", **when("StringEqualsIfExists", "aws:PrincipalOrgID", "o-a1b2c3d4e5")),
            6,
            "everybody in every AWS account",
        ),
        "way of a role": (trusted(GITHUB, **workload(sub="repo:acme/orders:*")), 7, f"comes in with {WEB}"),
        "way of a provider": (trusted(ROLE, WEB), 7, "comes in with sts:AssumeRole,"),
        "way of saml": (trusted(SAML, WEB), 7, "sts:AssumeRoleWithSAML"),
        "claim of another provider": (
            trusted(GITHUB, WEB, **when("StringEquals", "gitlab.com:sub", "project_path:acme/orders")),
            8,
            "is a claim of gitlab.com",
        ),
        "unknown claim": (trusted(GITHUB, WEB, **workload(repo="acme/orders")), 8, "AWS reads no claim 'repo'"),
        "every workload": (trusted(GITHUB, WEB, **workload(aud="sts.amazonaws.com")), 6, "every workload that"),
        "any subject": (trusted(GITHUB, WEB, **workload(sub="*")), 6, "every workload that"),
        "any owner": (trusted(GITHUB, WEB, **workload(sub="repo:*")), 8, "of other owners"),
        "part of an owner": (trusted(GITHUB, WEB, **workload(sub="repo:acme*/orders:*")), 8, "of other owners"),
    },
)

test_identity = run_cases(
    "iam_policy",
    language="json",
    title="app.identity-policy.json",
    good={
        "deny everything": policy(deny("*", "*", **when("DateLessThan", "aws:TokenIssueTime", "2026-11-21T09:30:00Z"))),
        "boundary": (policy(allow("*", "*")), "app.permissions-boundary.json"),
        "one role": policy(allow("iam:PassRole", f"arn:aws:iam::{ACCOUNT}:role/nightly")),
        "own keys": policy(allow("iam:CreateAccessKey", "arn:aws:iam::*:user/${aws:username}")),
        "by tag": policy(allow("secretsmanager:GetSecretValue", "*", **when("StringEquals", "aws:ResourceTag/A", "b"))),
        "describe": policy(allow("ec2:Describe*", "*")),
        "mfa": policy(deny("*", "*", **when("BoolIfExists", "aws:MultiFactorAuthPresent", "false"))),
    },
    bad={
        "administrator": (policy(allow("*", "*")), 6, "every action on every resource"),
        "whole service": (policy(allow(["s3:ListBucket", "s3:*"], "*")), 6, "`s3:*` on every resource"),
        "everything but": (
            policy({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}),
            6,
            "Allow with NotAction",
        ),
        "everywhere but": (
            policy({"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::secret/*"}),
            7,
            "Allow with NotResource",
        ),
        "pass any role": (policy(allow("iam:PassRole", "*")), 7, "passes every role"),
        "pass any role with a condition": (
            policy(allow("iam:PassRole", "*", **when("StringEquals", "iam:PassedToService", "ec2.amazonaws.com"))),
            7,
            "passes every role",
        ),
        "pass all roles": (policy(allow("iam:Pass*", f"arn:aws:iam::{ACCOUNT}:role/*")), 7, "passes every role"),
        "escalation": (policy(allow("iam:AttachUserPolicy", "*")), 6, "attach AdministratorAccess"),
        "escalation by wildcard": (
            policy(allow("iam:Put*", f"arn:aws:iam::{ACCOUNT}:role/*")),
            6,
            "a role that the caller",
        ),
        "every secret": (policy(allow("secretsmanager:Get*", "*")), 6, "reads every secret"),
        "every object": (policy(allow("s3:GetObject", "arn:aws:s3:::*/*")), 6, "objects of every bucket"),
        "every key": (policy(allow("kms:Decrypt", f"arn:aws:kms:us-east-1:{ACCOUNT}:key/*")), 6, "KMS.1"),
        "every role": (policy(allow("sts:AssumeRole", "*")), 6, "assumes every role"),
        "mfa": (policy(deny("*", "*", **when("Bool", "aws:MultiFactorAuthPresent", "false"))), 8, "use BoolIfExists"),
    },
)

S3 = {"Service": "s3.amazonaws.com"}
FROM = when("ArnLike", "aws:SourceArn", "arn:aws:s3:::orders")

test_resources = run_cases(
    "iam_policy",
    language="json",
    title="orders.queue-policy.json",
    good={
        "service with its source": policy(grant(S3, "sqs:SendMessage", QUEUE, **FROM)),
        "eventbridge to a topic": (
            policy(grant({"Service": "events.amazonaws.com"}, "sns:Publish", TOPIC)),
            "x.topic-policy.json",
        ),
        "logs of the own account": (
            policy(
                grant(
                    {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
                    "s3:PutObject",
                    f"arn:aws:s3:::orders/AWSLogs/{ACCOUNT}/*",
                )
            ),
            "x.bucket-policy.json",
        ),
        "perimeter": (
            policy(
                {
                    "Effect": "Deny",
                    "Principal": "*",
                    "Action": "s3:*",
                    "Resource": "*",
                    "Condition": {
                        "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
                        "BoolIfExists": {"aws:PrincipalIsAWSService": "false"},
                    },
                }
            ),
            "x.rcp.json",
        ),
    },
    bad={
        "public": (policy(grant("*", "sqs:SendMessage", QUEUE)), 6, "everybody is let in"),
        "public bucket": (policy(grant({"AWS": "*"}, "s3:GetObject", OBJECTS)), 6, "let in", "x.bucket-policy.json"),
        "who is any": (
            policy(grant("*", "sqs:SendMessage", QUEUE, **when("ArnLike", "aws:PrincipalArn", "*"))),
            6,
            "everybody is let in",
        ),
        "deputy": (policy(grant(S3, "sqs:SendMessage", QUEUE)), 6, "may come for anybody's account"),
        "nobody left": (
            policy({**grant("*", "sqs:*", QUEUE), "Effect": "Deny"}),
            7,
            "denies everything to everybody",
        ),
        "unmanageable key": (policy(grant(ROLE, "kms:Decrypt", "*")), 1, "AWS KMS refuses it", "x.key-policy.json"),
        "service manages the key": (
            policy({**KEY_ADMINISTRATION, "Principal": SERVICE}),
            1,
            "AWS KMS refuses it",
            "x.key-policy.json",
        ),
        "perimeter without services": (
            policy(
                {
                    **deny("s3:*", "*", **when("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5")),
                    "Principal": "*",
                }
            ),
            8,
            "also denies AWS services",
            "x.rcp.json",
        ),
    },
)
