"""INI files with the lines of their sections and keys, which `configparser` does not keep."""

import configparser
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A key with its value; `children` are the keys of an indented block below it, as AWS config files have them."""

    key: str
    value: str
    line: int
    children: tuple["Option", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    line: int
    options: tuple[Option, ...]

    def get(self, key: str) -> Option | None:
        """Return an option by its key, or None."""
        return next((option for option in self.options if option.key == key), None)


class _Keys(dict):
    """The options of a section while the parser reads them: notes the line of each."""

    reader: "_Reader"

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.lines: dict[str, int] = {}

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.lines.setdefault(key, self.reader.line)


class _Reader:
    """Reads a file line by line, and knows which line it is at."""

    def __init__(self, content: str):
        self.line = 0
        self._lines = content.splitlines(keepends=True)

    def __iter__(self) -> Iterator[str]:
        for number, text in enumerate(self._lines, start=1):
            self.line = number
            yield text


def parse(content: str, *, strict: bool, keep_case: bool) -> list[Section]:
    """Return the sections of an INI file. Raises configparser.Error if it does not parse."""
    reader = _Reader(content)
    keys = type("_KeysOfOneFile", (_Keys,), {"reader": reader})
    parser = configparser.RawConfigParser(
        default_section=None, dict_type=keys, strict=strict, allow_no_value=True, interpolation=None
    )
    if keep_case:
        parser.optionxform = str
    try:
        parser.read_file(reader, source="sample")
    except AttributeError:  # an indented line below a key without a value; Python 3.13 has an error for it
        error = configparser.ParsingError("sample")
        error.append(reader.line, "")
        raise error from None
    sections = []
    for name in parser.sections():
        options = parser._sections[name]  # its items are the same as the public ones, with the lines
        read = tuple(_option(key, value or "", options.lines[key]) for key, value in options.items())
        sections.append(Section(name, parser._sections.lines[name], read))
    return sections


def _option(key: str, value: str, line: int) -> Option:
    children = []
    for offset, text in enumerate(value.splitlines()):
        name, separator, inner = text.partition("=")
        if offset and separator:
            children.append(Option(name.strip(), inner.strip(), line + offset))
    return Option(key, value, line, tuple(children))
