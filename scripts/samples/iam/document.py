"""A policy, each of its parts with the line at which it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samples.iam.kinds import Kind
from samples.yaml_nodes import Document, Path


@dataclass(frozen=True, slots=True)
class Text:
    """A value that is text, and its line."""

    value: str
    line: int

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Principal:
    """One principal; `type` is AWS, Service, Federated, CanonicalUser, or "*" where the element is just "*"."""

    type: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Condition:
    """One key of a condition operator, with the values that it is compared with, as they stand in the JSON."""

    operator: str
    key: str
    values: tuple[object, ...]
    line: int
    value_lines: tuple[int, ...]

    @property
    def numbered(self) -> Iterator[tuple[object, int]]:
        """Yield each value with its line."""
        return zip(self.values, self.value_lines, strict=True)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement. `negated` holds those of Action, Resource and Principal that stand as NotAction and so on."""

    line: int
    effect: str
    sid: str | None
    actions: tuple[Text, ...]
    resources: tuple[Text, ...]
    principals: tuple[Principal, ...]
    conditions: tuple[Condition, ...]
    negated: frozenset[str]
    lines: Mapping[str, int]

    @property
    def allows(self) -> bool:
        return self.effect == "Allow"

    @property
    def open_to_all(self) -> bool:
        """True if the principal is everybody."""
        return "Principal" not in self.negated and any(p.value == "*" for p in self.principals)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy whose grammar holds."""

    kind: Kind
    statements: tuple[Statement, ...]


def listed(value: object) -> list:
    """Return a value that may stand alone or in a list as a list."""
    return value if isinstance(value, list) else [value]


def statement_paths(document: Document) -> list[Path]:
    """Return the path of each statement: Statement may be one object or a list of them."""
    statements = document.value["Statement"]
    return [("Statement", i) for i in range(len(statements))] if isinstance(statements, list) else [("Statement",)]


def at(document: Document, path: Path) -> object:
    """Return the value at a path that exists."""
    value = document.value
    for part in path:
        value = value[part]
    return value


def build(document: Document, kind: Kind) -> Policy:
    """Return the policy of a document in which samples.iam.grammar found nothing wrong."""
    return Policy(kind, tuple(_statement(document, path) for path in statement_paths(document)))


def _statement(document: Document, path: Path) -> Statement:
    elements = at(document, path)
    negated = frozenset(name for name in ("Action", "Resource", "Principal") if f"Not{name}" in elements)

    def texts(name: str) -> tuple[Text, ...]:
        element = f"Not{name}" if name in negated else name
        if element not in elements:
            return ()
        return tuple(Text(value, line) for value, line in _numbered(document, (*path, element)))

    return Statement(
        line=document.line(path),
        effect=elements["Effect"],
        sid=elements.get("Sid"),
        actions=texts("Action"),
        resources=texts("Resource"),
        principals=tuple(
            _principals(document, path, elements, "NotPrincipal" if "Principal" in negated else "Principal")
        ),
        conditions=tuple(_conditions(document, (*path, "Condition"), elements.get("Condition", {}))),
        negated=negated,
        lines={name: document.line((*path, name)) for name in elements},
    )


def _numbered(document: Document, path: Path) -> Iterator[tuple[object, int]]:
    value = at(document, path)
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield item, document.line((*path, i))
    else:
        yield value, document.line(path)


def _principals(document: Document, path: Path, elements: dict, element: str) -> Iterator[Principal]:
    if element not in elements:
        return
    if isinstance(elements[element], str):
        yield Principal("*", elements[element], document.line((*path, element)))
        return
    for type_ in elements[element]:
        for value, line in _numbered(document, (*path, element, type_)):
            yield Principal(type_, value, line)


def _conditions(document: Document, path: Path, operators: dict) -> Iterator[Condition]:
    for operator, keys in operators.items():
        for key in keys:
            values, lines = zip(*_numbered(document, (*path, operator, key)), strict=True)
            yield Condition(operator, key, values, document.line((*path, operator, key)), lines)
