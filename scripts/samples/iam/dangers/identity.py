"""Dangers in policies that grant something to an identity."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from samples.iam import arns, authorization
from samples.iam.document import Policy, Statement
from samples.iam.tables import table
from samples.model import Problem

_PASS_ROLE = "iam:PassRole"


def full_access(policy: Policy) -> Iterator[Problem]:
    """Everything on everything makes an administrator: Security Hub control IAM.1."""
    for statement in _grants(policy):
        for action in statement.actions:
            if action.value in ("*", "*:*") and _everywhere(statement):
                yield Problem(action.line, "allows every action on every resource; name the actions and the resources")


def whole_service(policy: Policy) -> Iterator[Problem]:
    """All of a service on all resources has actions that nobody thought of: Security Hub control IAM.21."""
    for statement in _grants(policy):
        for action in statement.actions:
            service, _, name = action.value.partition(":")
            if name == "*" and service != "*" and _everywhere(statement):
                yield Problem(
                    action.line, f"`{action}` on every resource takes in all that {service} can do; name actions"
                )


def allow_not_action(policy: Policy) -> Iterator[Problem]:
    """Allow with NotAction grants every action that AWS adds from now on, too."""
    for statement in _grants(policy):
        if "Action" in statement.negated:
            line = statement.lines["NotAction"]
            yield Problem(line, "Allow with NotAction grants everything else, future actions too; list actions instead")


def allow_not_resource(policy: Policy) -> Iterator[Problem]:
    """Allow with NotResource grants every resource to come (parliament: NOTRESOURCE_WITH_ALLOW)."""
    for statement in _grants(policy):
        if "Resource" in statement.negated:
            line = statement.lines["NotResource"]
            yield Problem(line, "Allow with NotResource grants every other resource, future ones too; list resources")


def pass_any_role(policy: Policy) -> Iterator[Problem]:
    """Whoever passes any role to a service acts with the rights of the strongest role of the account."""
    for statement in policy.statements:
        if not statement.allows or statement.negated:
            continue
        to_service = any(c.key.lower() == "iam:passedtoservice" for c in statement.conditions)
        for action in statement.actions:
            if action.value == "*" or not fnmatchcase(_PASS_ROLE.lower(), action.value.lower()):
                continue
            for resource in statement.resources:
                if resource.value == "*" or (_every(_PASS_ROLE, resource.value) and not to_service):
                    yield Problem(
                        resource.line,
                        f"`{action}` on `{resource}` passes every role, also an administrator's; name the roles, "
                        "and the service in iam:PassedToService",
                    )


def sensitive_on_everything(policy: Policy) -> Iterator[Problem]:
    """Some actions, listed in data/policy_dangers.yaml with what each can do, need a resource or a condition."""
    for statement in _grants(policy):
        if statement.negated:
            continue
        for name, reason in table("dangers")["on_any_resource"].items():
            action = next((a for a in statement.actions if _grants_narrowly(a.value, name)), None)
            if action and any(_every(name, resource.value) for resource in statement.resources):
                yield Problem(action.line, f"`{action}` on every resource {reason}; name resources or add a condition")
                break


def _grants(policy: Policy) -> Iterator[Statement]:
    """Yield the statements that allow something without a condition."""
    return (s for s in policy.statements if s.allows and not s.conditions)


def _everywhere(statement: Statement) -> bool:
    return not statement.negated and any(resource.value == "*" for resource in statement.resources)


def _grants_narrowly(pattern: str, name: str) -> bool:
    """Return whether a pattern takes in an action and is none of those that whole_service and full_access report."""
    return pattern.partition(":")[2] not in ("", "*") and fnmatchcase(name.lower(), pattern.lower())


def _every(name: str, resource: str) -> bool:
    forms = authorization.arn_formats(authorization.expand(name)[0]) or ()
    return resource == "*" or any(arns.covers_all(form, resource) for form in forms)


RULES = (full_access, whole_service, allow_not_action, allow_not_resource, pass_any_role, sensitive_on_everything)
