"""Prints findings: one function for each format, all with the same findings in the same order."""

import json
import os
from collections.abc import Callable, Iterable

from bank import Bank
from rules.finding import Finding


def shown(bank: Bank, finding: Finding) -> str:
    """Return the path of a finding's file as the reader of the report would type it: relative to where they are."""
    return os.path.relpath(bank.root / finding.path)


Located = Iterable[tuple[str, Finding]]  # the path to print, and the finding


def as_text(findings: Located) -> str:
    """One line a finding: `path:line:column: CODE message`, with "warning:" before the message of a warning."""
    return "".join(
        f"{path}:{f.line}:{f.column}: {f.code} {'warning: ' * (f.severity == 'warning')}{f.message}\n"
        for path, f in findings
    )


def as_github(findings: Located) -> str:
    """Workflow commands, which GitHub shows as annotations on the lines of a pull request.

    What a value and a property must escape is in the toolkit's source, `packages/core/src/command.ts`.
    """
    return "".join(_command(path, f) for path, f in findings)


def as_json(findings: Located) -> str:
    """A list of objects with path, line, column, code, message, fixable and severity."""
    rows = [
        {
            "path": path,
            "line": f.line,
            "column": f.column,
            "code": f.code,
            "message": f.message,
            "fixable": bool(f.edit),
            "severity": f.severity,
        }
        for path, f in findings
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _command(path: str, f: Finding) -> str:
    place = f"file={_property(path)},line={f.line},col={f.column},title={_property(f.code)}"
    return f"::{f.severity} {place}::{_data(f.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Located], str]] = {"text": as_text, "github": as_github, "json": as_json}
