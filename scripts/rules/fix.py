"""Applies the edits of findings to files: only what an edit names, byte for byte, and all or nothing for each file."""

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from rules.finding import Edit, Finding
from whole_files import write_whole

_LINE_END = re.compile(rb"(\r\n|\r|\n)")
_BOM = b"\xef\xbb\xbf"


def edits_by_path(findings: Iterable[Finding]) -> dict[str, list[Edit]]:
    """Group the edits of these findings by the path of their file."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for finding in findings:
        if finding.edit:
            edits[finding.path].append(finding.edit)
    return edits


def apply_edits(raw: bytes, edits: Iterable[Edit]) -> tuple[bytes, list[Edit]]:
    """Return the bytes of a file with the edits applied, and the edits that could not be.

    An edit is left out where its old text does not stand in its place. Line ends, a byte order mark and all other
    bytes stay as they are.
    """
    start = _BOM if raw.startswith(_BOM) else b""
    pieces = _LINE_END.split(raw[len(start) :])  # line, end, line, end, ..., line
    refused = []
    for edit in sorted(edits, reverse=True):  # from the back, so that columns stay right
        index = (edit.line - 1) * 2
        line = pieces[index].decode("utf-8", "surrogateescape") if index < len(pieces) else ""
        at = edit.column - 1
        if not line.startswith(edit.old, at):
            refused.append(edit)
            continue
        line = line[:at] + edit.new + line[at + len(edit.old) :]
        pieces[index] = line.encode("utf-8", "surrogateescape")
    return start + b"".join(pieces), refused


def diff(file: Path, edits: Iterable[Edit]) -> str:
    """Return what `fix_file` would change, as a unified diff."""
    before = file.read_bytes()
    after, _ = apply_edits(before, edits)
    old, new = (raw.decode("utf-8", "replace").splitlines(keepends=True) for raw in (before, after))
    return "".join(unified_diff(old, new, str(file), str(file)))


def fix_file(file: Path, edits: Iterable[Edit]) -> tuple[int, list[Edit]]:
    """Apply the edits to a file and return how many were applied, and those that were not.

    The file is replaced in one step: whoever reads it sees the old or the new text, never half. Raises OSError if the
    file cannot be read or replaced; it is then unchanged.
    """
    edits = list(edits)
    before = file.read_bytes()
    after, refused = apply_edits(before, edits)
    if after != before:
        write_whole(file, after)
    return len(edits) - len(refused), refused
