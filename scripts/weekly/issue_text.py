"""What the weekly issue says, made from the files that the checks have left."""

import re
from pathlib import Path
from typing import NamedTuple


class Check(NamedTuple):
    """A check of the weekly run: the name of its file, its heading in the issue, and what to do about what it found."""

    name: str
    title: str
    remedy: str


CHECKS = (
    Check("links", "Links that lead nowhere", "Find where the page went, or another official source for the fact."),
    Check(
        "dependencies",
        "The newest dependencies fail",
        "Run `make lock` and `make test`. Mend what broke, or hold the package back in its `.in` file and say why.",
    ),
    Check(
        "freshness",
        "Out of date within a month",
        "Check the claims against their sources and set `reviewed`; move samples to the runtime that is named.",
    ),
)

MAX_LINES = 150  # of each check; its run has them all
MAX_LINE = 300  # characters
MAX_TEXT = 18_000  # characters of each check; all of them stay below what GitHub takes: 65,536 characters


def issue_text(reports: Path, run: str) -> str | None:
    """Return the issue in Markdown, or None if there is nothing to say.

    `reports` holds `<check>.txt` for each check that finished, empty if it found nothing; `run` is the run's address.
    A check without its file did not finish, which the issue says. Raises OSError for a file that cannot be read.
    """
    sections = [section for check in CHECKS if (section := _section(check, reports / f"{check.name}.txt"))]
    if not sections:
        return None
    head = f"The weekly run found something to mend. All of it is in [the log of the run]({run})."
    foot = "The next run renews this text, and closes the issue when nothing is left."
    return "\n\n".join([head, *sections, foot]) + "\n"


def _section(check: Check, file: Path) -> str | None:
    if not file.is_file():
        return f"## {check.title}?\n\nThis check did not finish. Its log says why."
    said = file.read_text("utf-8", "replace").strip()
    return f"## {check.title}\n\n{check.remedy}\n\n{_fenced(said)}" if said else None


def _fenced(said: str) -> str:
    """Return output as a code block: nothing in it is a link, a mention or the end of the block."""
    lines = [line[:MAX_LINE] for line in said.splitlines()[-MAX_LINES:]]
    text = "\n".join(lines)[-MAX_TEXT:]
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
