"""The names that a `Filters` parameter takes: the models hold them in their documentation only."""

from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

# A documentation that lists fewer names than this explains something else with its list.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class FilterNames:
    """The documented names of a filter; a prefix such as "tag:" stands before a name of the caller's."""

    exact: frozenset[str]
    prefixes: tuple[str, ...]

    def knows(self, name: str) -> bool:
        return name in self.exact or name.startswith(self.prefixes)


def filter_names(shape) -> FilterNames | None:
    """Return the names for a list shape of botocore's whose items have Name and Values, or None if not documented."""
    if shape.type_name != "list" or shape.member.type_name != "structure":
        return None
    if set(shape.member.members) != {"Name", "Values"}:
        return None
    return _documented(shape.documentation)


@cache
def _documented(documentation: str) -> FilterNames | None:
    reader = _ItemReader()
    reader.feed(documentation)
    if len(reader.names) < _FEWEST:
        return None
    open_ended = {name for name in reader.names if "<" in name}
    if reader.names & {"tag", "tag-key"}:  # `<code>tag</code> :<key>` in many places
        open_ended.add("tag:<key>")
    return FilterNames(
        frozenset(reader.names - open_ended - {"tag"}), tuple(sorted(n[: n.index("<")] for n in open_ended))
    )


class _ItemReader(HTMLParser):
    """Collects the code that a list item begins with: `<li> <p> <code>name</code> - What it does.`"""

    def __init__(self):
        super().__init__()
        self.names: set[str] = set()
        self._at_start = self._in_code = False
        self._text = ""

    def handle_starttag(self, tag, attrs):
        if tag == "li":
            self._at_start = True
        elif tag == "code" and self._at_start:
            self._in_code, self._at_start, self._text = True, False, ""

    def handle_endtag(self, tag):
        if tag == "code" and self._in_code:
            self._in_code = False
            self.names.add(self._text.strip())

    def handle_data(self, data):
        if self._in_code:
            self._text += data
        elif data.strip():
            self._at_start = False
