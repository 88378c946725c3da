"""YAML and JSON documents that know at which line each of their values stands, and in which no key stands twice."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import yaml

from samples.model import Problem

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document.

    `lines` has a line for each path: of the key of a mapping's value, of the start of an item. `blocks` has, for
    texts that are written as blocks, the line at which the text itself begins.
    """

    value: object
    lines: Mapping[Path, int] = field(repr=False)
    blocks: Mapping[Path, int] = field(repr=False, default_factory=dict)

    def line(self, path: Path = ()) -> int:
        """Return the line of a value; where nothing stands at the path, that of the nearest value around it."""
        path = tuple(path)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def text_line(self, path: Path) -> int:
        """Return the line at which the text of a scalar begins."""
        return self.blocks.get(tuple(path)) or self.line(path)


def read_yaml(content: str, *, yes_is_true: bool = False) -> tuple[list[Document], list[Problem]]:
    """Parse a YAML stream with safe tags only.

    `yes_is_true` takes yes, no, on and off for booleans, as YAML 1.1 and Kubernetes do; otherwise they are text.
    Returns the documents and the problems: syntax, unknown tags, repeated keys, aliases to themselves. After a
    problem of syntax there are no documents.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    try:
        loader = _loader(yes_is_true)(content)
        while loader.check_node():
            node = loader.get_node()
            lines: dict[Path, int] = {(): node.start_mark.line + 1}
            builder = _Builder(loader, lines, problems)
            documents.append(Document(builder.build(node, ()), lines, builder.blocks))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "the text cannot be parsed"
        return [], [*problems, Problem(mark.line + 1 if mark else 1, f"not valid YAML: {what}")]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return [], [*problems, Problem(1, f"not valid YAML: {str(error).splitlines()[0]}")]
    return documents, problems


def read_one_yaml(content: str, *, yes_is_true: bool = False) -> tuple[Document | None, list[Problem]]:
    """Parse YAML that must hold exactly one document, and that a mapping. Returns it, if so, and the problems."""
    documents, problems = read_yaml(content, yes_is_true=yes_is_true)
    if problems and not documents:
        return None, problems
    if len(documents) != 1:
        line = documents[1].line() if documents else 1
        return None, [*problems, Problem(line, f"one YAML document is expected, and there are {len(documents)}")]
    if not isinstance(documents[0].value, dict):
        return None, [*problems, Problem(documents[0].line(), "the document must be a mapping of keys to values")]
    return documents[0], problems


def read_json(content: str) -> tuple[Document | None, list[Problem]]:
    """Parse JSON strictly. Returns the document, None if it does not parse, and the problems: syntax, repeated keys."""
    try:
        value = json.loads(content, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        return None, [Problem(error.lineno, f"not valid JSON: {error.msg}")]
    except (ValueError, RecursionError) as error:
        return None, [Problem(1, f"not valid JSON: {error}")]
    lines: dict[Path, int] = {(): 1}
    problems: list[Problem] = []
    try:
        # JSON is YAML, but for tabs as white space and some escapes; neither matters for lines.
        loader = _loader(False)(re.sub(r"\\(.)", _without_escape, content.replace("\t", " ")))
        node = loader.get_single_node()
        lines[()] = node.start_mark.line + 1
        _Builder(loader, lines, problems).build(node, ())
    except (yaml.YAMLError, ValueError, RecursionError):
        pass  # the value is known, only not all of its lines
    return Document(value, lines), problems


def _refuse_constant(name: str) -> None:
    raise ValueError(f"JSON has no {name}")


def _without_escape(match: re.Match) -> str:
    return "\N{SET MINUS}" + {'"': "'", "\\": "\N{SET MINUS}"}.get(match[1], match[1])


class _Builder:
    """Makes values out of nodes, and notes their lines on the way."""

    def __init__(self, loader: yaml.SafeLoader, lines: dict[Path, int], problems: list[Problem]):
        self._loader, self._lines, self._problems = loader, lines, problems
        self._around: set[int] = set()
        self.blocks: dict[Path, int] = {}

    def build(self, node: yaml.Node, path: Path) -> object:
        if isinstance(node, yaml.ScalarNode):
            if node.style in {"|", ">"}:
                self.blocks[path] = node.start_mark.line + 2
            return self._loader.construct_object(node)
        if id(node) in self._around:
            self._problems.append(Problem(node.start_mark.line + 1, "an alias stands inside of what it stands for"))
            return None
        self._around.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.build(item, self._note((*path, i), item)) for i, item in enumerate(node.value)]
            return {key: self.build(value, self._note((*path, key), at)) for key, at, value in self._pairs(node)}
        finally:
            self._around.discard(id(node))

    def _note(self, path: Path, at: yaml.Node) -> Path:
        self._lines[path] = at.start_mark.line + 1
        return path

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        self._refuse_repeated(node)
        self._loader.flatten_mapping(node)
        for key_node, value_node in node.value:
            yield self._key(key_node), key_node, value_node

    def _refuse_repeated(self, node: yaml.MappingNode) -> None:
        seen: set[object] = set()
        for key_node, _ in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge":
                continue
            key = self._key(key_node)
            if key in seen:
                self._problems.append(
                    Problem(key_node.start_mark.line + 1, f"the key '{key}' stands twice in one mapping; keep one")
                )
            seen.add(key)

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "a key must be text", node.start_mark)
        return str(node.value)


@cache
def _loader(yes_is_true: bool) -> type[yaml.SafeLoader]:
    """Return a loader for the scalars that Go's YAML parsers know: no dates, no numbers in base 60."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {
            first: [
                (tag, pattern)
                for tag, pattern in resolvers
                if tag.rpartition(":")[2] not in {"bool", "int", "timestamp", "value"}
            ]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    booleans = "true|True|TRUE|false|False|FALSE"
    if yes_is_true:
        booleans += "|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(f"^(?:{booleans})$"), list("tTfFyYnNoO"))
    integer = re.compile(r"^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+)$")
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", integer, list("-+0123456789"))
    return Loader
