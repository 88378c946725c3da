"""Turns what a JSON Schema finds in a document into problems at lines, in words that say what to do."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from samples.model import Problem
from samples.nearest import did_you_mean
from samples.wording import kind_of, path_text, shown
from samples.yaml_nodes import Document
from samples.yaml_nodes import Path as DocumentPath

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"


@cache
def own_validator(name: str):
    """Return the validator for a schema of ours, `data/schemas/<name>.json`. A property `x-message` explains a rule."""
    from jsonschema import Draft202012Validator

    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def schema_problems(validator, document: Document, *, value: object = None, root: DocumentPath = ()) -> list[Problem]:
    """Return what a `jsonschema` validator finds in a document, or in `value`, the part of it that stands at `root`."""
    instance = document.value if value is None else value
    found = {
        Problem(document.line((*root, *path)), message)
        for error in validator.iter_errors(instance)
        for path, message in _explained(error, root)
    }
    return sorted(found)


def _explained(error, root: DocumentPath) -> Iterator[tuple[DocumentPath, str]]:
    """Yield the places, relative to `root`, and messages of an error; more than one for several unknown keys."""
    if error.validator in {"anyOf", "oneOf"} and error.context and "x-message" not in error.schema:
        yield from _of_alternatives(error, root)
        return
    path = tuple(error.absolute_path)
    where = path_text((*root, *path))
    if error.validator in {"additionalProperties", "unevaluatedProperties"} and isinstance(error.instance, dict):
        known = error.schema.get("properties", {})
        for key in _unknown_keys(error.instance, error.schema):
            yield (*path, key), f"unknown key '{key}' in {where}{did_you_mean(str(key), known)}"
        return
    yield path, _message(error, where)


def _unknown_keys(instance: Mapping, schema: Mapping) -> list[str]:
    patterns = schema.get("patternProperties", {})
    return [
        key
        for key in instance
        if key not in schema.get("properties", {}) and not any(re.search(p, str(key)) for p in patterns)
    ]


def _message(error, where: str) -> str:
    own = error.schema.get("x-message") if isinstance(error.schema, dict) else None
    match error.validator:
        case "required":
            missing = re.match(r"'(.*)' is a required property$", error.message)
            return f"{where} lacks the key '{missing[1] if missing else error.validator_value}'"
        case _ if own and isinstance(error.instance, dict | list):
            return f"{where}: {own}"
        case _ if own:
            return f"{where} is {shown(error.instance)}: {own}"
        case "dependentRequired":
            missing = re.match(r"'(.*)' is a dependency of '(.*)'$", error.message)
            return f"{where} has '{missing[2]}', and therefore needs '{missing[1]}' as well"
        case "type":
            allowed = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
            return f"{where} is {kind_of(error.instance)}, and must be of type {' or '.join(allowed)}"
        case "enum" if isinstance(error.instance, str | int | float | bool | None):
            hint = did_you_mean(str(error.instance), map(str, error.validator_value))
            return f"{where} is {shown(error.instance)}, which is not allowed{hint}"
        case "const":
            return f"{where} is {shown(error.instance)}, and must be {error.validator_value!r}"
        case "pattern":
            return f"{where} is {shown(error.instance)}, and must fit the pattern {error.validator_value}"
        case None:
            return f"{where} is not allowed here"
        case _:
            text = error.message if len(error.message) < 300 else f"the value breaks the rule {error.validator!r}"
            return f"{where}: {text}"


def _of_alternatives(error, root: DocumentPath) -> Iterator[tuple[DocumentPath, str]]:
    """Explain the alternative that was most likely meant: the one of the right type whose errors are fewest."""
    branches: dict[int, list] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    best = min(branches.values(), key=lambda inner: _distance(inner, len(error.absolute_path)))
    if all(_is_about_whole(inner, error) for inners in branches.values() for inner in inners):
        where = path_text((*root, *error.absolute_path))
        yield tuple(error.absolute_path), f"{where} is {shown(error.instance)}, which {_allowed(error.context)}"
        return
    for inner in best:
        yield from _explained(inner, root)


def _distance(errors: list, depth: int) -> tuple[int, int, int]:
    wrong_kind = sum(e.validator in {"type", "const", "enum"} and len(e.absolute_path) <= depth + 1 for e in errors)
    shallow = -max(len(e.absolute_path) for e in errors)
    return (wrong_kind, len(errors), shallow)


def _is_about_whole(inner, outer) -> bool:
    return inner.absolute_path == outer.absolute_path and inner.validator in {"type", "const", "enum", "pattern"}


def _allowed(errors: Iterable) -> str:
    own = [e.schema["x-message"] for e in errors if "x-message" in e.schema]
    if own:
        return own[0]
    texts = []
    for error in errors:
        value = error.validator_value
        match error.validator:
            case "type":
                texts.append(f"of type {' or '.join(value) if isinstance(value, list) else value}")
            case "const":
                texts.append(repr(value))
            case "enum":
                texts += [repr(item) for item in value]
            case _:
                texts.append(f"text that fits {value}")
    return f"must be {', or '.join(dict.fromkeys(texts))}"
