"""What a sample declares, and what stands in for what it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from samples.model import Problem
from samples.terraform_code.parse import parse
from samples.terraform_code.schema import DATA
from samples.terraform_code.tree import Argument, Block, Body

STAND_INS = DATA / "terraform_stand_ins.tf"
TYPED = ("resource", "data", "ephemeral")


@dataclass
class Configuration:
    """The declarations of a file. `typed` is keyed by (kind, type, name), the others by name."""

    typed: dict[tuple[str, str, str], Block] = field(default_factory=dict)
    variables: dict[str, Block] = field(default_factory=dict)
    outputs: dict[str, Block] = field(default_factory=dict)
    modules: dict[str, Block] = field(default_factory=dict)
    locals: dict[str, Argument] = field(default_factory=dict)
    providers: dict[str, Block] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)

    def find(self, kind: str, type_: str, name: str) -> Block | None:
        """Return the resource, data source or ephemeral resource of that name, or its stand-in, or None."""
        return self.typed.get((kind, type_, name)) or stand_ins().typed.get((kind, type_, name))

    def names_of(self, kind: str, type_: str) -> list[str]:
        """Return the names under which the sample declares this type."""
        return [name for k, t, name in self.typed if (k, t) == (kind, type_)]


def read_configuration(body: Body) -> tuple[Configuration, list[Problem]]:
    """Collect what a file declares. Returns it and what is declared twice."""
    found, problems = Configuration(), []
    for block in _declarations(body):
        problems += _declare(found, block)
    for block in body.blocks_of("locals"):
        for argument in block.body.arguments.values():
            if argument.name in found.locals:
                problems.append(_twice(argument.line, f"local.{argument.name}", found.locals[argument.name].line))
            found.locals.setdefault(argument.name, argument)
    return found, problems


def _declarations(body: Body) -> Iterator[Block]:
    for block in body.blocks:
        yield block
        if block.type == "check":
            yield from block.body.blocks_of("data")


def _declare(found: Configuration, block: Block) -> Iterator[Problem]:
    if block.type in TYPED and len(block.labels) == 2:
        table, key = found.typed, (block.type, *block.labels)
        name = ".".join(block.labels if block.type == "resource" else key)
    elif block.type in ("variable", "output", "module") and len(block.labels) == 1:
        table, key = getattr(found, f"{block.type}s"), block.labels[0]
        name = f"{'var' if block.type == 'variable' else block.type}.{key}"
    elif block.type == "provider" and len(block.labels) == 1:
        alias = block.body.arguments.get("alias")
        key = name = ".".join([block.labels[0], *([str(getattr(alias.value, "value", ""))] if alias else [])])
        table = found.providers
    else:
        return
    if key in table:
        yield _twice(block.line, name, table[key].line)
    table.setdefault(key, block)


def _twice(line: int, name: str, first: int) -> Problem:
    return Problem(line, f"`{name}` is declared twice; it is declared on line {first} already")


@cache
def stand_ins() -> Configuration:
    """Return the declarations that complete samples, from the one file that has them."""
    body, problems = parse(STAND_INS.read_text("utf-8"))
    if body is None or problems:
        raise ValueError(f"{STAND_INS.name}: {problems}")
    return read_configuration(body)[0]
