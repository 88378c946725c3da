"""Resources: the syntax of ARNs, and that actions and resources of a statement fit each other.

Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from collections.abc import Iterator
from functools import cache

from samples.iam import arns, authorization
from samples.iam.authorization import Action
from samples.iam.document import Policy, Statement, Text
from samples.iam.kinds import Kind
from samples.iam.variables import starred
from samples.model import Problem

_FORMS_SHOWN = 3


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with the resources of a policy."""
    for statement in policy.statements:
        faults = list(_faults(statement, policy.kind))
        yield from faults
        if not faults and statement.resources and not statement.negated & {"Action", "Resource"}:
            yield from _actions_without_resource(statement)
            yield from _resources_without_action(statement, policy.kind)
    if policy.kind.principal == "forbidden":
        yield from _missing_types(policy)
    if policy.kind.name == "bucket-policy":
        yield from _other_buckets(policy)


def _faults(statement: Statement, kind: Kind) -> Iterator[Problem]:
    for resource in statement.resources:
        if resource.value == "*":
            if kind.any_resource == "forbidden":
                yield Problem(resource.line, f'{kind} must name its resource; "*" is refused')
        elif kind.any_resource == "required":
            yield Problem(resource.line, f'the Resource in {kind} is "*", which means what the policy is attached to')
        elif not resource.value.startswith(kind.resource_prefixes or "\0") and (message := arns.fault(resource.value)):
            yield Problem(resource.line, message)


def _fits(action: Action, resources: tuple[Text, ...]) -> bool:
    return any(_can_act_on(action, starred(resource.value)) for resource in resources)


@cache
def _can_act_on(action: Action, resource: str) -> bool:
    if not resource.strip("*") or not resource.startswith("arn:"):
        return True
    forms = authorization.arn_formats(action)
    if forms is None:
        return False
    return not forms or any(arns.fits(form, resource) for form in forms)


def _actions_without_resource(statement: Statement) -> Iterator[Problem]:
    for pattern in statement.actions:
        found = authorization.expand(pattern.value)
        if not found or any(_fits(action, statement.resources) for action in found):
            continue
        forms = {form for action in found for form in authorization.arn_formats(action) or ("*",)}
        if forms == {"*"}:
            message = f'`{pattern}` works on no resource of its own; give it a statement with "Resource": "*"'
        else:
            shown = sorted(forms - {"*"})
            more = ", ..." if len(shown) > _FORMS_SHOWN else ""
            message = (
                f"`{pattern}` fits no Resource of the statement; it works on {', '.join(shown[:_FORMS_SHOWN])}{more}"
            )
        yield Problem(pattern.line, message)


def _resources_without_action(statement: Statement, kind: Kind) -> Iterator[Problem]:
    if any(pattern.value == "*" for pattern in statement.actions):
        actions = [action for prefix in kind.services for action in authorization.expand(f"{prefix}:*")]
    else:
        actions = [action for pattern in statement.actions for action in authorization.expand(pattern.value)]
    if not actions:
        return
    for resource in statement.resources:
        if not any(_fits(action, (resource,)) for action in actions):
            yield Problem(resource.line, f"no action of the statement works on `{resource}`; take it out or correct it")


def _missing_types(policy: Policy) -> Iterator[Problem]:
    """A call such as ec2:RunInstances needs a resource of each required type, in whichever statement."""
    allowing = [s for s in policy.statements if s.allows and not s.negated]
    for statement in allowing:
        for pattern in statement.actions:
            found = authorization.expand(pattern.value)
            if len(found) != 1 or str(found[0]).lower() != pattern.value.lower():
                continue
            others = [s for s in allowing if any(found[0] in authorization.expand(p.value) for p in s.actions)]
            resources = [resource for other in others for resource in other.resources]
            if others[0] is not statement or not _fits(found[0], tuple(resources)):
                continue
            for forms in authorization.required_formats(found[0]):
                if not any(r.value == "*" or arns.fits(form, r.value) for form in forms for r in resources):
                    yield Problem(
                        pattern.line, f"`{pattern}` also needs a Resource such as {forms[0]}, or it is denied"
                    )


def _other_buckets(policy: Policy) -> Iterator[Problem]:
    """Amazon S3 refuses a policy with resources of another bucket than its own."""
    first = None
    for statement in policy.statements:
        for resource in statement.resources:
            bucket = resource.value.split(":", 5)[-1].partition("/")[0] if ":s3:" in resource.value else None
            if bucket and first and bucket != first:
                yield Problem(
                    resource.line, f"`{resource}` is not of the bucket {first}; a bucket policy names one bucket"
                )
            first = first or bucket
