"""The words of a command as the shell would pass them, with stand-ins for what only the reader knows."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from samples.aws_cli.stand_ins import STAND_IN

_ESCAPED = re.compile(r"\\(\n|.)", re.DOTALL)
_ESCAPED_IN_STRING = re.compile(r'\\([$`"\\\n])')
_SIMPLE_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_EXPANSIONS = {"arithmetic_expansion", "command_substitution", "expansion", "process_substitution", "simple_expansion"}
# Commands that set the variables that are named in their arguments.
_SETTING = {"getopts", "mapfile", "printf", "read", "readarray"}
_RANGE = re.compile(r"\{[^{}\s]+\.\.[^{}\s]+\}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word. Lines and columns count from 1, columns in characters.

    `is_expansion` says that the word is an unquoted expansion and nothing else, which the shell may split;
    `is_many` that it is an unknown number of words ("$@"). `unquoted` is what of it stands outside of quotes.
    """

    text: str
    line: int
    column: int
    unquoted: str = ""
    is_expansion: bool = False
    is_many: bool = False


class Words:
    """Reads the words of a script. Variables that are set once, to a value that is written out, are known."""

    def __init__(self, root):
        self._constants: dict[str, str] = {}
        self._arrays: dict[str, list] = {}
        assignments = list(_assignments(root))
        times = Counter(name for name, _ in assignments)
        for name, value in assignments:
            if times[name] > 1 or value is None:
                continue
            if value.type == "array":
                self._arrays[name] = [child for child in value.children if child.is_named]
            elif STAND_IN not in (text := self.text(value)):
                self._constants[name] = text

    def read(self, node) -> list[Word]:
        """Return the words that a node stands for: one, or those of an array, or one with `is_many`."""
        line, column = node.start_point.row + 1, _column(node)
        if (array := _all_of_array(node)) is not None:
            if array in self._arrays:
                return [word for item in self._arrays[array] for word in self.read(item)]
            return [Word(STAND_IN, line, column, is_many=True)]
        expands = node.type in _EXPANSIONS
        return [Word(self.text(node), line, column, _unquoted(node), is_expansion=expands)]

    def text(self, node) -> str:
        """Return the text of a node after quote removal and expansion."""
        kind = node.type
        if kind == "raw_string":
            return plain(node)[1:-1]
        if kind == "ansi_c_string":
            return _ESCAPED.sub(lambda m: _SIMPLE_ESCAPES.get(m[1], m[1]), plain(node)[2:-1])
        if kind == "string":
            return self._string(node)
        if kind in ("concatenation", "translated_string"):
            return "".join(self.text(child) for child in node.children if child.type != "$")
        if kind in _EXPANSIONS:
            return self._constants.get(_variable(node) or "", STAND_IN)
        return _ESCAPED.sub(lambda m: "" if m[1] == "\n" else m[1], plain(node))

    def _string(self, node) -> str:
        """Join what stands between the expansions of a string: the grammar leaves blanks out of its parts."""
        source = node.text
        text, at = "", 1
        for child in node.children:
            if child.type in _EXPANSIONS:
                start = child.start_byte - node.start_byte
                text += _in_string(source[at:start]) + self.text(child)
                at = child.end_byte - node.start_byte
        return text + _in_string(source[at:-1])


def plain(node) -> str:
    """Return the source text of a node."""
    return node.text.decode()


def has_braces(unquoted: str) -> bool:
    """Return whether the shell expands braces in text outside of quotes: those with a comma or a range in them."""
    if _RANGE.search(unquoted):
        return True
    depth, commas = 0, set()
    for character in unquoted:
        if character == "{":
            depth += 1
        elif character == "," and depth:
            commas.add(depth)
        elif character == "}" and depth:
            if depth in commas:
                return True
            depth -= 1
    return False


def has_pattern(unquoted: str) -> bool:
    """Return whether the shell looks for file names with text outside of quotes.

    Brackets alone do not count: `Instances[]` is no pattern, and `[0]` hardly ever has a file that it fits.
    """
    return "*" in unquoted or "?" in unquoted


def _in_string(text: bytes) -> str:
    return _ESCAPED_IN_STRING.sub(lambda m: "" if m[1] == "\n" else m[1], text.decode())


def _column(node) -> int:
    line_start = node.start_byte - node.start_point.column
    root = node
    while root.parent is not None:
        root = root.parent
    return len(root.text[line_start - root.start_byte : node.start_byte - root.start_byte].decode()) + 1


def _unquoted(node) -> str:
    if node.type in ("word", "number"):
        return _ESCAPED.sub("", plain(node))
    if node.type == "brace_expression":
        return plain(node)
    if node.type == "concatenation":
        return "".join(_unquoted(child) for child in node.children)
    return ""


def _variable(node) -> str | None:
    """Return the name in `$NAME` or `${NAME}`; None for everything else that is expanded."""
    named = [child for child in node.children if child.is_named]
    if node.type in ("expansion", "simple_expansion") and len(named) == 1 and named[0].type == "variable_name":
        only = node.type == "simple_expansion" or node.child_count == 3
        return plain(named[0]) if only else None
    return None


def _all_of_array(node) -> str | None:
    """Return the name of the array that a word like "${NAME[@]}" expands in full; "@" for the parameters."""
    if node.type == "string":
        inner = [child for child in node.children if child.is_named]
        return _all_of_array(inner[0]) if len(inner) == 1 else None
    if node.type == "simple_expansion" and plain(node) in ("$@", "$*"):
        return "@"
    if node.type == "expansion":
        subscript = next((child for child in node.children if child.type == "subscript"), None)
        if subscript is not None and plain(subscript).endswith(("[@]", "[*]")) and node.child_count == 3:
            return plain(subscript.child_by_field_name("name"))
        if plain(node) in ("${@}", "${*}"):
            return "@"
    return None


def _assignments(node) -> Iterator[tuple[str, object]]:
    """Yield every name that the script sets, with the node of the value; None where the value is not written out."""
    if node.type == "variable_assignment":
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        appended = any(child.type == "+=" for child in node.children)
        yield plain(name).partition("[")[0], None if appended or name.type == "subscript" else value
    elif node.type in ("for_statement", "select_statement") and (name := node.child_by_field_name("variable")):
        yield plain(name), None
    elif node.type == "command" and (name := node.child_by_field_name("name")) and plain(name) in _SETTING:
        for argument in node.children_by_field_name("argument"):
            yield plain(argument), None
    for child in node.children:
        yield from _assignments(child)
