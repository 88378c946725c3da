"""The checker for IAM policies: what a kind of policy may not hold."""

from tests.samples.cases import run_cases
from tests.samples.policies import ACCOUNT, KEY_ADMINISTRATION, QUEUE, ROLE, ROOT, TOPIC, allow, deny, grant, policy

BUCKET = ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]
MANY = [f"arn:aws:s3:::orders-{i:04}/*" for i in range(400)]

test_kinds = run_cases(
    "iam_policy",
    language="json",
    title="orders.bucket-policy.json",
    good={"deny with NotPrincipal": policy({"NotPrincipal": ROOT, **deny("s3:DeleteBucket", BUCKET[0])})},
    bad={
        "no principal": (policy(allow()), 4, "no Principal"),
        "allow with NotPrincipal": (policy(allow(NotPrincipal=ROOT)), 8, "NotPrincipal with Allow"),
        "action of another service": (policy(grant(ROLE, "sqs:SendMessage", BUCKET[1])), 7, "of these services only"),
        "any resource": (policy(grant(ROLE, "s3:GetObject", "*")), 8, "must name its resource"),
        "another bucket": (
            policy(grant(ROLE, "s3:GetObject", ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"])),
            8,
            "is not of the bucket a",
        ),
        "resource of a trust policy": (
            policy(grant(ROLE, "sts:AssumeRole", "*")),
            8,
            "has no Resource",
            "x.trust-policy.json",
        ),
        "action of a trust policy": (
            policy(grant(ROLE, "sts:GetCallerIdentity")),
            7,
            "cannot stand in a trust-policy",
            "x.trust-policy.json",
        ),
        "federated outside of trust": (
            policy(grant({"Federated": "accounts.google.com"}, "sqs:SendMessage", QUEUE)),
            6,
            "takes no principal of type Federated",
            "x.queue-policy.json",
        ),
        "allow in an rcp": (policy(grant("*", "s3:*", "*")), 5, "must be Deny", "x.rcp.json"),
        "principal of an rcp": (
            policy({**grant(ROLE, "s3:*", "*"), "Effect": "Deny"}),
            6,
            'only: "*"',
            "x.rcp.json",
        ),
        "NotAction in an rcp": (
            policy({"Principal": "*", "Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}),
            7,
            "knows no NotAction",
            "x.rcp.json",
        ),
        "bare star in an rcp": (
            policy({**grant("*", "*", "*"), "Effect": "Deny"}),
            7,
            "takes no bare *",
            "x.rcp.json",
        ),
        "service without rcp": (
            policy({**grant("*", "ec2:*", "*"), "Effect": "Deny"}),
            7,
            "of these services only",
            "x.rcp.json",
        ),
        "principal in an scp": (policy(deny("s3:*", "*", Principal="*")), 8, "has no Principal", "x.scp.json"),
        "key policy with an ARN": (
            policy({**KEY_ADMINISTRATION, "Resource": f"arn:aws:kms:us-east-1:{ACCOUNT}:key/1"}),
            8,
            'is "*"',
            "x.key-policy.json",
        ),
        "wildcard for a topic": (
            policy(grant(ROLE, "sns:*", TOPIC)),
            7,
            "takes no wildcards",
            "x.topic-policy.json",
        ),
        "resource of a repository": (
            policy(grant(ROLE, "ecr:BatchGetImage", "*")),
            8,
            "has no Resource",
            "x.repository-policy.json",
        ),
        "other prefix in an api": (
            policy(grant("*", "execute-api:Invoke", "execute:/*")),
            8,
            "is no ARN",
            "x.api-policy.json",
        ),
        "size of an identity policy": (
            policy(allow("s3:GetObject", MANY)),
            1,
            "may have 6,144",
            "x.identity-policy.json",
        ),
        "white space in an scp": (
            policy(deny("s3:*", "*")).replace("  ", " " * 2_000),
            1,
            "an SCP may have 10,240",
            "x.scp.json",
        ),
        "size of an scp": (
            policy(deny("s3:*", "*", Sid="x" * 10_240)),
            1,
            "an SCP may have 10,240",
            "x.scp.json",
        ),
        "size of a trust policy": (
            policy(grant(ROLE, "sts:AssumeRole", Sid="x" * 2_048)),
            1,
            "may have 2,048",
            "x.trust-policy.json",
        ),
        "actions of a queue": (
            policy(
                grant(
                    ROLE,
                    [f"sqs:{name}*" for name in ("Get", "Send", "Rec", "Del", "Chan", "Purge", "Tag", "Untag")],
                    QUEUE,
                )
            ),
            7,
            "8 actions",
            "x.queue-policy.json",
        ),
    },
)
