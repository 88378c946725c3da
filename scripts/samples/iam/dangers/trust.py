"""Dangers in trust policies."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from samples.iam.dangers.conditions import held_by
from samples.iam.document import Condition, Policy
from samples.iam.tables import table
from samples.iam.trust import provider
from samples.model import Problem


def everybody(policy: Policy) -> Iterator[Problem]:
    """A role that everybody may assume is everybody's, in every account of AWS."""
    for statement in policy.statements:
        if statement.allows and statement.open_to_all and not held_by(statement, table("dangers")["who"]):
            yield Problem(
                statement.lines["Principal"],
                "everybody in every AWS account may assume the role; name the principal, or compare aws:PrincipalOrgID",
            )


def every_workload(policy: Policy) -> Iterator[Problem]:
    """A provider such as GitHub vouches for everybody's workloads; only a claim such as sub says whose it is.

    The audience is no such claim where a provider has many customers; the data file lists those.

    Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
    """
    for statement in policy.statements:
        for principal in statement.principals if statement.allows else ():
            name = provider(principal)
            if name is None:
                continue
            shared = any(fnmatchcase(name, pattern) for pattern in table("dangers")["shared_providers"])
            claims = [*table("dangers")["workload_claims"], *(() if shared else ("aud", "oaud", "email"))]
            if not held_by(statement, [f"{name}:{claim}" for claim in claims]):
                yield Problem(
                    principal.line,
                    f"every workload that {name} vouches for may assume the role; compare a claim such as {name}:sub",
                )


def wide_subject(policy: Policy) -> Iterator[Problem]:
    """repo:* is every repository of GitHub: the owner must stand before the first wildcard."""
    for statement in policy.statements:
        for condition in statement.conditions if statement.allows else ():
            if condition.key.lower() == "token.actions.githubusercontent.com:sub":
                yield from _wide(condition)


def _wide(condition: Condition) -> Iterator[Problem]:
    for value, line in condition.numbered:
        head, star, _ = str(value).partition("*")
        if star and "/" not in head:
            yield Problem(line, f"{value!r} takes in repositories of other owners; begin with repo:owner/repository:")


RULES = (everybody, every_workload, wide_subject)
