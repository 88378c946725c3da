"""Terraform's own blocks, meta-arguments, functions and deprecations, read from the data files."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from data_files import load_data
from samples.terraform_code.parse import parse
from samples.terraform_code.schema import DATA, AttributeSchema, BlockSchema, Level
from samples.terraform_code.types import Type, read_type


@cache
def _language() -> dict[str, Any]:
    return load_data(DATA / "terraform_language.yaml")


@cache
def file_level() -> Level:
    """Return what a file takes."""
    return _level(_language()["file"])


@cache
def meta_level(kind: str) -> Level:
    """Return the meta-arguments of a kind of block: "resource", "data", "ephemeral", "provider"."""
    return _level(_language()["meta"][kind])


@cache
def levels_of(group: str) -> Mapping[str, Level]:
    """Return the bodies of a group by label: "provisioners" or "backends"."""
    return {name: _level(body) for name, body in _language()[group].items()}


@cache
def builtin_level(kind: str, type_: str) -> Level | None:
    """Return what a type of the provider that is part of Terraform takes, or None."""
    body = _language()["builtin"].get(kind, {}).get(type_)
    return None if body is None else _level(body)


def builtin_types(kind: str) -> list[str]:
    """Return the types of a kind that are part of Terraform."""
    return list(_language()["builtin"].get(kind, {}))


@cache
def deprecations() -> Mapping[str, Mapping[str, str]]:
    """Return what to do instead, by argument or attribute, by the block; "" stands for the block itself."""
    return load_data(DATA / "terraform_deprecated.yaml")


@cache
def functions() -> Mapping[str, tuple[int, int | None, Type]]:
    """Return the least and the most arguments, and the type of the result, by function."""
    content = json.loads((DATA / "terraform_functions.json").read_text("utf-8"))
    return {name: (least, most, _json_type(type_)) for name, (least, most, type_) in content["functions"].items()}


def _json_type(type_: str | list) -> Type:
    return Type(type_[0], _json_type(type_[1])) if isinstance(type_, list) else Type(type_)


def _level(body: Mapping[str, Any]) -> Level:
    if isinstance(shared := body.get("body"), str):
        return _level(_language()["bodies"][shared])
    attributes = {name: _attribute(text) for name, text in body.get("attributes", {}).items()}
    blocks = {name: _block(inner) for name, inner in body.get("blocks", {}).items()}
    return Level(attributes, blocks, body.get("open", False))


def _block(body: Mapping[str, Any]) -> BlockSchema:
    need, nesting = body.get("need", "optional"), body.get("nesting", "list")
    return BlockSchema(need, nesting, body.get("most", 0), _level(body), body.get("labels", 0))


def _attribute(text: str) -> AttributeSchema:
    need, _, type_ = text.partition(" ")
    if type_.startswith("~"):
        return AttributeSchema(need, Type("any", special=type_[1:]))
    body, _ = parse(f"type = {type_}\n")
    return AttributeSchema(need, read_type(body.arguments["type"].value))
