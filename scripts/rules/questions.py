"""2xx: questions, their numbers, ids and parts."""

import re

from bank import Bank, Page
from bank.vocabulary import LEVELS, PARTS, TYPES
from rules.core import Edit, rule

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBERED = re.compile(r"(q|question)?-?\d")


@rule("Q201", "question-number")
def question_number(page: Page):
    """A number is nothing but a position: it starts at 1 and counts up, so that a gap never hides a lost question."""
    for expected, question in enumerate(page.questions, 1):
        if question.number is not None and question.number != expected:
            column = len("## ") + 1
            old = f"{question.number}."
            found = page.text.split("\n")[question.line - 1].find(old)
            edit = Edit(question.line, found + 1, old, f"{expected}.") if found >= 0 else None
            yield question.line, column, f"question is numbered {question.number}, expected {expected}", edit


@rule("Q202", "question-number-missing")
def question_number_missing(page: Page):
    """Readers speak of questions by number ("IAM 4"), on paper too."""
    for expected, question in enumerate(page.questions, 1):
        if question.number is None:
            text = page.text.split("\n")[question.line - 1]
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
    first = {}
    for other in bank.pages.values():
        for question in other.questions:
            if question.id:
                first.setdefault(question.id, (other.path, question.line))
    for question in page.questions:
        if question.id and first[question.id] != (page.path, question.line):
            path, line = first[question.id]
            yield question.line, 1, f"id '{question.id}' is taken by {path}:{line}; choose another"


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


@rule("Q208", "question-part-missing")
def question_part_missing(page: Page):
    """A reader the night before relies on the shape: the short answer first, the mistakes, the takeaway, the source."""
    for question in page.questions:
        for part in PARTS:
            if part.required and not question.part(part.key):
                yield question.line, 1, f"question {question.number or ''} has no '{part.label}'; add {_how(part)}"


@rule("Q209", "question-part-order")
def question_part_order(page: Page):
    """The same order everywhere lets the eye find a part without reading."""
    order = {part.key: index for index, part in enumerate(PARTS)}
    for question in page.questions:
        last = None
        for part in question.parts:
            if last and order[part.kind.key] < order[last.kind.key]:
                yield part.line, 1, f"'{part.kind.label}' stands after '{last.kind.label}'; move it before"
            elif last and part.kind.key == last.kind.key:
                yield (
                    part.line,
                    1,
                    f"second '{part.kind.label}' in this question; merge it with the one in line {last.line}",
                )
            else:
                last = part


def _how(part) -> str:
    if part.callout:
        return f'`{"???" if part.callout == "question" else "!!!"} {part.callout} "{part.label}"`'
    return f"a paragraph that begins with `**{part.label}:**`"
