"""What counts as a term: the same code runs when the index is built and when somebody types."""

import pytest
from py_mini_racer import MiniRacer

from search.build import HERE, INDEXER


@pytest.fixture(scope="module")
def engine():
    with MiniRacer() as context:
        for file in INDEXER:
            context.eval((HERE / file).read_text("utf-8"))
        yield context


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Policies", {"polici"}),
        ("policy", {"polici"}),
        ("the VPCs", {"vpc"}),
        ("SQS and DNS", {"sqs", "dns"}),
        ("s3:GetObject", {"s3getobject", "s3", "getobject", "get", "object"}),
        ("iam:PassRole", {"iampassrol", "iam", "passrol", "pass", "role"}),
        ("aws_lb_listener", {"awslblisten", "aws", "lb", "listen"}),
        ("t3.micro", {"t3micro", "t3", "micro"}),
        ("ThrottlingException", {"throttlingexcept", "throttl", "except"}),
        ("multi-AZ", {"multiaz", "multi", "az"}),
        ("0.0.0.0/0", {"00000"}),
        ("502", {"502"}),
        ("doesn't", set()),
        ("isn't it", set()),
        ("", set()),
        ("… – ?!", set()),
    ],
)
def test_terms(engine, text, terms):
    assert set(engine.call("aloud.text.terms", text)) == terms


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "__proto__", "constructor", "🙂 ملف", "\0\ud7ff", "x" * 10_000])
def test_no_text_is_too_strange(engine, text):
    terms = engine.call("aloud.text.terms", text)
    assert all(0 < len(term) <= 48 for term in terms)
