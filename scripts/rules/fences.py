"""3xx: code fences."""

from bank import Page
from bank.vocabulary import FENCE_LANGUAGES
from rules.core import rule


@rule("F301", "fence-unclosed")
def fence_unclosed(page: Page):
    """An unclosed fence swallows the rest of the page, or shows its backticks."""
    for fence in page.fences:
        if not fence.closed:
            yield fence.line, 1, "code fence is never closed; add a line with the same backticks after the sample"


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
        if fence.language and fence.language not in FENCE_LANGUAGES:
            yield (
                fence.line,
                1,
                (
                    f"code fence has the unknown language '{fence.language}'; use one of: "
                    f"{', '.join(sorted(FENCE_LANGUAGES))}"
                ),
            )
