"""DynamoDB expressions: their grammar, their reserved words, and that their placeholders fit the maps beside them."""

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from samples.literals import MapValue, ScalarValue, Value, walk
from samples.model import Problem
from samples.nearest import did_you_mean

_STARTS = {
    "ConditionExpression": "condition",
    "FilterExpression": "condition",
    "KeyConditionExpression": "condition",
    "ProjectionExpression": "projection",
    "UpdateExpression": "update",
}
_MAPS = {"PLACEHOLDER": "ExpressionAttributeNames", "VALUE": "ExpressionAttributeValues"}
_FUNCTIONS = {
    "condition": {"attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size"},
    "projection": set(),
    "update": {"if_not_exists", "list_append"},
}
_KEY_FUNCTIONS = {"begins_with"}


def expression_problems(parameters: Value) -> Iterator[Problem]:
    """Yield what is wrong with the expressions in a DynamoDB call's parameters, those of nested requests included."""
    for value in walk(parameters):
        if isinstance(value, MapValue) and any(entry.key in _STARTS for entry in value.entries):
            yield from _request_problems(value)


def _request_problems(request: MapValue) -> Iterator[Problem]:
    used: set[str] = set()
    all_read = not request.open
    for entry in request.entries:
        if entry.key not in _STARTS:
            continue
        if not (isinstance(entry.value, ScalarValue) and isinstance(entry.value.value, str)):
            all_read = False  # a variable, or a condition object of boto3 that makes its own placeholders
            continue
        tokens, problems = _parse(entry.key, entry.value)
        yield from problems
        all_read = all_read and bool(tokens)
        for token in tokens:
            if token.type in _MAPS:
                used.add(str(token))
                yield from _undefined(token, request, entry.value.line)
    if all_read:
        yield from _unused(request, used)


def _parse(name: str, value: ScalarValue) -> tuple[list, list[Problem]]:
    from lark import Token
    from lark.exceptions import UnexpectedInput, UnexpectedToken

    start = _STARTS[name]
    try:
        tree = _parser().parse(value.value, start=start)
    except UnexpectedInput as error:
        at_end = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        rest = "" if at_end else value.value[error.pos_in_stream :].split("\n")[0]
        where = f"at `{rest}`" if rest else "at its end"
        return [], [Problem(value.line, f"`{name}` is no valid DynamoDB expression {where}")]
    tokens = list(tree.scan_values(lambda token: isinstance(token, Token))) if hasattr(tree, "children") else [tree]
    functions = _KEY_FUNCTIONS if name == "KeyConditionExpression" else _FUNCTIONS[start]
    problems = []
    for token in tokens:
        if token.type == "NAME" and token.upper() in _reserved_words():
            remedy = f'write #{token} and add "#{token}": "{token}" to ExpressionAttributeNames'
            problems.append(Problem(value.line, f"`{token}` in `{name}` is a reserved word of DynamoDB; {remedy}"))
        elif token.type == "FUNCTION" and token not in functions:
            hint = did_you_mean(str(token), functions)
            problems.append(Problem(value.line, f"`{name}` takes no function `{token}`{hint}"))
    return tokens, problems


def _undefined(token, request: MapValue, line: int) -> Iterator[Problem]:
    name = _MAPS[token.type]
    placeholders = request.get(name)
    if isinstance(placeholders, MapValue):
        known = {entry.key for entry in placeholders.entries}
        if token not in known and not placeholders.open:
            yield Problem(line, f"`{token}` is not in `{name}`{did_you_mean(str(token), known)}")
    elif placeholders is None and not request.open:
        yield Problem(line, f"`{token}` needs `{name}`, which the call lacks")


def _unused(request: MapValue, used: set[str]) -> Iterator[Problem]:
    for name in _MAPS.values():
        placeholders = request.get(name)
        for entry in placeholders.entries if isinstance(placeholders, MapValue) else ():
            if entry.key not in used:
                yield Problem(entry.line, f"no expression uses `{entry.key}` of `{name}`; DynamoDB rejects that")


@cache
def _parser():
    from lark import Lark

    grammar = Path(__file__).with_name("dynamodb.lark").read_text("utf-8")
    return Lark(grammar, start=sorted(set(_STARTS.values())), parser="lalr")


@cache
def _reserved_words() -> frozenset[str]:
    """Return the reserved words, from moto's copy of AWS's list; moto itself would take half a second to import."""
    moto = Path(importlib.util.find_spec("moto").origin).parent
    return frozenset((moto / "dynamodb" / "parsing" / "reserved_keywords.txt").read_text("utf-8").split())
