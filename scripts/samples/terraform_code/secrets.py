"""Secrets that are written out, which no sample may hold."""

from collections.abc import Iterator

from samples.model import Problem
from samples.secret_names import names_a_secret
from samples.terraform_code.tree import Argument, Block, Body, Literal, Node, ObjectItem, ObjectOf, descendants

# Its `access_token = "minutes"` is a unit of time.
_HARMLESS = frozenset({"token_validity_units"})


def secrets(body: Body) -> Iterator[Problem]:
    """Yield the arguments, keys and defaults of variables that are named like a secret and have a value in quotes."""
    for item in body.items:
        if isinstance(item, Argument):
            yield from _named(item.name, item.value)
            for inner in descendants(item.value):
                if isinstance(inner, ObjectOf):
                    yield from (problem for one in inner.items for problem in _in_object(one))
        elif item.type not in _HARMLESS:
            yield from _default(item)
            yield from secrets(item.body)


def _default(block: Block) -> Iterator[Problem]:
    default = block.body.arguments.get("default")
    if block.type == "variable" and block.labels and default is not None:
        yield from _named(block.labels[0], default.value)


def _in_object(item: ObjectItem) -> Iterator[Problem]:
    if isinstance(item.key, Literal):
        yield from _named(str(item.key.value), item.value)


def _named(name: str, value: Node) -> Iterator[Problem]:
    if isinstance(value, Literal) and isinstance(value.value, str) and value.value and names_a_secret(name):
        yield Problem(value.line, f"`{name}` is a secret that is written out; read it from Secrets Manager")
