"""3xx, continued: what a sample must declare, so that it can be checked. The checks themselves are in `samples`."""

import posixpath

from bank import Page
from bank.model import Fence
from rules.core import declare, rule
from samples.model import UNCHECKED, WRONG
from samples.table import LANGUAGES, NOT_SAMPLES, checker_name, patterns_for

MAX_COLUMNS = 88

declare("F310", "sample-invalid", "A sample that does not run costs a reader the interview, or their account.")
declare("F311", "sample-not-wrong", "A sample that is shown as wrong and is right teaches the opposite.")
declare(
    "F312", "sample-unchecked-needlessly", "What can be checked must be: an exception that is not needed hides one."
)


def _samples(page: Page):
    return (f for f in page.fences if f.language and f.language not in NOT_SAMPLES)


@rule("F304", "sample-kind-unknown")
def sample_kind_unknown(page: Page):
    """The file name of a sample says what kind of document it is, and so which tool checks it."""
    for fence in _samples(page):
        if fence.language in LANGUAGES and checker_name(fence.language, fence.title) is None:
            known = ", ".join(patterns_for(fence.language))
            was = f"title '{fence.title}' says no kind" if fence.title else "sample has no title"
            yield fence.line, 1, f'{was}; give it `title="..."` with a name such as {known}'


@rule("F305", "sample-too-wide")
def sample_too_wide(page: Page):
    """Wider code does not fit a study sheet or a phone, and is cut or wrapped in the middle of a word."""
    for fence in page.fences:
        if fence.language in NOT_SAMPLES or not fence.closed:
            continue  # an unclosed fence holds prose too, and has its own finding
        for number, line in enumerate(fence.content.split("\n"), fence.content_line):
            if len(line) > MAX_COLUMNS and not _is_unbreakable(line):
                yield number, MAX_COLUMNS + 1, f"line of {len(line)} columns; break it before column {MAX_COLUMNS}"


def _is_unbreakable(line: str) -> bool:
    """Whether a single word of the line, such as an ARN, is too long by itself."""
    indent = len(line) - len(line.lstrip())
    return indent + max(map(len, line.split()), default=0) > MAX_COLUMNS


@rule("F306", "sample-wrong-untold")
def sample_wrong_untold(page: Page):
    """Whoever sees only the sample, in a search result or on a sheet, must see that it is wrong on purpose."""
    for fence in _samples(page):
        if WRONG in fence.classes and "wrong" not in posixpath.basename(fence.title).lower():
            yield fence.line, 1, f"sample is wrong on purpose; say so in its title, such as 'wrong-{fence.title}'"


@rule("F307", "sample-unchecked-without-reason")
def sample_unchecked_without_reason(page: Page):
    """A sample that no tool checks is a risk that somebody took; the reason is for whoever comes next."""
    for fence in _samples(page):
        if UNCHECKED in fence.attributes and len(fence.attributes[UNCHECKED].split()) < 2:
            yield fence.line, 1, f'sample is not checked; say why: {UNCHECKED}="needs ..."'


@rule("F308", "diagram-alternative")
def diagram_alternative(page: Page):
    """A reader who does not see the diagram must learn the same from its title and description."""
    for fence in _diagrams(page):
        for name in ("accTitle:", "accDescr:"):
            if name not in fence.content:
                yield fence.line, 1, f"diagram has no `{name}`; add it under the first line"


@rule("F309", "diagram-kind")
def diagram_kind(page: Page):
    """Top-down flowcharts and sequences are legible on a phone; colors in the source do not follow the scheme."""
    for fence in _diagrams(page):
        first = fence.content.strip().split("\n", 1)[0].strip()
        if first not in ("flowchart TD", "sequenceDiagram"):
            yield fence.content_line, 1, f"diagram begins with '{first}'; use `flowchart TD` or `sequenceDiagram`"
        for number, line in enumerate(fence.content.split("\n"), fence.content_line):
            if line.strip().startswith(("style ", "classDef ", "class ", "linkStyle ", "%%{")):
                yield number, 1, "diagram sets its own colors; the site's style sheet does"


def _diagrams(page: Page) -> list[Fence]:
    return [f for f in page.fences if f.language == "mermaid"]
