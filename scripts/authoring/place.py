"""Puts a new question into its page, as edits of the page's file."""

from dataclasses import dataclass, replace

from authoring.template import question_text
from bank import Bank, Page
from bank.model import Heading, Question
from bank.scan import scan_text
from bank.vocabulary import LEVELS
from command_line import UsageError
from rules.finding import Edit
from rules.fix import apply_edits
from rules.ids import LOCK, locked_ids, question_id_form
from targets import DOCS


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What is known of a question before it is written."""

    title: str
    id: str
    type: str
    level: str


def taken_ids(bank: Bank) -> frozenset[str]:
    """Return the ids that questions have, or once had: an id is never given a second time."""
    return frozenset(bank.places_by_id.keys() | (locked_ids(bank) or set()))


def check_title(bank: Bank, title: str) -> None:
    """Raise UsageError if a question of the bank has this title."""
    question = Question(Heading(2, title, None, "", (), 1), None, title, 1, ())
    if place := bank.places_by_title.get(question.normal_title):
        raise UsageError(f"this is asked already, at {shown(place)}; mend that answer, or ask something else")


def position(page: Page, level: str, after: str | None = None) -> int:
    """Return how many questions of the page come before a new one of this level: those up to the id `after`, or all of
    its level and below.

    Raises UsageError for an id that the page does not have, and for a place where the page would climb down.
    """
    ranks = [max((LEVELS.index(level) for level in question.levels), default=0) for question in page.questions]
    rank = LEVELS.index(level)
    if after is None:
        return next((index for index, other in enumerate(ranks) if other > rank), len(ranks))
    ids = [question.id for question in page.questions]
    if after not in ids:
        raise UsageError(
            f"{DOCS}/{page.path} has no question '{after}'; its questions are: {', '.join(filter(None, ids))}"
        )
    index = ids.index(after) + 1
    if max(ranks[:index]) > rank or min(ranks[index:], default=rank) < rank:
        raise UsageError(
            f"a question of level {level} cannot stand after '{after}': a page climbs from {LEVELS[0]} to "
            f"{LEVELS[-1]}; leave --after out, and it is put where it belongs"
        )
    return index


def edits_for(bank: Bank, page: Page, new: NewQuestion, index: int) -> list[Edit]:
    """Return the edits that put a question into a page, with `index` questions before it; those that follow are
    numbered anew.

    Raises UsageError, with what to do, for what the gate would refuse in the heading.
    """
    _check_names(bank, new)
    text = question_text(index + 1, new.title, new.id, new.type, new.level)
    line = page.questions[index - 1].end_line if index else _end_of_lead(page)
    edits = [Edit(line, len(page.lines[line - 1]) + 1, "", f"\n\n{text}")]
    for number, question in enumerate(page.questions[index:], index + 2):
        if question.number is not None and question.number != number:
            old = f"{question.number}."
            edits.append(Edit(question.line, page.lines[question.line - 1].index(old) + 1, old, f"{number}."))
    _check_page(page, edits, index, new)
    return edits


def _check_names(bank: Bank, new: NewQuestion) -> None:
    if place := bank.places_by_id.get(new.id):
        raise UsageError(f"the id '{new.id}' is taken by {shown(place)}; choose another with --id")
    if new.id in taken_ids(bank):
        raise UsageError(f"the id '{new.id}' is in {LOCK}: a question had it once; choose another with --id")


def _end_of_lead(page: Page) -> int:
    """Return the last line before the first question, or of a page without any, that is not blank."""
    lead = page.lines[: page.questions[0].line - 1] if page.questions else page.lines
    return max((number for number, line in enumerate(lead, 1) if line.strip()), default=1)


def _check_page(page: Page, edits: list[Edit], index: int, new: NewQuestion) -> None:
    """Read the page as it would be: what the parser makes of a title or an id is the one thing that counts."""
    raw, _ = apply_edits(page.text.encode(), edits)
    after = scan_text(raw.decode(), page.file, page.path)
    ids = [question.id for question in page.questions]
    ids.insert(index, new.id)
    added = after.questions[index] if index < len(after.questions) else None
    if [question.id for question in after.questions] != ids or added.title != new.title:
        raise UsageError(f"the title '{new.title}' cannot stand in a heading with the id '{new.id}'; use plain words")
    for _, _, message in question_id_form(replace(after, questions=(added,))):
        raise UsageError(f"{message}; give another with --id")


def shown(place: tuple[str, int]) -> str:
    """Return a place of the bank as a path and a line."""
    return f"{DOCS}/{place[0]}:{place[1]}"
