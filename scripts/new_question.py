"""Begin a question: put a template into its page, numbered, with an id that is recorded.

usage: new_question.py [TOPIC] [TITLE] [--type TYPE] [--level LEVEL] [--id ID] [--after ID]

A topic is named such as security/iam. What is missing is asked for on a terminal. Every TODO of the template is a
finding of `make check` until it is written. Exit status: 0 begun, 2 nothing was changed.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from addresses import page_address
from authoring.ids import suggested_id
from authoring.place import NewQuestion, check_title, edits_for, position, shown, taken_ids
from bank import Bank, Page, load_bank
from bank.load import page_cache
from bank.vocabulary import LEVELS, TYPES
from command_line import USAGE, UsageError, command
from rules.answers import title_similar
from rules.finding import Edit
from rules.fix import fix_file
from rules.ids import LOCK, add_to_lock
from targets import DOCS, named_topics

T = TypeVar("T")
DRAWN = ("architecture", "debugging")


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return _begin(load_bank(Path(DOCS), page_cache()), options)
    except (EOFError, KeyboardInterrupt):
        print("\nnew_question.py: stopped; nothing was changed", file=sys.stderr)
        return USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="new_question.py", description=__doc__.splitlines()[0])
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="such as security/iam")
    parser.add_argument("title", nargs="?", metavar="TITLE", help="the question, which names the service")
    parser.add_argument("--type", help=", ".join(TYPES))
    parser.add_argument("--level", help=", ".join(LEVELS))
    parser.add_argument("--id", help="its name for ever (default: made from the title)")
    parser.add_argument("--after", metavar="ID", help="the question it comes after (default: the last of its level)")
    return parser


def _begin(bank: Bank, options: argparse.Namespace) -> int:
    page = _given_or_asked("TOPIC", "Topic, such as security/iam", options.topic, lambda name: _page(bank, name))
    title = _given_or_asked("TITLE", "Question", options.title, lambda text: _title(bank, text))
    type_ = _given_or_asked("--type", f"Type ({', '.join(TYPES)})", options.type, lambda word: _one_of(TYPES, word))
    level = _given_or_asked(
        "--level", f"Level ({', '.join(LEVELS)})", options.level, lambda word: _one_of(LEVELS, word)
    )
    place = position(page, level, options.after or None)
    made = suggested_id(title, taken_ids(bank))
    label = f"Id, which it keeps for ever [{made}]" if made else "Id, which it keeps for ever"
    given = options.id or (made if not sys.stdin.isatty() else None)

    def begun(typed: str) -> tuple[NewQuestion, list[Edit]]:
        new = NewQuestion(title, typed.strip() or made or "", type_, level)
        return new, edits_for(bank, page, new, place)

    new, edits = _given_or_asked("--id", label, given, begun)
    fix_file(page.file, edits)
    _report(bank, page, new)
    return 0


def _given_or_asked(name: str, label: str, given: str | None, read: Callable[[str], T]) -> T:
    """Return what `read` makes of an argument; without one, ask on a terminal until `read` raises no UsageError."""
    if given:
        return read(given)
    if not sys.stdin.isatty():
        with_make = f", or {name[2:].upper()}=… to make" if name.startswith("--") else ""
        raise UsageError(f"{label} is needed: give {name}{with_make}")
    while True:
        try:
            return read(input(f"{label}: "))
        except UsageError as error:
            print(error)


def _page(bank: Bank, name: str) -> Page:
    (page,) = named_topics(bank, [name.strip()]).values()
    if page.defects:
        raise UsageError(f"{DOCS}/{page.path} has bytes or front matter that must be mended first; run `make check`")
    return page


def _title(bank: Bank, text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise UsageError("a question has words; write it as an interviewer asks it")
    check_title(bank, title)
    return title


def _one_of(known: Sequence[str], word: str) -> str:
    if (word := word.strip().lower().lstrip(".")) not in known:
        raise UsageError(f"'{word}' is not one of: {', '.join(known)}")
    return word


def _report(bank: Bank, page: Page, new: NewQuestion) -> None:
    """Record the id, and say what is where and what comes next."""
    bank = load_bank(bank.root, page_cache())
    add_to_lock(bank)
    place = bank.places_by_id[new.id]
    print(f"{shown(place)}: begun, with the id '{new.id}', which {LOCK} now lists")
    for path, line, _, message in title_similar(bank):
        if (path, line) == place or f"{place[0]}:{place[1]} " in message:
            print(f"{shown((path, line))}: {message}")
    drawing = "\n  make diagrams  draws its diagram, once you have written it" if new.type in DRAWN else ""
    print(
        f"""
Write it: each TODO is a finding until it is gone. Then:
  make check     finds what is missing; make fix mends what is mechanical{drawing}
  make serve     shows it at http://127.0.0.1:8000/{page_address(page.path)}#{new.id}
To take it back before it is published, delete the question and its line in {LOCK}."""
    )


if __name__ == "__main__":
    sys.exit(main())
