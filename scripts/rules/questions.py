"""2xx: questions: their numbers and classes."""

from bank import Page
from bank.vocabulary import LEVELS, TYPES
from rules.core import rule
from rules.finding import Edit


@rule("Q201", "question-number")
def question_number(page: Page):
    """A number is nothing but a position: it starts at 1 and counts up, so that a gap never hides a lost question."""
    for expected, question in enumerate(page.questions, 1):
        if question.number is not None and question.number != expected:
            column = len("## ") + 1
            old = f"{question.number}."
            found = page.lines[question.line - 1].find(old)
            edit = Edit(question.line, found + 1, old, f"{expected}.") if found >= 0 else None
            yield question.line, column, f"question is numbered {question.number}, expected {expected}", edit


@rule("Q202", "question-number-missing")
def question_number_missing(page: Page):
    """Readers speak of questions by number ("IAM 4"), on paper too."""
    for expected, question in enumerate(page.questions, 1):
        if question.number is None:
            text = page.lines[question.line - 1]
            start = len(text) - len(text.lstrip("# \t"))
            old = question.title[:1]
            edit = (
                Edit(question.line, start + 1, old, f"{expected}. {old}")
                if old and text[start:].startswith(old)
                else None
            )
            yield question.line, 4, f"question has no number; write `## {expected}. {question.title[:40]}`", edit


@rule("Q203", "question-unclassified")
def question_unclassified(page: Page):
    """On a topic page, a level-2 heading is a question: without type and level it has no badge and no filter."""
    if not page.is_topic:
        return
    questions = {q.line for q in page.questions}
    for heading in page.headings:
        if heading.level == 2 and heading.line not in questions:
            yield (
                heading.line,
                1,
                (
                    f"'{heading.text}' is a level-2 heading but not a question; write "
                    "`## N. Title { #id .type .level }`, or make it level 3"
                ),
            )


@rule("Q207", "question-classes")
def question_classes(page: Page):
    """Exactly one type and one level, from the fixed lists: badges, filters and mock interviews go by them."""
    for question in page.questions:
        for name, found, known in (("type", question.types, TYPES), ("level", question.levels, LEVELS)):
            if len(found) != 1:
                was = f"{len(found)} {name}s ({', '.join(found)})" if found else f"no {name}"
                yield question.line, 1, f"question has {was}; give it one of: {', '.join('.' + k for k in known)}"
        for extra in set(question.heading.classes) - set(TYPES) - set(LEVELS):
            yield question.line, 1, f"class '.{extra}' is neither a type nor a level; remove it or correct its spelling"


@rule("Q217", "question-order")
def question_order(page: Page):
    """Foundational before advanced: a reader climbs, and stops where their level is."""
    highest = 0
    for question in page.questions:
        for level in question.levels:
            rank = LEVELS.index(level)
            if rank < highest:
                yield question.line, 1, f"{level} question stands after a {LEVELS[highest]} one; move it up"
            highest = max(highest, rank)
