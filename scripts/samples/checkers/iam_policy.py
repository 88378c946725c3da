"""IAM policies of every kind: grammar, actions, resources, conditions, principals, size, and well-known dangers.

The kind is in the title: orders.bucket-policy.json is a bucket policy. What each kind may hold is in
data/policy_kinds.yaml; samples.iam.authorization says where actions, types of resource and condition keys come from.
"""

from collections.abc import Iterator, Sequence

from samples.iam import actions, conditions, dangers, grammar, principals, resources, size, trust, variables
from samples.iam.document import build
from samples.iam.kinds import kind_names, kind_of
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean
from samples.yaml_nodes import read_json

MEANS = "IAM grammar, cfn-lint, parliament and botocore data"
CHECKS = (actions, resources, principals, trust, conditions, variables, dangers)


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Return a verdict for each policy."""
    return [Verdict(tuple(sorted(set(_problems(sample)))), MEANS) for sample in samples]


def _problems(sample: Sample) -> Iterator[Problem]:
    name, kind = kind_of(sample.title)
    if kind is None:
        yield Problem(
            1,
            f"{name!r} is no kind of IAM policy{did_you_mean(name, kind_names())}; name the file "
            "like orders.bucket-policy.json, or add the kind to policy_kinds.yaml",
        )
        return
    document, problems = read_json(sample.content)
    yield from problems
    if document is None or problems:
        return
    problems = list(grammar.problems(document, kind))
    yield from problems
    if problems:
        return
    policy = build(document, kind)
    for part in CHECKS:
        yield from part.problems(policy)
    yield from size.problems(policy, sample.content)
