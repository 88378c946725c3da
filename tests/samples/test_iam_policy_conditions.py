"""The checker for IAM policies: condition operators, keys and values, and policy variables."""

import pytest

from samples.iam import keys
from tests.samples.cases import run_cases
from tests.samples.policies import ACCOUNT, KEY_ADMINISTRATION, ROOT, allow, deny, grant, policy, when

TABLE = f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/orders"
INSTANCE = f"arn:aws:ec2:us-east-1:{ACCOUNT}:instance/*"


def given(operator: str, key: str, value: object) -> str:
    """Return a policy whose condition stands at line 8."""
    return policy(deny("*", "*", **when(operator, key, value)))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("AWS:SourceArn", "aws:SourceArn"),
        ("aws:PrincipalTag/team", "aws:PrincipalTag/*"),
        ("ec2:ResourceTag/Env", "ec2:ResourceTag/${TagKey}"),
        ("SAML:aud", "saml:aud"),
        ("states:HTTPEndpoint", "states:HTTPEndpoint"),
        ("aws:PrincipalTag/", None),
        ("aws:Nothing", None),
        ("sqs:QueueName", None),
        ("username", None),
    ],
)
def test_find(key, name):
    found = keys.find(key)
    assert (found and found.name) == name


test_operators = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "every part": given("ForAnyValue:StringNotLikeIfExists", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-ab12/*"),
        "null": given("Null", "aws:TokenIssueTime", "true"),
        "text for an ARN": given("StringLike", "aws:PrincipalArn", "arn:aws:iam::*:role/break-glass"),
        "epoch": given("NumericLessThan", "aws:EpochTime", 1_800_000_000),
    },
    bad={
        "unknown": (given("StringEqual", "aws:username", "a"), 8, "did you mean `StringEquals`?"),
        "case": (given("stringEquals", "aws:username", "a"), 8, "did you mean `StringEquals`?"),
        "set operator": (given("ForAnyValues:StringEquals", "aws:TagKeys", "a"), 8, "did you mean `ForAnyValue`?"),
        "null if exists": (given("NullIfExists", "aws:username", "true"), 8, "Null already asks"),
        "type": (given("StringEquals", "aws:SecureTransport", "false"), 8, "such as Bool"),
        "text and number": (given("NumericLessThan", "aws:username", "5"), 8, "use a String operator"),
        "text and address": (given("StringEquals", "aws:SourceIp", "203.0.113.7"), 8, "such as IpAddress"),
        "set operator missing": (given("StringEquals", "aws:TagKeys", "Team"), 8, "has many values"),
        "set operator of a service": (
            policy(allow("dynamodb:Query", TABLE, **when("StringEquals", "dynamodb:LeadingKeys", "a"))),
            8,
            "has many values",
        ),
        "set operator too many": (given("ForAllValues:StringEquals", "aws:username", "a"), 8, "has one value"),
    },
)

test_keys = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "of the action": policy(
            allow("s3:ListBucket", "arn:aws:s3:::orders", **when("StringLike", "s3:prefix", ["a/*", ""]))
        ),
        "tag of the resource": policy(
            allow("ec2:StartInstances", INSTANCE, **when("StringEquals", "aws:ResourceTag/Env", "dev"))
        ),
        "wildcard beside the action": policy(
            deny(["ec2:RunInstances", "ec2:Describe*"], "*", **when("StringNotEquals", "ec2:InstanceType", "t3.micro"))
        ),
        "some requests only": policy(
            deny(["s3:GetObject", "s3:PutObject"], **when("Null", "s3:x-amz-server-side-encryption", "true"))
        ),
        "of another service's session": given("ArnEquals", "lambda:SourceFunctionArn", "arn:aws:lambda:*:*:function:a"),
        "encryption context": (
            policy(
                KEY_ADMINISTRATION,
                grant(ROOT, "kms:Decrypt", "*", **when("StringEquals", "kms:EncryptionContext:purpose", "orders")),
            ),
            "x.key-policy.json",
        ),
        "younger than parliament": policy(
            allow(
                "bedrock:InvokeModel",
                "arn:aws:bedrock:us-east-1::foundation-model/*",
                **when("ArnEquals", "bedrock:GuardrailIdentifier", f"arn:aws:bedrock:us-east-1:{ACCOUNT}:guardrail/a1"),
            )
        ),
    },
    bad={
        "no prefix": (given("StringEquals", "username", "a"), 8, "a condition key has a prefix"),
        "unknown global key": (
            given("StringEquals", "aws:PrincipalOrgId2", "a"),
            8,
            "did you mean `aws:PrincipalOrgID`?",
        ),
        "unknown key": (given("StringEquals", "ec2:InstanceTyp", "a"), 8, "did you mean `ec2:InstanceType`?"),
        "service without keys": (given("StringEquals", "sqs:QueueName", "a"), 8, "documents no condition keys"),
        "no such service": (given("StringEquals", "ecs2:cluster", "a"), 8, "no service has the prefix"),
        "of another action": (
            policy(allow("s3:GetObject", **when("StringLike", "s3:prefix", "a/*"))),
            8,
            "never carries s3:prefix, so that the condition never matches",
        ),
        "of one action of two": (
            policy(
                allow(
                    ["s3:GetObject", "s3:ListBucket"],
                    ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"],
                    **when("StringLike", "s3:prefix", "a/*"),
                )
            ),
            8,
            "`s3:GetObject` never carries",
        ),
        "tag of no resource": (
            policy(allow("ec2:DescribeInstances", "*", **when("StringEquals", "aws:ResourceTag/Env", "dev"))),
            8,
            "never carries aws:ResourceTag/Env",
        ),
        "denied in any case": (
            policy(deny("s3:GetObject", **when("StringNotEquals", "s3:x-amz-acl", "private"))),
            8,
            "so that the condition always matches",
        ),
    },
)

test_values = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "boolean": given("Bool", "aws:SecureTransport", False),
        "date": given("DateGreaterThan", "aws:CurrentTime", "2026-11-21T09:30:00Z"),
        "address": given("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24", "2001:db8::/32"]),
        "inside a VPC": given("IpAddress", "aws:VpcSourceIp", "10.0.0.0/16"),
        "ARN pattern": given("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/aws-service-role/*"),
        "role that is passed": policy(
            allow(
                "iam:PassRole",
                f"arn:aws:iam::{ACCOUNT}:role/nightly",
                **when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
            )
        ),
    },
    bad={
        "no boolean": (given("Bool", "aws:SecureTransport", "no"), 8, "neither true nor false"),
        "null takes booleans": (given("Null", "aws:username", "yes"), 8, "neither true nor false"),
        "no number": (given("NumericLessThan", "aws:MultiFactorAuthAge", "1h"), 8, "is no number"),
        "no date": (given("DateLessThan", "aws:CurrentTime", "21.11.2026"), 8, "is no date"),
        "no text": (given("StringEquals", "aws:username", True), 8, "write true in quotes"),
        "no address": (given("IpAddress", "aws:SourceIp", "203.0.113.0/33"), 8, "write an address or a block"),
        "bits of the host": (given("IpAddress", "aws:SourceIp", "203.0.113.5/24"), 8, "host bits set"),
        "private address": (given("IpAddress", "aws:SourceIp", "10.0.0.0/16"), 8, "use aws:VpcSourceIp"),
        "no ARN": (given("ArnLike", "aws:SourceArn", "orders"), 8, "is no ARN"),
        "account": (given("StringEquals", "aws:SourceAccount", "11112222333"), 8, "an account ID of 12 digits"),
        "organization": (given("StringEquals", "aws:PrincipalOrgID", "acme"), 8, "an organization ID"),
        "path": (given("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-ab12"), 8, "a slash or /*"),
        "VPC endpoint": (given("StringEquals", "aws:SourceVpce", "vpc-1a2b3c4d"), 8, "a VPC endpoint ID"),
        "Region": (given("StringEquals", "aws:RequestedRegion", "us-east"), 8, "is no Region"),
        "service": (given("StringEquals", "iam:PassedToService", "lambada.amazonaws.com"), 8, "did you mean `lambda"),
        "service without Region": (given("StringEquals", "kms:ViaService", "s3.amazonaws.com"), 8, "with its Region"),
        "external ID": (given("StringEquals", "sts:ExternalId", "a"), 8, "2 to 1,224"),
        "wildcard taken literally": (given("StringEquals", "aws:username", "app-*"), 8, "use StringLike"),
        "literally, and not": (given("StringNotEquals", "aws:username", "app-*"), 8, "use StringNotLike"),
        "wildcard in an account": (given("StringLike", "aws:PrincipalAccount", "1111*"), 8, "somebody else's"),
    },
)

test_variables = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "in a resource": policy(allow(resource="arn:aws:s3:::orders/${aws:username}/*")),
        "tag with a default": policy(allow(resource="arn:aws:s3:::orders/${aws:PrincipalTag/team, 'none'}/*")),
        "claim": policy(allow(resource="arn:aws:s3:::orders/${cognito-identity.amazonaws.com:sub}/*")),
        "escaped": policy(allow(resource="arn:aws:s3:::orders/${*}")),
        "in a value": given("StringNotEquals", "aws:ResourceOrgID", "${aws:PrincipalOrgID}"),
    },
    bad={
        "not closed": (policy(allow(resource="arn:aws:s3:::orders/${aws:username")), 7, "does not close it"),
        "no prefix": (policy(allow(resource="arn:aws:s3:::orders/${username}/*")), 7, "a condition key has a prefix"),
        "unknown": (policy(allow(resource="arn:aws:s3:::orders/${aws:UserNames}")), 7, "did you mean `aws:username`?"),
        "default without quotes": (
            policy(allow(resource="arn:aws:s3:::orders/${aws:userid, x}")),
            7,
            "no policy variable",
        ),
        "many values": (policy(allow(resource="arn:aws:s3:::orders/${aws:TagKeys}")), 7, "has many values"),
        "in an action": (policy(allow("s3:${aws:username}")), 6, "in Resource and Condition only"),
        "for a date": (
            given("DateLessThan", "aws:CurrentTime", "${aws:TokenIssueTime}"),
            8,
            "takes no policy variables",
        ),
    },
)
