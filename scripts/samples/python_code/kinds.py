"""What an expression stands for while a sample is followed: a literal, a client, a part of a response, anything."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from samples.lambda_functions.events import Reads
from samples.literals import EitherValue, Entry, ListValue, MapValue, ScalarValue, TypedValue, Value
from samples.model import Problem
from samples.sdk.shapes import type_name


@dataclass(slots=True)
class Findings:
    """What following a sample brought to light."""

    problems: set[Problem] = field(default_factory=set)
    services: set[str] = field(default_factory=set)
    error_codes: set[tuple[int, str]] = field(default_factory=set)
    environment: set[str] = field(default_factory=set)
    event: Reads = field(default_factory=Reads)
    returned: list[tuple[int, Value]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Site:
    """Where in the sample something happens, and where to report it. `may_lack` says that a key need not be there."""

    line: int
    findings: Findings
    may_lack: bool = False

    def report(self, message: str, line: int | None = None) -> None:
        self.findings.problems.add(Problem(line or self.line, message))


class Kind:
    """Something of which nothing is known: each way to use it is right, and gives such a thing again."""

    __slots__ = ()

    def attribute(self, name: str, site: Site) -> "Kind":
        """Return what `x.name` is."""
        return ANYTHING

    def call(self, arguments: "Arguments", site: Site) -> "Kind":
        """Return what `x(...)` is."""
        return ANYTHING

    def item(self, key: "Kind", site: Site) -> "Kind":
        """Return what `x[key]` is."""
        return ANYTHING

    def iterate(self, site: Site) -> "Kind":
        """Return what the items of `for item in x` are."""
        return ANYTHING

    def enter(self, site: Site) -> "Kind":
        """Return what `name` is in `with x as name`."""
        return self

    def compare(self, other: "Kind", site: Site) -> None:
        """Look at a comparison of this with something else."""

    def contains(self, key: "Kind", site: Site) -> None:
        """Look at `key in x`."""

    def value(self, line: int) -> Value:
        """Return what is known of the value, for use as an argument."""
        return Value(line)


ANYTHING = Kind()
_TYPES = {one.__name__: one for one in (bool, bytes, dict, float, int, str)}


@dataclass(frozen=True, slots=True)
class Literal(Kind):
    """A value that is written out, at least in part."""

    known: Value

    def value(self, line: int) -> Value:
        return self.known

    def attribute(self, name: str, site: Site) -> Kind:
        python_type = _TYPES.get(type_name(self.known) or "")
        if python_type is not None and not hasattr(python_type, name):
            site.report(f"a {python_type.__name__} has no attribute `{name}`")
        return ANYTHING

    def iterate(self, site: Site) -> Kind:
        items = self.known.items if isinstance(self.known, ListValue) else ()
        if not items:
            return ANYTHING
        return Literal(items[0] if len(items) == 1 else EitherValue(self.known.line, items))

    def item(self, key: Kind, site: Site) -> Kind:
        inner = self.known.get(text_of(key)) if isinstance(self.known, MapValue) and text_of(key) else None
        return ANYTHING if inner is None or self.known.open else Literal(inner)


@dataclass(frozen=True, slots=True)
class Items(Kind):
    """A list or an iterator of things of one kind."""

    of: Kind

    def iterate(self, site: Site) -> Kind:
        return self.of

    def item(self, key: Kind, site: Site) -> Kind:
        return self.of if isinstance(key.value(0), ScalarValue) else ANYTHING


def typed(line: int, type_name: str) -> Literal:
    """Return a value of which only the type is known."""
    return Literal(TypedValue(line, type_name))


def text_of(kind: Kind) -> str | None:
    """Return the string that is written out, or None."""
    value = kind.value(0)
    return value.value if isinstance(value, ScalarValue) and isinstance(value.value, str) else None


def texts_of(kind: Kind) -> Iterator[tuple[int, str]]:
    """Yield the strings in a literal, with their lines: itself, or the items of a list."""
    value = kind.value(0)
    for item in value.items if isinstance(value, ListValue) else (value,):
        if isinstance(item, ScalarValue) and isinstance(item.value, str):
            yield item.line, item.value


@dataclass(frozen=True, slots=True)
class Keyword:
    """An argument with its name."""

    name: str
    line: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a call. `open` says that `*args` or `**kwargs` may add to them."""

    positional: tuple[Kind, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    open: bool = False

    def get(self, name: str, position: int | None = None) -> Kind | None:
        """Return an argument by name, or by position, or None."""
        for keyword in self.keywords:
            if keyword.name == name:
                return keyword.kind
        return self.positional[position] if position is not None and position < len(self.positional) else None

    def mapping(self, line: int) -> MapValue:
        """Return the keyword arguments as a mapping."""
        entries = (Entry(k.name, k.line, k.kind.value(k.line)) for k in self.keywords)
        return MapValue(line, tuple(entries), self.open)

    def without(self, *names: str) -> "Arguments":
        """Return the arguments without some keywords."""
        return Arguments(self.positional, tuple(k for k in self.keywords if k.name not in names), self.open)

    def bind(self, function, name: str, site: Site) -> None:
        """Report if a real function does not take these arguments."""
        import inspect

        try:
            signature = inspect.signature(function)
        except (TypeError, ValueError):
            return  # written in C, without a signature
        bind = signature.bind_partial if self.open else signature.bind
        try:
            bind(*self.positional, **{keyword.name: keyword.kind for keyword in self.keywords})
        except TypeError as error:
            site.report(f"`{name}`: {error}")
