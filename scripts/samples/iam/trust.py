"""Trust policies: that the way in fits who comes, and that claims are those of the identity provider that is trusted.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from samples.iam import keys
from samples.iam.document import Policy, Principal, Statement
from samples.model import Problem

_WAYS = {
    "oidc": "sts:AssumeRoleWithWebIdentity",
    "saml": "sts:AssumeRoleWithSAML",
    "other": "sts:AssumeRole",
}


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield what does not fit in a trust policy; nothing for other kinds of policy."""
    if policy.kind.name != "trust-policy":
        return
    for statement in policy.statements:
        if "Principal" not in statement.negated and statement.allows:
            yield from _way(statement)
        yield from _claims(statement)


def provider(principal: Principal) -> str | None:
    """Return the OpenID Connect provider that a principal is, without the ARN around it, or None."""
    if principal.type != "Federated" or ":saml-provider/" in principal.value:
        return None
    return principal.value.partition(":oidc-provider/")[2] or principal.value


def _came_as(principal: Principal) -> str:
    if principal.type != "Federated":
        return "other"
    return "saml" if ":saml-provider/" in principal.value else "oidc"


def _way(statement: Statement) -> Iterator[Problem]:
    patterns = [action.value.lower() for action in statement.actions]
    ways = [way for way in _WAYS.values() if any(fnmatchcase(way.lower(), pattern) for pattern in patterns)]
    if not ways or "Action" in statement.negated:
        return  # a statement with sts:TagSession alone goes with another statement
    for principal in statement.principals:
        needed = _WAYS[_came_as(principal)]
        if needed not in ways:
            line = statement.lines["Action"]
            yield Problem(
                line, f"`{principal.value}` comes in with {needed}, and the statement has only {', '.join(ways)}"
            )


def _claims(statement: Statement) -> Iterator[Problem]:
    trusted = {name.lower() for principal in statement.principals if (name := provider(principal))}
    for condition in statement.conditions:
        key = keys.find(condition.key)
        if key is None or key.scope != "claim":
            continue
        asked = condition.key.rpartition(":")[0]
        if asked.lower() not in trusted:
            named = ", ".join(sorted(trusted)) or "no OpenID Connect provider"
            yield Problem(condition.line, f"{condition.key} is a claim of {asked}, and the statement trusts {named}")
