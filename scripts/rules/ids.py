"""2xx: the ids of questions, which are for ever."""

import re
from pathlib import Path

from bank import Bank, Page
from rules.core import rule
from whole_files import write_whole

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBERED = re.compile(r"(q|question)?-?\d")
LOCK = Path("tests/question-ids.txt")


@rule("Q204", "question-id-missing")
def question_id_missing(page: Page):
    """Without an id of its own, a question's address changes when its title does, and links and marks are lost."""
    for question in page.questions:
        if not question.id:
            yield question.line, 1, f"question {question.number or ''} has no id; add `{{ #short-name .type .level }}`"


@rule("Q205", "question-id-form")
def question_id_form(page: Page):
    """An id is for ever: lower-case words and hyphens, and not the number, which is only a position."""
    for question in page.questions:
        if not question.id:
            continue
        if not _ID.fullmatch(question.id):
            yield question.line, 1, f"id '{question.id}' must be lower-case words joined by hyphens"
        elif _NUMBERED.match(question.id):
            yield question.line, 1, f"id '{question.id}' begins with a number; name the subject instead"


@rule("Q206", "question-id-duplicate", scope="bank")
def question_id_duplicate(bank: Bank, page: Page):
    """An id is unique over the whole site: cards, marks and the search index know a question by its id alone."""
    for question in page.questions:
        path, line = bank.places_by_id.get(question.id, (page.path, question.line))
        if (path, line) != (page.path, question.line):
            yield question.line, 1, f"id '{question.id}' is taken by {path}:{line}; choose another"


@rule("Q215", "question-id-not-locked", scope="bank")
def question_id_not_locked(bank: Bank, page: Page):
    """The lock lists every id that was ever published, so that none can be lost or given to another question."""
    locked = locked_ids(bank)
    for question in page.questions:
        if locked is not None and question.id and question.id not in locked:
            yield question.line, 1, f"id '{question.id}' is not in {LOCK}; `make fix` adds it"


@rule("Q216", "question-id-lost", scope="whole")
def question_id_lost(bank: Bank):
    """Links, cards and readers' marks point at an id for ever: a question may move or change its title, not its id."""
    for missing in sorted((locked_ids(bank) or set()) - bank.places_by_id.keys()):
        place = min(bank.pages)
        yield place, 1, 1, f"id '{missing}' is in {LOCK}, but no question has it any more; give it back to its question"


def locked_ids(bank: Bank) -> set[str] | None:
    """Return the ids in the bank's lock file, or None if it has none (a bank that is not published)."""
    file = bank.root.parent / LOCK
    return set(file.read_text("utf-8").split()) if file.is_file() else None


def add_to_lock(bank: Bank) -> int:
    """Add the bank's new ids to its lock file, sorted, and return how many they were. Never removes one."""
    locked = locked_ids(bank)
    if locked is None:
        return 0
    new = bank.places_by_id.keys() - locked
    if new:
        write_whole(bank.root.parent / LOCK, "\n".join(sorted(locked | new)) + "\n")
    return len(new)
