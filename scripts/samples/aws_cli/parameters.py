"""Checks the parameters of an API call against its model: what botocore checks, and what only the service would."""

import re
from collections.abc import Iterator
from functools import cache

from botocore.validate import ParamValidator

from samples.aws_cli.model import Finding
from samples.aws_cli.stand_ins import STAND_IN, UNKNOWN, is_unknown, shown
from samples.nearest import did_you_mean

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*")
_BASE64_PART = re.compile(r"[A-Za-z0-9+/]*={0,2}\s*")
_RAW = "put it in a file and give fileb://, or add --cli-binary-format raw-in-base64-out"


def parameter_findings(
    parameters: dict, shape, options: dict[str, str], *, complete: bool, raw: bool, free=frozenset()
):
    """Return what is wrong with an operation's parameters.

    `options` maps the top-level members to the options that set them. `complete` is false where members may come from
    elsewhere, such as a file; `raw` is true where version 2 is told to take blobs as they are. The members in `free`
    take more than their model says.
    """
    if shape is None:
        return []
    checked = {name: value for name, value in parameters.items() if name not in free}
    return list(_Validator(options, complete=complete, raw=raw).findings(checked, shape))


def schema_findings(value: object, shape, option: str) -> list[Finding]:
    """Return what is wrong with the value of an option that has a schema of its own."""
    return list(_Validator({}, complete=True, raw=True).findings(value, shape, option))


class _Report:
    """Takes the place of botocore's `ValidationErrors`; keeps (path, sentence)."""

    def __init__(self):
        self.kept: list[tuple[str, str]] = []

    def report(self, name: str, reason: str, **details) -> None:
        self.kept.append((name, _sentence(reason, details)))


def _place(path: str) -> str:
    """Word a place within the value of an option: "[1].Values[0]" is "value 2, `Values[0]`"."""
    index, inner = re.match(r"(?:\[(\d+)\])?\.?(.*)", path).groups()
    parts = [f"value {int(index) + 1}"] if index else []
    parts += [f"`{shown(inner)}`"] if inner else []
    return f" {', '.join(parts)}" if parts else ""


def _sentence(reason: str, details: dict) -> str:
    value = shown(details.get("param"))
    match reason:
        case "missing required field":
            return f"lacks the required `{details['required_name']}`"
        case "unknown field":
            name, known = shown(details["unknown_param"]), details["valid_names"]
            return f"has no member `{name}`{did_you_mean(name, known)}"
        case "invalid type" | "invalid type for document":
            types = " or ".join(sorted({_type_name(t) for t in details["valid_types"] if t != "timestamp-string"}))
            return f"must be {types}, but is `{value}`"
        case "invalid range":
            return f"must be at least {details['min_allowed']}, but is `{value}`"
        case "invalid length":
            return f"must have a length of at least {details['min_allowed']}"
        case "more than one input":
            return f"must have only one of {', '.join(details['members'])}"
        case "empty input":
            return f"must have one of {', '.join(details['members'])}"
        case "wrong":
            return details["sentence"]
    return reason


def _type_name(type_text: str) -> str:
    name = type_text.removeprefix("<class '").removesuffix("'>").rpartition(".")[2]
    return {"dict": "an object", "list": "a list", "tuple": "a list", "str": "a string", "bool": "true or false"}.get(
        name, {"int": "a number", "float": "a number", "Decimal": "a number", "datetime": "a timestamp"}.get(name, name)
    )


class _Validator(ParamValidator):
    # botocore takes a short way through lists of scalars whose shape has none of these.
    VALIDATED_METADATA_ATTRS = ParamValidator.VALIDATED_METADATA_ATTRS | {"enum", "max", "pattern"}

    def __init__(self, options: dict[str, str], *, complete: bool, raw: bool):
        self._options, self._complete, self._raw = options, complete, raw

    def findings(self, value: object, shape, option: str | None = None) -> Iterator[Finding]:
        report = _Report()
        self._validate(value, shape, report, "")
        for path, sentence in report.kept:
            path = path.removeprefix(".")
            if not path and option is None:
                yield from self._top(sentence, shape)
                continue
            first, inner = re.match(r"([^.\[ ]*)(.*)", path).groups()
            own = option or self._options.get(first) or first
            yield Finding(own if own.startswith("--") else None, f"{own}:{_place(inner)} {sentence}")

    def _top(self, sentence: str, shape) -> Iterator[Finding]:
        """Word what is said of the parameters as a whole as something said of options."""
        name, _, rest = sentence.partition("`")[2].partition("`")
        if not sentence.startswith("lacks"):
            yield Finding(None, f"the operation has no parameter `{name}`{rest}")
        elif self._complete and not shape.members[name].metadata.get("idempotencyToken"):
            yield Finding(None, f"the required option {self._options.get(name, name)} is missing")

    def _validate(self, params, shape, errors, name):
        if is_unknown(params):
            return
        if isinstance(params, dict):
            params = {key: value for key, value in params.items() if STAND_IN not in str(key)}
        elif isinstance(params, (list, tuple)) and any(item is UNKNOWN for item in params):
            return
        before = len(errors.kept)
        super()._validate(params, shape, errors, name)
        if len(errors.kept) == before:
            for sentence in _beyond_botocore(params, shape, raw=self._raw):
                errors.report(name, "wrong", sentence=sentence)


def _beyond_botocore(value, shape, *, raw: bool) -> Iterator[str]:
    kind, limits = shape.type_name, shape.metadata
    if kind == "string" and isinstance(value, str):
        if (enum := limits.get("enum")) and value not in enum:
            yield f"is `{value}`, which is none of the values that it takes{did_you_mean(value, enum)}"
        elif (pattern := _pattern(limits.get("pattern"))) and not pattern.fullmatch(value):
            yield f"is `{shown(value)}`, which does not match {limits['pattern']}"
        elif len(value) > limits.get("max", len(value)):
            yield f"is longer than {limits['max']} characters"
    elif kind in ("list", "map") and len(value) > limits.get("max", len(value)):
        yield f"has more than {limits['max']} entries"
    elif kind in ("integer", "long", "float", "double") and value > limits.get("max", value):
        yield f"must be at most {limits['max']}, but is {value}"
    elif kind == "blob" and isinstance(value, str) and not raw and not shape.serialization.get("streaming"):
        matches = _BASE64_PART if STAND_IN in value else _BASE64
        if not matches.fullmatch(value):
            yield f"is binary, and version 2 of the AWS CLI takes its text as base64; {_RAW}"


@cache
def _pattern(text: str | None) -> re.Pattern | None:
    """Compile a pattern of a model; None where there is none, or Python does not understand it (they are Java's)."""
    if text is None:
        return None
    try:
        return re.compile(text, re.DOTALL)
    except re.error:
        return None
