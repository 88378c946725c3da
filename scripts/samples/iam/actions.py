"""Actions: that they exist, and are of the services that a kind of policy is for."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from samples.iam import authorization
from samples.iam.document import Policy
from samples.iam.kinds import Kind
from samples.iam.tables import table
from samples.model import Problem
from samples.nearest import did_you_mean


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with the actions of a policy."""
    for statement in policy.statements:
        for action in statement.actions:
            message = _fault(action.value) or _misfit(action.value, policy.kind)
            if message:
                yield Problem(action.line, message)


def _fault(pattern: str) -> str | None:
    if pattern == "*":
        return None
    service, colon, name = pattern.partition(":")
    if not colon or not name:
        return f"`{pattern}` is no action; write service:Action, or * for all"
    if authorization.expand(pattern):
        return None
    known = authorization.services()
    if service.lower() not in known and not any(sign in service for sign in "*?"):
        if authorization.retired(service.lower()):
            return f"`{pattern}`: AWS has retired the service {service!r}"
        return f"`{pattern}`: unknown service prefix {service!r}{did_you_mean(service, known)}"
    if any(sign in name for sign in "*?"):
        return f"`{pattern}` matches no action of {service}"
    if authorization.retired(service.lower(), name):
        return f"AWS has retired the action `{pattern}`"
    return f"unknown action `{pattern}`{_meant(service.lower(), name)}"


def _meant(service: str, name: str) -> str:
    action = table("actions")["operations"].get(f"{service}:{name}")
    if action:
        return f"; {name} is an API operation, and its permission is {action}"
    return did_you_mean(name, authorization.action_names(service))


def _misfit(pattern: str, kind: Kind) -> str | None:
    if pattern == "*":
        needed = ", ".join(f"{one}:*" for one in kind.services[:3])
        return None if kind.any_action else f"{kind} takes no bare *; name the actions, as in {needed}"
    service = pattern.partition(":")[0].lower()
    if kind.services and not any(fnmatchcase(one, service) for one in kind.services):
        few = ", ".join(kind.services) if len(kind.services) < 5 else f"those in {kind.source}"
        return f"`{pattern}`: {kind} holds actions of these services only: {few}"
    if not kind.wildcards and any(sign in pattern for sign in "*?"):
        return f"`{pattern}`: {kind} takes no wildcards in actions; list them"
    if kind.actions and not any(fnmatchcase(one.lower(), pattern.lower()) for one in kind.actions):
        return f"`{pattern}` cannot stand in {kind}, which knows {', '.join(kind.actions)}"
    return None
