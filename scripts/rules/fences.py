"""3xx: code fences."""

from bank import Page
from rules.core import rule
from samples.table import LANGUAGES


@rule("F301", "fence-unclosed")
def fence_unclosed(page: Page):
    """An unclosed fence swallows the rest of the page, or shows its backticks."""
    for fence in page.fences:
        if not fence.closed or any(_opens_another(line, fence.markup) for line in fence.content.split("\n")):
            yield fence.line, 1, "code fence is never closed; add a line with the same backticks after the sample"


def _opens_another(line: str, markup: str) -> bool:
    """Whether a line inside a fence looks like the beginning of the next one: the close was forgotten."""
    line = line.strip()
    return line.startswith(markup) and line.strip(markup[0]).strip() != ""


@rule("F302", "fence-language-missing")
def fence_language_missing(page: Page):
    """The language chooses the colors and the tool that checks the sample; without one it is neither."""
    for fence in page.fences:
        if not fence.language:
            yield (
                fence.line,
                1,
                "code fence has no language; write it after the backticks (`text` for output and trees)",
            )


@rule("F303", "fence-language-unknown")
def fence_language_unknown(page: Page):
    """A language that nothing knows gets no colors and no check. One name for each: `hcl`, not `terraform` or `tf`."""
    for fence in page.fences:
        if fence.language and fence.language not in LANGUAGES:
            yield (
                fence.line,
                1,
                (f"code fence has the unknown language '{fence.language}'; use one of: {', '.join(sorted(LANGUAGES))}"),
            )
