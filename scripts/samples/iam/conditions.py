"""Conditions: that operators and keys exist, that the statement's actions carry the keys, that types fit."""

from collections.abc import Iterator

from samples.iam import authorization, keys, values
from samples.iam.document import Condition, Policy, Statement
from samples.iam.keys import Key, Operator
from samples.model import Problem
from samples.nearest import did_you_mean

# The types of key that an operator compares as they are meant to be; String with ARN, because IAM's own examples do.
_COMPARES = {
    "String": {"String", "Arn"},
    "Arn": {"Arn", "String"},
    "Number": {"Number", "Date"},
    "Date": {"Date", "Number"},
    "Bool": {"Bool"},
    "Ip": {"Ip"},
    "Binary": {"Binary"},
}
_FAMILIES = {"Arn": "ArnLike", "Bool": "Bool", "Date": "DateLessThan", "Ip": "IpAddress", "Number": "NumericEquals"}

# These come with sts:AssumeRole... in one call, and the call's keys decide for them too.
_COMPANIONS = frozenset({"sts:setcontext", "sts:setsourceidentity", "sts:tagsession"})


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with the conditions of a policy."""
    for statement in policy.statements:
        for condition in statement.conditions:
            operator = keys.operator(condition.operator)
            if operator is None:
                yield Problem(condition.line, f"unknown condition operator {condition.operator}{_operator(condition)}")
                continue
            key = keys.find(condition.key)
            if key is None:
                yield Problem(condition.line, keys.unknown(condition.key))
                continue
            yield from values.problems(condition, operator, key)
            yield from _type(condition, operator, key)
            yield from _set(condition, operator, key)
            yield from _carried(statement, condition, operator, key)


def _operator(condition: Condition) -> str:
    prefix, colon, base = condition.operator.rpartition(":")
    if base == "NullIfExists":
        return "; Null already asks whether the key exists"
    if colon and prefix not in ("ForAllValues", "ForAnyValue"):
        return did_you_mean(prefix, ("ForAllValues", "ForAnyValue"))
    return did_you_mean(base.removesuffix("IfExists"), keys.operators())


def _type(condition: Condition, operator: Operator, key: Key) -> Iterator[Problem]:
    if operator.base == "Null" or not key.type or key.type in _COMPARES[operator.type]:
        return
    if key.type == "String":
        use = "a String operator"
    else:
        use = f"an operator for its type, such as {_FAMILIES.get(key.type, key.type)}"
    yield Problem(condition.line, f"{condition.operator} does not fit {key.name}; use {use}")


def _set(condition: Condition, operator: Operator, key: Key) -> Iterator[Problem]:
    if operator.base == "Null":
        return
    if key.many and not operator.set:
        yield Problem(
            condition.line,
            f"{key.name} has many values in a request; put ForAnyValue: or ForAllValues: before {condition.operator}",
        )
    elif operator.set and not key.many and key.scope in ("global", "action") and key.type:
        yield Problem(
            condition.line,
            f"{key.name} has one value in a request; take {operator.set}: away from {condition.operator}",
        )


def _carried(statement: Statement, condition: Condition, operator: Operator, key: Key) -> Iterator[Problem]:
    if key.scope not in ("action", "service") or "Action" in statement.negated:
        return
    patterns = [p.value for p in statement.actions if p.value.lower() not in _COMPANIONS]
    if any(pattern == "*" for pattern in patterns):
        return
    without = [pattern for pattern in patterns if not _pattern_carries(pattern, condition.key)]
    if len(without) < len(patterns):
        # A wildcard takes in more than is meant, and these operators are for requests with and without the key.
        lenient = operator.if_exists or operator.base == "Null" or operator.set == "ForAllValues"
        without = [pattern for pattern in without if not lenient and not any(sign in pattern for sign in "*?")]
    if not without:
        return
    names = ", ".join(f"`{pattern}`" for pattern in without)
    verb = "carries" if len(without) == 1 else "carry"
    effect = "always matches" if operator.passes_without_key else "never matches"
    yield Problem(
        condition.line, f"{names} never {verb} {condition.key}, so that the condition {effect}; split the statement"
    )


def _pattern_carries(pattern: str, key: str) -> bool:
    found = authorization.expand(pattern)
    if not found:
        return True
    for action in found:
        documented = authorization.action_keys(action)
        if documented is None or any(authorization.matches_key(one, key) for one in documented):
            return True
    return False
