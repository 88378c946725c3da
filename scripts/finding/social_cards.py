"""The picture that stands for a page where its address is shared, in a size that no reader of https://ogp.me crops."""

from base64 import b64encode
from html import escape
from io import BytesIO
from pathlib import Path
from string import Template
from typing import NamedTuple

from bank import Bank, Page

SIZE = {"width": 1200, "height": 630}
FOLDER = "social"
_ASSETS = Path("docs/assets")
_COLORS = 96  # enough for text of five colors with smooth edges; a fourth of the bytes
# The larger the title, the shorter it must be: pixels by the most letters that still leave two lines for the rest.
_TITLE_SIZES = {14: 136, 24: 104, 40: 84}
_SMALLEST = 68


class Card(NamedTuple):
    """A picture: where it goes below the site, and the page that a browser draws it from."""

    file: str
    html: str


def card_file(path: str) -> str:
    """Return the place of a page's picture below the site; `path` is that of its source, such as `security/iam.md`."""
    return f"{FOLDER}/{path.removesuffix('.md')}.png"


def cards(bank: Bank) -> list[Card]:
    """Return the card of each page, in the order of the bank. Raises OSError."""
    template = Template(Path(__file__).with_name("card.html").read_text("utf-8"))
    common = {
        "font": _base64(_ASSETS / "fonts/sans.woff2"),
        "mark": _base64(_ASSETS / "images/mark.svg"),
        "tokens": (_ASSETS / "stylesheets/tokens.css").read_text("utf-8"),
        "site": escape(bank.site_name),
    }
    return [
        Card(card_file(path), template.substitute(common, **_texts(bank, page)))
        for path, page in sorted(bank.pages.items())
    ]


def _texts(bank: Bank, page: Page) -> dict[str, str]:
    title = bank.tagline if page.path == "index.md" else page.title
    count = len(page.questions)
    return {
        "title": escape(title),
        "size": str(next((size for length, size in _TITLE_SIZES.items() if len(title) <= length), _SMALLEST)),
        "description": escape(page.description),
        "category": escape(bank.category_title(page.category)) if page.is_topic else "",
        "foot": f"{count} AWS interview questions, with answers to say aloud" if page.is_topic else "",
    }


def _base64(file: Path) -> str:
    return b64encode(file.read_bytes()).decode()


def small_png(png: bytes) -> bytes:
    """Return a picture with few colors. Raises OSError for what is none."""
    from PIL import Image

    small = BytesIO()
    picture = Image.open(BytesIO(png)).convert("RGB").quantize(_COLORS, dither=Image.Dither.NONE)
    picture.save(small, "PNG", optimize=True)
    return small.getvalue()
