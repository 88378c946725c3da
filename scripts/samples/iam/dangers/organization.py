"""Dangers in policies of an organization."""

from collections.abc import Iterator

from samples.iam import keys
from samples.iam.document import Policy
from samples.model import Problem

_PERIMETER = ("aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths")
_SERVICE = ("aws:principalisawsservice", "aws:principalservicename", "aws:principalservicenameslist")


def perimeter_without_services(policy: Policy) -> Iterator[Problem]:
    """AWS services call with no organization of their own, so that a perimeter without an exception stops them.

    Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
    """
    for statement in policy.statements:
        if any(condition.key.lower() in _SERVICE for condition in statement.conditions):
            continue
        for condition in statement.conditions:
            operator = keys.operator(condition.operator)
            if condition.key.lower() in _PERIMETER and operator and operator.negative:
                yield Problem(
                    condition.line,
                    'also denies AWS services, which are in no organization; add "BoolIfExists": '
                    '{"aws:PrincipalIsAWSService": "false"}',
                )


RULES = (perimeter_without_services,)
