"""Code samples in the colors of their language, as HTML."""

from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.util import ClassNotFound

from bank.model import Fence


def sample_html(fence: Fence) -> str:
    """Return a sample with its title above it; one that shows what is wrong says so there."""
    is_wrong = "wrong" in fence.classes
    title = ": ".join(filter(None, ("Wrong" if is_wrong else "", fence.title)))
    caption = f'<figcaption class="sample__title">{escape(title)}</figcaption>' if title else ""
    code = highlight(fence.content, _lexer(fence.language), HtmlFormatter(nowrap=True)).rstrip("\n")
    name = "sample sample--wrong" if is_wrong else "sample"
    return f'<figure class="{name}">{caption}<pre class="highlight"><code>{code}</code></pre></figure>'


def _lexer(language: str):
    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return TextLexer()
