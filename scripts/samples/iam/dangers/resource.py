"""Dangers in policies of resources."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from samples.iam.dangers.conditions import held_by
from samples.iam.document import Policy, Statement
from samples.iam.tables import table
from samples.model import Problem


def public(policy: Policy) -> Iterator[Problem]:
    """Principal "*" with Allow is everybody, without signing in even, unless a condition says who."""
    for statement in policy.statements:
        if statement.allows and statement.open_to_all and not held_by(statement, table("dangers")["who"]):
            yield Problem(
                statement.lines["Principal"],
                "everybody is let in, without signing in even; name the principal, or say who in a condition "
                "(aws:PrincipalOrgID, aws:SourceArn, ...)",
            )


def confused_deputy(policy: Policy) -> Iterator[Problem]:
    """A service acts for all of its customers; only a condition says for whose account it may come here.

    Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
    """
    exceptions = {(one["kind"], one["service"]) for one in table("dangers")["no_source_keys"]}
    for statement in policy.statements:
        if not statement.allows or held_by(statement, table("dangers")["for_whom"]) or _own_log_prefix(statement):
            continue
        for principal in statement.principals:
            if principal.type == "Service" and (policy.kind.name, principal.value) not in exceptions:
                yield Problem(
                    principal.line,
                    f"{principal.value} may come for anybody's account; compare aws:SourceAccount or aws:SourceArn",
                )


def _own_log_prefix(statement: Statement) -> bool:
    """Services write logs under AWSLogs/ and the account that the logs are of, so that the path says for whom."""
    return all(re.search(r"/AWSLogs/[0-9]{12}/", resource.value) for resource in statement.resources)


def nobody_left(policy: Policy) -> Iterator[Problem]:
    """Deny for everybody, everything and always locks out the administrators, who cannot take the policy away."""
    for statement in policy.statements:
        if statement.allows or statement.conditions or not statement.open_to_all or statement.negated:
            continue
        for action in statement.actions:
            if action.value == "*" or action.value.endswith(":*"):
                yield Problem(action.line, "denies everything to everybody, administrators too; add a condition")


def unmanageable_key(policy: Policy) -> Iterator[Problem]:
    """AWS KMS refuses a key policy with which nobody could change the key policy any more.

    Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    """
    for statement in policy.statements:
        actions = (action.value.lower() for action in statement.actions)
        grants = any(fnmatchcase("kms:putkeypolicy", one) for one in actions) != ("Action" in statement.negated)
        if statement.allows and grants and any(principal.type == "AWS" for principal in statement.principals):
            return
    yield Problem(
        1,
        "nobody may change this key policy any more, and AWS KMS refuses it; allow the account's root kms:PutKeyPolicy",
    )


PUBLIC = (public,)
DEPUTY = (confused_deputy,)
LOCKOUT = (nobody_left,)
KEY = (unmanageable_key,)
