"""The `.pages` files that order the navigation. Only `title` and `nav` are used, which any successor can read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

REST = "..."


@dataclass(frozen=True, slots=True)
class Navigation:
    """One `.pages` file. `entries` are names in its folder, or `...` for all others; `problem`: why it is of no use."""

    file: Path
    title: str = ""
    entries: tuple[str, ...] | None = None
    keys: tuple[str, ...] = ()
    problem: str = ""
    text: str = ""

    def line_of(self, entry: str) -> int:
        """Return the line that names this entry or key, counting from 1; 1 if none does."""
        lines = self.text.split("\n")
        return next((n for n, line in enumerate(lines, 1) if entry in line), 1)

    def order(self, names: Iterable[str]) -> list[str]:
        """Return those of `names` that the navigation shows, in its order."""
        names = set(names)
        if self.entries is None:
            return sorted(names)
        rest = sorted(names.difference(self.entries))
        ordered = []
        for entry in self.entries:
            ordered.extend(rest if entry == REST else [entry] if entry in names else [])
        return ordered


def read_navigation(root: Path) -> Mapping[str, Navigation]:
    """Read all `.pages` files below `root`, keyed by their folder relative to it ("" is the root). Raises nothing."""
    return {
        "" if (folder := f.parent.relative_to(root).as_posix()) == "." else folder: _read(f)
        for f in sorted(root.rglob(".pages"))
    }


def _read(file: Path) -> Navigation:
    try:
        text = file.read_text("utf-8")
        data = yaml.safe_load(text) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return Navigation(file, problem=str(error).splitlines()[0])
    if not isinstance(data, dict):
        return Navigation(file, problem="it is not a list of keys and values", text=text)
    entries = data.get("nav")
    if entries is not None and not (isinstance(entries, list) and all(isinstance(e, str) for e in entries)):
        return Navigation(file, problem="`nav` is not a list of names", text=text)
    return Navigation(
        file, str(data.get("title", "")), None if entries is None else tuple(entries), tuple(data), text=text
    )
