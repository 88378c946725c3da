"""What providers and Terraform itself take in their blocks, read from the data files."""

import json
import lzma
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from samples.terraform_code.types import ANY, BOOL, NUMBER, STRING, Type

DATA = Path(__file__).parent.parent / "data"
_SIMPLE = {"any": ANY, "string": STRING, "number": NUMBER, "bool": BOOL}


@dataclass(frozen=True, slots=True)
class AttributeSchema:
    """An argument or attribute. `need` is "required", "optional" or "computed" (can only be read)."""

    need: str
    type: Type
    as_blocks: bool = False
    object: "Level | None" = None


@dataclass(frozen=True, slots=True)
class BlockSchema:
    """A nested block. `most` is 0 where there is no limit, `level` None where its content is not known."""

    need: str = "optional"
    nesting: str = "list"
    most: int = 0
    level: "Level | None" = None
    labels: int = 0

    @property
    def type(self) -> Type:
        """The type with which the blocks are read."""
        inner = self.level.type if self.level else ANY
        return inner if self.nesting == "single" else Type(self.nesting, inner)


@dataclass(frozen=True)
class Level:
    """What one body takes. `open` lets arguments pass that are not named."""

    attributes: Mapping[str, AttributeSchema] = field(default_factory=dict)
    blocks: Mapping[str, BlockSchema] = field(default_factory=dict)
    open: bool = False
    objects: str = "old"

    @cached_property
    def type(self) -> Type:
        """The type of an object with these attributes and blocks."""
        fields = {name: attribute.type for name, attribute in self.attributes.items()}
        fields.update((name, block.type) for name, block in self.blocks.items())
        optional = frozenset(n for n, a in self.attributes.items() if a.need == "optional") | frozenset(self.blocks)
        return Type("object", fields=fields, optional=optional if self.objects == "new" else frozenset())

    def __or__(self, other: "Level") -> "Level":
        """Return a level that takes what either does."""
        blocks = {**self.blocks, **other.blocks}
        return Level({**self.attributes, **other.attributes}, blocks, self.open or other.open, self.objects)


class ProviderSchema:
    """The types of one provider, from its data file."""

    def __init__(self, name: str):
        self.name = name
        self._content = json.loads(lzma.decompress((DATA / f"terraform_{name}_schema.json.xz").read_bytes()))
        self.version: str = self._content["version"]
        self._objects: str = self._content["objects"]
        self._levels: dict[int, Level] = {}

    def types(self, kind: str) -> Iterable[str]:
        """Return the names of the types of a kind, "resource" or "data"."""
        return self._content[kind]

    def level(self, kind: str, type_: str) -> Level | None:
        """Return what a resource, a data source or (kind "configuration") the provider's block takes, or None."""
        number = self._content[kind].get(type_)
        return None if number is None else self._level(number)

    def _level(self, number: int) -> Level:
        if number not in self._levels:
            content = self._content["levels"][number]
            attributes = {name: self._attribute(*entry) for name, entry in content["attributes"].items()}
            blocks = {name: self._block(*entry) for name, entry in content["blocks"].items()}
            self._levels[number] = Level(attributes, blocks, objects=self._objects)
        return self._levels[number]

    def _attribute(self, need: str, type_: Any) -> AttributeSchema:
        is_list_of_objects = isinstance(type_, list) and type_[0] in ("list", "set") and isinstance(type_[1], int)
        level = self._level(type_[1]) if is_list_of_objects else None
        as_blocks = is_list_of_objects and self._objects == "old"
        return AttributeSchema(need, self._type(type_), as_blocks, level)

    def _block(self, need: str, nesting: str, most: int, level: int | None) -> BlockSchema:
        return BlockSchema(need, nesting, most, None if level is None else self._level(level))

    def _type(self, type_: Any) -> Type:
        if isinstance(type_, int):
            return self._level(type_).type
        return Type(type_[0], self._type(type_[1])) if isinstance(type_, list) else _SIMPLE[type_]


@cache
def provider_names() -> tuple[str, ...]:
    """Return the names of the providers that are known."""
    files = sorted(DATA.glob("terraform_*_schema.json.xz"))
    return tuple(file.name.removeprefix("terraform_").removesuffix("_schema.json.xz") for file in files)


@cache
def provider(name: str) -> ProviderSchema | None:
    """Return the schema of a provider, or None if it is not among the known ones."""
    return ProviderSchema(name) if name in provider_names() else None


def provider_of(type_: str) -> str:
    """Return the name of the provider that a type of resource belongs to: "aws" for "aws_lb"."""
    return type_.partition("_")[0]
