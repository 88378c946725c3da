"""What of each question is searched, and by which field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bank import Page
from bank.model import Question
from bank.plain import plain
from exports.records import also_asked

# Links to other questions and sources say what other pages are about; a quick check's wrong choices are wrong.
_NOT_SEARCHED = {"follow_up", "sources", "quick_check"}
_SUMMARY = {"thirty_seconds", "takeaway"}


@dataclass
class Document:
    """A question as it is searched: `passages` are its pieces of text in their order, to show where the words were."""

    title: str
    asked: list[str]
    phrases: list[str]
    topic: str
    summary: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)


def documents(page: Page, phrasings: Mapping[str, list[str]]) -> list[Document]:
    """Return a document for each question of a topic page, in their order. Raises nothing.

    `phrasings` has what people type for a question, by its id.
    """
    return [_document(page, question, phrasings.get(question.id or "", [])) for question in page.questions]


def _document(page: Page, question: Question, phrases: list[str]) -> Document:
    document = Document(
        title=plain(question.title),
        asked=list(also_asked(question)),
        phrases=phrases,
        topic=" ".join((page.title, *page.aliases)),
    )
    for kind, text in _pieces(page, question):
        getattr(document, kind).append(text)
        if kind != "code":
            document.passages.append(text)
    document.passages += document.code  # last: a sentence says more than a line of code that has the same words
    return document


def _pieces(page: Page, question: Question) -> Iterator[tuple[str, str]]:
    """Yield the field and the text of each piece of a question, in the order of the page."""
    kinds = {}
    for part in question.parts:
        for line in range(part.line, part.end_line + 1):
            kinds[line] = part.kind.key
    headings = {heading.line for heading in page.headings}
    pieces = [(block.line, block.text, False) for block in page.blocks]
    pieces += [(fence.content_line, fence.content, True) for fence in page.fences if fence.language != "mermaid"]
    for line, text, is_code in sorted(pieces):
        kind = kinds.get(line, "")
        if not question.line < line <= question.end_line or kind in _NOT_SEARCHED or kind == "also_asked":
            continue
        if is_code:
            yield "code", text.strip()
        elif cleaned := plain(text):
            yield "headings" if line in headings else "summary" if kind in _SUMMARY else "body", cleaned
