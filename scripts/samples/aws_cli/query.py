"""Follows the JMESPath expression of `--query` through the output of an operation, to find fields that are not there.

A query for a field that does not exist is no error for the AWS CLI: it prints "null" or "None".
"""

from dataclasses import dataclass
from typing import Any

from samples.aws_cli.stand_ins import STAND_IN, shown
from samples.nearest import did_you_mean

# Functions whose result is like their first argument.
_KEEPING = {"not_null", "reverse", "sort", "sort_by", "to_array"}
# Strings that the AWS CLI turns into JSON objects.
_DECODED = {"PolicyDocument", "TemplateBody", "policyDocumentType"}
_SCALARS = {"blob", "boolean", "double", "float", "integer", "long", "string", "timestamp"}


@dataclass(frozen=True)
class _List:
    item: Any


@dataclass(frozen=True)
class _Object:
    values: dict


ANY = object()  # a value of which nothing is known


def query_findings(text: str, shape) -> list[str]:
    """Return what is wrong with a query, of which is known that it parses.

    `shape` is the output of the operation (botocore's), or None if it is not known.
    """
    import jmespath

    walk = _Walk()
    walk.visit(jmespath.compile(text).parsed, ANY if shape is None else shape)
    return list(dict.fromkeys(walk.findings))


def _kind(value) -> str:
    if isinstance(value, _List):
        return "list"
    if isinstance(value, _Object):
        return "structure"
    if value is ANY or getattr(value, "is_document_type", False):
        return "any"
    if value.type_name == "string" and (value.name in _DECODED or value.serialization.get("jsonvalue")):
        return "any"
    return "scalar" if value.type_name in _SCALARS else value.type_name


def _item(value):
    kind = _kind(value)
    if kind != "list":
        return ANY
    return value.item if isinstance(value, _List) else value.member


class _Walk:
    def __init__(self):
        self.findings: list[str] = []

    def visit(self, node: dict, value):
        """Return the kind of value to which a node of the syntax tree leads, from a value of a known kind."""
        method = getattr(self, f"_{node['type']}", None)
        if method is not None:
            return method(node, value)
        for child in node.get("children", ()):
            if isinstance(child, dict):
                self.visit(child, value)
        return ANY

    def _field(self, node, value):
        name, kind = node["value"], _kind(value)
        if kind == "any" or STAND_IN in name:
            return ANY
        if kind == "map":
            return value.value
        if kind == "structure":
            members = value.values if isinstance(value, _Object) else value.members
            if name in members:
                return members[name]
            if name not in ("NextToken", "nextToken"):
                self.findings.append(f"the output has no field `{name}` here{did_you_mean(name, members)}")
        elif kind == "list":
            self.findings.append(f"`{name}` is looked up in a list; put [] before it")
        else:
            self.findings.append(f"`{name}` is looked up in a value that has no fields")
        return ANY

    def _chain(self, node, value):
        for child in node["children"]:
            value = self.visit(child, value)
        return value

    _subexpression = _pipe = _index_expression = _chain

    def _current(self, node, value):
        return value

    _identity = _current

    def _index(self, node, value):
        if _kind(value) not in ("any", "list"):
            self.findings.append(f"[{node['value']}] is taken of a value that is no list")
        return _item(value)

    def _slice(self, node, value):
        return value

    def _projection(self, node, value):
        left, right = node["children"]
        outer = self.visit(left, value)
        if _kind(outer) not in ("any", "list"):
            self.findings.append("[*] is taken of a value that is no list")
        return _List(self.visit(right, _item(outer)))

    def _value_projection(self, node, value):
        left, right = node["children"]
        outer = self.visit(left, value)
        return _List(self.visit(right, outer.value if _kind(outer) == "map" else ANY))

    def _filter_projection(self, node, value):
        left, right, condition = node["children"]
        outer = self.visit(left, value)
        if _kind(outer) not in ("any", "list"):
            self.findings.append("a filter [?...] is put to a value that is no list")
        self.visit(condition, _item(outer))
        return _List(self.visit(right, _item(outer)))

    def _flatten(self, node, value):
        outer = self.visit(node["children"][0], value)
        if _kind(outer) not in ("any", "list"):
            self.findings.append("[] is taken of a value that is no list")
        inner = _item(outer)
        return _List(_item(inner) if _kind(inner) == "list" else inner)

    def _multi_select_list(self, node, value):
        items = [self.visit(child, value) for child in node["children"]]
        return _List(items[0] if len(items) == 1 else ANY)

    def _multi_select_dict(self, node, value):
        return _Object({pair["value"]: self.visit(pair["children"][0], value) for pair in node["children"]})

    def _function_expression(self, node, value):
        from jmespath.functions import Functions

        name, arguments = node["value"], node["children"]
        if name not in Functions.FUNCTION_TABLE:
            known = Functions.FUNCTION_TABLE
            self.findings.append(f"JMESPath has no function `{shown(name)}`{did_you_mean(name, known)}")
            return ANY
        values = [self.visit(child, value) for child in arguments if child["type"] != "expref"]
        within = _item(values[0]) if values else ANY
        inner = [self.visit(child["children"][0], within) for child in arguments if child["type"] == "expref"]
        if name in _KEEPING and values:
            return values[0]
        if name in ("max_by", "min_by"):
            return within
        return _List(inner[0]) if name == "map" and inner else ANY
