"""Rules against policies that IAM accepts and nobody should have. Each kind of policy names the groups that apply."""

from collections.abc import Iterator

from samples.iam.dangers import identity, mfa, organization, resource, trust
from samples.iam.document import Policy
from samples.model import Problem

GROUPS = {
    "deputy": resource.DEPUTY,
    "identity": identity.RULES,
    "key": resource.KEY,
    "lockout": resource.LOCKOUT,
    "mfa": mfa.RULES,
    "public": resource.PUBLIC,
    "rcp": organization.RULES,
    "trust": trust.RULES,
}


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield the dangers in a policy."""
    for group in policy.kind.dangers:
        for rule in GROUPS[group]:
            yield from rule(policy)
