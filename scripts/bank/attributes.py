"""Attribute lists, `{ #id .class key="value" }`, as Python-Markdown's `attr_list` reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown.extensions.attr_list import get_attrs_and_remainder

_AT_END = re.compile(r"[ ]+\{:?[ ]*([^\}\n ][^\n]*)[ ]*\}[ ]*$")
_OPTION = re.compile(r"""(?P<key>[a-zA-Z][\w-]*)=(?P<quote>["'])(?P<value>.*?)(?P=quote)""")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an attribute list says: the id, the classes, and by their keys all others."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict)


def parse_attributes(inside: str) -> Attributes:
    """Parse what stands between the braces."""
    id_, classes, others = None, [], {}
    for key, value in get_attrs_and_remainder(inside)[0]:
        if key == "id":
            id_ = value
        elif key == ".":
            classes.append(value)
        else:
            others[key] = value
    return Attributes(id_, tuple(classes), others)


def split_heading(content: str) -> tuple[str, Attributes]:
    """Split a heading's source into its text and its attributes."""
    match = _AT_END.search(content)
    if not match:
        return content, Attributes()
    return content[: match.start()].rstrip(), parse_attributes(match.group(1))


def parse_info(info: str) -> tuple[str, Attributes]:
    """Split a fence's info string, in either of its two forms, into the language and the attributes.

    `json title="a.json"` and `{ .json .wrong title="a.json" }` both have the language `json`.
    """
    info = info.strip()
    if info.startswith("{") and info.endswith("}"):
        attributes = parse_attributes(info[1:-1])
        language, *classes = attributes.classes or ("",)
        return language, Attributes(attributes.id, tuple(classes), attributes.others)
    language = info.split(None, 1)[0] if info else ""
    if "=" in language:
        language = ""
    return language, Attributes(others={m["key"]: m["value"] for m in _OPTION.finditer(info)})
