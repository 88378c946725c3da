"""The checker for IAM policies: actions, resources, and whether they fit each other."""

import pytest

from samples.iam import arns, authorization
from tests.samples.cases import run_cases
from tests.samples.policies import ACCOUNT, allow, deny, policy

LOGS = f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:/aws/lambda/orders:*"
EC2 = f"arn:aws:ec2:us-east-1:{ACCOUNT}"
RUN = [
    "arn:aws:ec2:us-east-1::image/ami-0abcdef1234567890",
    *(f"{EC2}:{type_}/*" for type_ in ("instance", "volume", "network-interface", "security-group", "subnet")),
]


@pytest.mark.parametrize(
    ("form", "arn", "fits"),
    [
        ("arn:*:s3:::*", "arn:aws:s3:::orders", True),
        ("arn:*:s3:::*", "arn:aws:s3:::orders/*", False),
        ("arn:*:s3:::*/*", "arn:aws:s3:::orders", False),
        ("arn:*:s3:::*/*", "arn:aws:s3:::orders/${aws:username}/*", True),
        ("arn:*:s3express:*:*:bucket/*", f"arn:aws:s3express:us-east-1:{ACCOUNT}:bucket/a--use1-az4--x-s3", True),
        ("arn:*:iam::*:user/*", f"arn:aws:iam::{ACCOUNT}:u*", False),
        ("arn:*:secretsmanager:*:*:secret:*", f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:db-??????", True),
        ("arn:*:sqs:*:*:*", "orders", False),
    ],
)
def test_fits(form, arn, fits):
    assert arns.fits(form, arn) is fits


def test_both_sources_are_read():
    """cfn-lint brings the new actions and parliament the whole formats, of which cfn-lint has the beginning."""
    [young] = authorization.expand("s3vectors:QueryVectors")
    assert authorization.action_keys(young) is None
    [run_task] = authorization.expand("ecs:RunTask")
    assert authorization.arn_formats(run_task) == ("arn:*:ecs:*:*:task-definition/*:*",)


test_actions = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "case does not count": policy(allow("S3:getobject")),
        "wildcards": policy(allow(["s3:Get*", "s3:List?ucket"], ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"])),
        "younger than parliament": policy(
            allow("s3vectors:QueryVectors", f"arn:aws:s3vectors:us-east-1:{ACCOUNT}:bucket/media/index/films")
        ),
    },
    bad={
        "no prefix": (policy(allow("GetObject")), 6, "is no action"),
        "unknown service": (policy(allow("dynamo:GetItem", "*")), 6, "unknown service prefix 'dynamo'"),
        "unknown action": (policy(allow("s3:GetObjct")), 6, "did you mean `GetObject`?"),
        "operation": (policy(allow("s3:ListObjectsV2", "arn:aws:s3:::orders")), 6, "its permission is s3:ListBucket"),
        "wildcard for nothing": (policy(allow("s3:Fetch*")), 6, "matches no action of s3"),
        "retired action": (policy(allow("trustedadvisor:ListEngagements", "*")), 6, "retired the action"),
        "retired service": (policy(allow("deeplens:*", "*")), 6, "retired the service"),
        "in NotAction": (policy({"Effect": "Deny", "NotAction": "iam:Foo", "Resource": "*"}), 6, "unknown action"),
    },
)

test_resources = run_cases(
    "iam_policy",
    language="json",
    title="orders.identity-policy.json",
    good={
        "bucket and objects": policy(
            allow(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"])
        ),
        "log group": policy(allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], LOGS)),
        "no resources of its own": policy(allow(["ecr:GetAuthorizationToken", "ec2:DescribeInstances"], "*")),
        "every type": policy(allow("ec2:RunInstances", RUN)),
        "types in two statements": policy(allow("ec2:RunInstances", RUN[:2]), allow("ec2:RunInstances", RUN[2:])),
        "document of AWS": policy(
            allow("ssm:SendCommand", ["arn:aws:ssm:us-east-1::document/AWS-RunShellScript", f"{EC2}:instance/i-0abc"])
        ),
        "other partition": policy(allow("s3:GetObject", "arn:aws-us-gov:s3:::orders/*")),
        "wildcard in the Region": policy(allow("sqs:SendMessage", f"arn:aws:sqs:us-*:{ACCOUNT}:orders")),
        "NotResource": policy({"Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::orders/*"}),
        "any action on a resource": policy(deny("*", "arn:aws:s3:::orders/*")),
    },
    bad={
        "no ARN": (policy(allow(resource="orders/*")), 7, "is no ARN"),
        "too short": (policy(allow(resource="arn:aws:s3:orders")), 7, "is no ARN"),
        "partition": (policy(allow(resource="arn:amazon:s3:::orders/*")), 7, "unknown partition 'amazon'"),
        "service": (policy(allow(resource="arn:aws:s33:::orders/*")), 7, "unknown service 's33'"),
        "Region": (policy(allow("sqs:SendMessage", f"arn:aws:sqs:us-east-9:{ACCOUNT}:q")), 7, "no Region 'us-east-9'"),
        "account": (policy(allow("sqs:SendMessage", "arn:aws:sqs:us-east-1:11112222333:q")), 7, "has 12 digits"),
        "nothing named": (
            policy(allow("sqs:SendMessage", f"arn:aws:sqs:us-east-1:{ACCOUNT}:")),
            7,
            "no resource after",
        ),
        "object action on a bucket": (policy(allow(resource="arn:aws:s3:::orders")), 6, "it works on arn:*:s3"),
        "bucket action on objects": (policy(allow("s3:ListBucket")), 6, "fits no Resource"),
        "also with deny": (policy(deny("s3:ListBucket")), 6, "fits no Resource"),
        "action without resources": (
            policy(allow("s3:ListAllMyBuckets")),
            6,
            'give it a statement with "Resource": "*"',
        ),
        "wildcard without resources": (policy(allow("ec2:DescribeKey*", f"{EC2}:instance/*")), 6, '"Resource": "*"'),
        "resource of no action": (
            policy(allow("s3:GetObject", ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"])),
            7,
            "no action of the statement works on `arn:aws:s3:::orders`",
        ),
        "revision": (
            policy(allow("ecs:RunTask", f"arn:aws:ecs:us-east-1:{ACCOUNT}:task-definition/nightly")),
            6,
            "task-definition/*:*",
        ),
        "Region of a bucket": (
            policy(allow(resource=f"arn:aws:s3:us-east-1:{ACCOUNT}:orders/*")),
            6,
            "fits no Resource",
        ),
        "type missing": (policy(allow("ec2:RunInstances", RUN[:-1])), 6, "also needs a Resource such as"),
        "NotResource is no ARN": (
            policy({"Effect": "Deny", "Action": "s3:GetObject", "NotResource": "orders"}),
            7,
            "is no ARN",
        ),
    },
)
