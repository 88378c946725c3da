"""The size of a policy, and how many there may be of its parts."""

from collections.abc import Iterator

from samples.iam.document import Policy
from samples.model import Problem


def problems(policy: Policy, content: str) -> Iterator[Problem]:
    """Yield what is larger than the kind of policy may be; `data/policy_kinds.yaml` has figures and sources."""
    kind = policy.kind
    if kind.size is not None:
        size = len(content.strip()) if kind.count == "characters" else len("".join(content.split()))
        without = " without white space" if kind.count == "nonspace" else ""
        if size > kind.size:
            yield Problem(1, f"the policy has {size:,} characters{without}; {kind} may have {kind.size:,}")
    yield from _lists(policy)


def _lists(policy: Policy) -> Iterator[Problem]:
    limits = policy.kind.lists
    counts = [(1, "statements", len(policy.statements))]
    for statement in policy.statements:
        counts += [
            (statement.lines.get("Action", statement.line), "actions", len(statement.actions)),
            (statement.lines.get("Principal", statement.line), "principals", len(statement.principals)),
            (statement.lines.get("Condition", statement.line), "conditions", len(statement.conditions)),
        ]
    for line, what, count in counts:
        if what in limits and count > limits[what]:
            yield Problem(line, f"{count} {what}, and {policy.kind} may have {limits[what]}")
