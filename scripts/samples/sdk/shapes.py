"""Literal values against the shapes of a service model: keys, types, enumerations, sizes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samples.literals import EitherValue, ListValue, MapValue, ScalarValue, TypedValue, Value, walk
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.sdk.filters import filter_names

_NAMES = {
    "bool": "a boolean",
    "bytes": "bytes",
    "dict": "a mapping",
    "float": "a number with a fraction",
    "int": "an integer",
    "list": "a list",
    "none": "null",
    "str": "a string",
}

# What botocore and the SDK for JavaScript take for each type of a model (botocore.validate, smithy-typescript).
_TAKEN = {
    "blob": {"str", "bytes"},
    "boolean": {"bool"},
    "double": {"int", "float"},
    "float": {"int", "float"},
    "integer": {"int"},
    "list": {"list"},
    "long": {"int"},
    "map": {"dict"},
    "string": {"str"},
    "structure": {"dict"},
    "timestamp": {"int", "float", "str"},
}
_WANTED = {
    "list": "a list",
    "map": "a mapping",
    "structure": "a mapping",
    "blob": "bytes",
    "timestamp": "a point in time",
}


@dataclass(frozen=True, slots=True)
class Context:
    """For whom the shapes are read.

    `what` names the call in messages, and `noun` what it is made of. `native` says that DynamoDB attribute values are
    plain values of the language, as with boto3's resource and the document client. `language` is "python",
    "javascript" or "json": outside Python null stands for an absent value, Python's floats are no DynamoDB numbers,
    and JavaScript's SDK takes no strings or numbers as points in time.
    """

    what: str
    noun: str = "parameter"
    native: bool = False
    language: str = "python"


def type_name(value: Value) -> str | None:
    """Return the type of a value as a word of Python's, "none" for null, or None if it is not known."""
    if isinstance(value, TypedValue):
        return value.type
    if isinstance(value, MapValue):
        return "dict"
    if isinstance(value, ListValue):
        return "list"
    if isinstance(value, ScalarValue):
        return "none" if value.value is None else type(value.value).__name__
    return None


def shape_problems(shape, value: Value, context: Context, path: str = "") -> Iterator[Problem]:
    """Yield what is wrong with a value for a shape of botocore's. `path` is where in the call the value stands."""
    if isinstance(value, EitherValue):
        for option in value.options:
            yield from shape_problems(shape, option, context, path)
        return
    kind = type_name(value)
    if kind is None or getattr(shape, "is_document_type", False) or shape.serialization.get("jsonvalue"):
        return
    if kind == "none" and context.language != "python":
        return
    if context.native and _is_attribute_value(shape):
        yield from _native_problems(value, context, path)
        return
    wants_date = shape.type_name == "timestamp" and context.language == "javascript"
    taken = set() if wants_date else _TAKEN.get(shape.type_name)
    if taken is not None and kind not in taken:
        yield Problem(value.line, _type_message(shape, kind, context, path))
        return
    check: Callable | None = {"structure": _structure, "map": _map, "list": _list, "string": _string}.get(
        shape.type_name
    )
    if check is not None:
        yield from check(shape, value, context, path)
    yield from _size(shape, value, context, path)


def _type_message(shape, kind: str, context: Context, path: str) -> str:
    wanted = _WANTED.get(shape.type_name) or _NAMES[min(_TAKEN[shape.type_name], key=["str", "bool", "int"].index)]
    remedy = ""
    if shape.type_name == "timestamp" and context.language == "javascript":
        wanted = "a Date"
    if shape.type_name == "string" and kind in ("dict", "list"):
        remedy = "; serialize it as JSON"
    elif _is_attribute_value(shape):
        remedy = '; write it with its type, such as {"S": "..."}'
    elif kind == "none":
        remedy = "; leave it out"
    return f"`{path}` of {context.what} must be {wanted}, not {_NAMES[kind]}{remedy}"


def _is_attribute_value(shape) -> bool:
    """Return whether a shape is DynamoDB's attribute value, which the model does not mark as a union, and not EC2's."""
    return shape.name == "AttributeValue" and "NULL" in getattr(shape, "members", ())


def _native_problems(value: Value, context: Context, path: str) -> Iterator[Problem]:
    for part in walk(value):
        if type_name(part) == "float" and context.language == "python":
            yield Problem(part.line, f"`{path}` of {context.what} must hold no float; use decimal.Decimal")


def _structure(shape, value: MapValue | TypedValue, context: Context, path: str) -> Iterator[Problem]:
    if not isinstance(value, MapValue):
        return
    where = f"`{path}` of {context.what}" if path else context.what
    noun = "key" if path else context.noun
    for entry in value.entries:
        inner = f"{path}.{entry.key}" if path else entry.key
        if entry.key not in shape.members:
            hint = did_you_mean(entry.key, shape.members)
            yield Problem(entry.line, f"unknown {noun} `{entry.key}` of {where}{hint}")
            continue
        yield from shape_problems(shape.members[entry.key], entry.value, context, inner)
    if value.open:
        return
    present = {entry.key for entry in value.entries}
    for name in sorted(set(shape.required_members) - present):
        yield Problem(value.line, f"{where} lacks the required {noun} `{name}`")
    if (getattr(shape, "is_tagged_union", False) or _is_attribute_value(shape)) and len(present) != 1:
        yield Problem(value.line, f"{where} must have exactly one key" + did_you_mean("", shape.members))


def _map(shape, value: MapValue | TypedValue, context: Context, path: str) -> Iterator[Problem]:
    if not isinstance(value, MapValue):
        return
    for entry in value.entries:
        key = ScalarValue(entry.line, entry.key)
        yield from shape_problems(shape.key, key, context, f"{path} (key)")
        yield from shape_problems(shape.value, entry.value, context, f"{path}.{entry.key}")


def _list(shape, value: ListValue | TypedValue, context: Context, path: str) -> Iterator[Problem]:
    if not isinstance(value, ListValue):
        return
    names = filter_names(shape)
    for item in value.items:
        yield from shape_problems(shape.member, item, context, f"{path}[]")
        name = item.get("Name") if names and isinstance(item, MapValue) else None
        if isinstance(name, ScalarValue) and isinstance(name.value, str) and not names.knows(name.value):
            hint = did_you_mean(name.value, names.exact)
            yield Problem(name.line, f"unknown filter `{name.value}` in `{path}` of {context.what}{hint}")


def _string(shape, value: Value, context: Context, path: str) -> Iterator[Problem]:
    if isinstance(value, ScalarValue) and shape.enum and value.value not in shape.enum:
        hint = did_you_mean(value.value, shape.enum)
        yield Problem(value.line, f"`{value.value}` is not a value of `{path}` of {context.what}{hint}")


def _size(shape, value: Value, context: Context, path: str) -> Iterator[Problem]:
    if isinstance(value, ScalarValue):
        is_number = isinstance(value.value, int | float)
        size = value.value if is_number else len(value.value) if isinstance(value.value, str | bytes) else None
    elif isinstance(value, ListValue) and not value.open:
        size, is_number = len(value.items), False
    else:
        return
    if size is None or isinstance(size, bool) or shape.type_name == "timestamp":
        return
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    too_low, too_high = low is not None and size < low, high is not None and size > high
    if too_low or too_high:
        bound = f"at least {low}" if too_low else f"at most {high}"
        measure = f"is {size}, must be {bound}" if is_number else f"has the length {size}, must have {bound}"
        yield Problem(value.line, f"`{path}` of {context.what} {measure}")
