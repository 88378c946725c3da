"""Event patterns of Amazon EventBridge, in the checker for API shapes."""

from tests.samples.cases import run_cases

EVENT = """\
{
  "source": ["aws.ec2"],
  "detail-type": ["EC2 Instance State-change Notification"],
  "detail": {
    "state": ["stopped", { "prefix": "term" }],
    "instance-id": [{ "anything-but": ["i-0123456789abcdef0"] }],
    "cpu": [{ "numeric": [">", 0, "<=", 5] }],
    "address": [{ "cidr": "10.0.0.0/24" }],
    "$or": [{ "name": [{ "exists": false }] }, { "name": [{ "wildcard": "web-*" }] }]
  }
}
"""

test_cases = run_cases(
    "api_shape",
    language="json",
    title="stopped.event-pattern.json",
    good={"all operators": EVENT},
    bad={
        "unknown field": (
            EVENT.replace("detail-type", "detailType"),
            3,
            "did you mean `detail-type`",
        ),
        "no array": (EVENT.replace('["aws.ec2"]', '"aws.ec2"'), 2, "stand in an array"),
        "empty": ("{}\n", 1, "at least one field"),
        "empty array": (EVENT.replace('["aws.ec2"]', "[]"), 2, "empty array"),
        "operator": (EVENT.replace('"prefix"', '"prefx"'), 5, "did you mean `prefix`"),
        "numeric": (EVENT.replace('[">", 0, "<=", 5]', '[">", 5, "<=", 0]'), 7, "'numeric'"),
        "cidr": (EVENT.replace("10.0.0.0/24", "10.0.0/24"), 8, "'cidr'"),
        "exists": (EVENT.replace('"exists": false', '"exists": "no"'), 9, "'exists'"),
        "wildcard": (EVENT.replace("web-*", "web-**"), 9, "'wildcard'"),
        "or": (
            EVENT.replace('"$or": [{ "name": [{ "exists": false }] }, ', '"$or": ['),
            9,
            "`$or`",
        ),
        "anything-but": (EVENT.replace('["i-0123456789abcdef0"]', "[]"), 6, "'anything-but'"),
    },
)
