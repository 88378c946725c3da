"""Principals: that each has a form that IAM knows.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

import re
from collections.abc import Iterator

from samples.iam import arns, service_principals
from samples.iam.document import Policy, Principal
from samples.iam.kinds import Kind
from samples.iam.tables import table
from samples.model import Problem

_IDENTITY = re.compile(r"arn:[^:]+:iam::[0-9]{12}:(root|(user|role)/[\w+=,.@/-]+)")
_SESSION = re.compile(
    r"arn:[^:]+:sts::[0-9]{12}:(assumed-role/[\w+=,.@-]+/[\w+=,.@-]+|(federated-user|self)(/[\w+=,.@-]+)?)"
)
_ORIGIN_ACCESS = re.compile(r"arn:[^:]+:iam::cloudfront:user/CloudFront Origin Access Identity E[A-Z0-9]+")
_PROVIDER = re.compile(r"arn:[^:]+:iam::[0-9]{12}:(oidc-provider|saml-provider)/[\w+=,.@:/-]+")
_CANONICAL = re.compile(r"[0-9a-f]{64}")


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with the principals of a policy."""
    for statement in policy.statements:
        for principal in statement.principals:
            if message := _fault(principal, policy.kind):
                yield Problem(principal.line, message)


def _fault(principal: Principal, kind: Kind) -> str | None:
    value = principal.value
    if principal.type in ("*", "AWS"):
        return None if value == "*" else _aws_fault(value)
    if principal.type == "Service":
        return service_principals.fault(value)
    if principal.type == "CanonicalUser":
        return None if _CANONICAL.fullmatch(value) else f"`{value}` is no canonical user ID of 64 hexadecimal digits"
    if value in table("principals")["providers"] or _PROVIDER.fullmatch(value):
        return None
    named = ", ".join(table("principals")["providers"])
    return (
        f"`{value}` is no identity provider; write the ARN of one (oidc-provider/ or saml-provider/), or one of {named}"
    )


def _aws_fault(value: str) -> str | None:
    if re.fullmatch(r"[0-9]+", value):
        return None if len(value) == 12 else f"an account ID has 12 digits, and `{value}` has {len(value)}"
    if value.endswith(".amazonaws.com"):
        return f'`{value}` is a service; write "Service": "{value}"'
    if not value.startswith("arn:"):
        return f"`{value}` is no AWS principal; write an account ID or the ARN of an account, user, role or session"
    if message := arns.fault(value):
        return message
    if any(sign in value for sign in "*?"):
        return f"`{value}`: a principal takes no wildcard but a bare *; compare aws:PrincipalArn in a condition instead"
    if ":group/" in value:
        return f"`{value}`: a group is no principal; name users or roles"
    if any(pattern.fullmatch(value) for pattern in (_IDENTITY, _SESSION, _ORIGIN_ACCESS)):
        return None
    return f"`{value}` is no principal; write the ARN of an account (:root), user, role, role session or federated user"
