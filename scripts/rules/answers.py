"""2xx: what an answer holds, by its type and level."""

from collections import defaultdict

from bank import Bank, Page
from bank.model import WORD, Question
from rules.core import rule

# Style rule Q5. The bounds are wider than what it asks for, so that a sentence too many is no failure.
WORDS = {"foundational": (110, 400), "intermediate": (200, 850), "advanced": (400, 1500)}
SIMILAR = 90  # of 100, by rapidfuzz's token set ratio


@rule("Q218", "answer-length")
def answer_length(page: Page):
    """A foundational answer that goes on for pages is two answers; an advanced one of three sentences is none."""
    for question in page.questions:
        for level in question.levels[:1]:
            words = word_count(page, question)
            low, high = WORDS[level]
            if not low <= words <= high:
                yield (
                    question.line,
                    1,
                    f"{level} answer has {words} words, without samples; make it {low} to {high}",
                )


@rule("Q219", "answer-lacks-comparison")
def answer_lacks_comparison(page: Page):
    """A comparison is read across: a table, or a diagram of the choice, shows what paragraphs make one assemble."""
    for question in page.questions:
        shown = any(_within(question, row.line) for row in page.rows) or _has_diagram(page, question)
        if "comparison" in question.types and not shown:
            yield question.line, 1, "comparison without a table or a diagram of the choice; add one"


@rule("Q220", "answer-lacks-diagram")
def answer_lacks_diagram(page: Page):
    """At a whiteboard, an architecture is drawn and a search for a cause is a decision tree."""
    for question in page.questions:
        if not _has_diagram(page, question) and set(question.types) & {"architecture", "debugging"}:
            yield (
                question.line,
                1,
                f"{question.types[0]} question without a diagram; add one in Mermaid",
            )


@rule("Q221", "title-duplicate", scope="bank")
def title_duplicate(bank: Bank, page: Page):
    """The same question twice means two answers that drift apart, and a search that shows both."""
    for question in page.questions:
        path, line = bank.places_by_title[question.normal_title]
        if (path, line) != (page.path, question.line):
            yield question.line, 1, f"title is also that of {path}:{line}; merge the answers or ask something else"


@rule("Q222", "title-similar", scope="whole", severity="warning")
def title_similar(bank: Bank):
    """Nearly the same question twice is often one question that two people wrote."""
    from rapidfuzz import fuzz, process  # not at the top: whoever only reads the rules need not have it

    # Only titles that share an uncommon word are compared, or the work would grow with the square of the bank.
    sharing = defaultdict(list)
    for title in bank.places_by_title:
        for word in set(title.split()):
            sharing[word].append(title)
    for title, (path, line) in bank.places_by_title.items():
        rarest = sorted(set(title.split()), key=lambda word: (len(sharing[word]), word))[:3]
        candidates = {other for word in rarest for other in sharing[word] if other > title}
        for other, _, _ in process.extract(title, candidates, scorer=fuzz.token_sort_ratio, score_cutoff=SIMILAR):
            where = ":".join(map(str, bank.places_by_title[other]))
            yield path, line, 1, f"title is nearly that of {where} ('{other}'); is it the same question?"


def word_count(page: Page, question: Question) -> int:
    """Return the words of an answer's prose: all its text but samples, tables, quick check, links and sources."""
    skipped = [part for key in ("quick_check", "follow_up", "sources", "also_asked") if (part := question.part(key))]
    rows = {row.line for row in page.rows}
    return sum(
        len(WORD.findall(block.prose))
        for block in page.blocks
        if question.line < block.line <= question.end_line
        and block.line not in rows
        and not any(part.line <= block.line <= part.end_line for part in skipped)
    )


def _has_diagram(page: Page, question: Question) -> bool:
    return any(f.language == "mermaid" and _within(question, f.line) for f in page.fences)


def _within(question: Question, line: int) -> bool:
    return question.line < line <= question.end_line
