"""Dangers in conditions about multi-factor authentication."""

from collections.abc import Iterator

from samples.iam import keys
from samples.iam.document import Policy
from samples.model import Problem


def deny_without_if_exists(policy: Policy) -> Iterator[Problem]:
    """A call with an access key carries no aws:MultiFactorAuthPresent at all (parliament: BAD_PATTERN_FOR_MFA)."""
    for statement in policy.statements:
        for condition in statement.conditions:
            operator = keys.operator(condition.operator)
            if statement.allows or operator is None or operator.base != "Bool" or operator.if_exists:
                continue
            if condition.key.lower() == "aws:multifactorauthpresent" and str(condition.values[0]).lower() == "false":
                yield Problem(
                    condition.line,
                    "access keys send no aws:MultiFactorAuthPresent, and Bool lets them pass; use BoolIfExists",
                )


RULES = (deny_without_if_exists,)
