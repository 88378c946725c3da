"""Drawings as images that need nothing but themselves: neither the page's style sheets nor its font."""

import base64
import hashlib
import html
import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from command_line import UsageError
from decks.palette import STYLESHEETS, fixed
from rendering.diagrams import FOLDER, drawing_name

FONT = Path("docs/assets/fonts/sans.woff2")
FAMILY = "Aloud Sans"  # as drawings call it
WEIGHT = 400  # the text of drawings is set in it; the few bold titles are made from it
# Not those that the drawings of today have: then a new drawing would change the images of all others.
CHARACTERS = "".join(map(chr, range(0x20, 0x7F))) + "×…–—‘’“”·→≤≥µ"

_DRAWING = re.compile(
    r'(?P<tag><svg [^>]*?width="(?P<width>\d+)" height="(?P<height>\d+)"[^>]*>)'
    r"<title[^>]*>(?P<title>.*?)</title>(?:<desc[^>]*>(?P<description>.*?)</desc>)?(?P<content>.*)</svg>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An image: the name of its file, its bytes (SVG), its size in pixels and what it shows, in words."""

    name: str
    content: bytes
    width: int
    height: int
    text: str


def drawing(source: str) -> Drawing:
    """Return the drawing of this Mermaid source. Raises UsageError if it is not drawn yet, else OSError."""
    file = FOLDER / drawing_name(source)
    try:
        return _standalone(file)
    except FileNotFoundError as error:
        if error.filename != str(file):
            raise
        raise UsageError(f"{file} is missing: a diagram is not drawn yet; run `make diagrams`") from None


@cache
def _standalone(file: Path) -> Drawing:
    found = _DRAWING.match(file.read_text("utf-8").strip())
    title, description = (html.unescape(found[part] or "") for part in ("title", "description"))
    # The site's style sheet means what is in an element of this class; here, that is all but its own rules.
    content = f'{found["tag"]}<style>{_style()}</style><g class="diagram">{found["content"]}</g></svg>'.encode()
    # Named by its content: Anki keeps a file that it has, and gives another file of that name a name of its own.
    name = f"aloud-{hashlib.sha256(content).hexdigest()[:16]}.svg"
    return Drawing(name, content, int(found["width"]), int(found["height"]), f"{title}. {description}".strip())


@cache
def _style() -> str:
    source = f"data:font/woff2;base64,{base64.b64encode(_font()).decode()}"
    css = (STYLESHEETS / "diagram.css").read_text("utf-8").replace("var(--md-text-font-family)", f'"{FAMILY}"')
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return escape(fixed(f'@font-face {{ font-family: "{FAMILY}"; src: url({source}); }}\n{css}'))


def _font() -> bytes:
    """Return the site's font in one weight and with few characters: as it is, it would be most of each image."""
    font = instantiateVariableFont(TTFont(FONT, recalcTimestamp=False), {"wght": WEIGHT}, inplace=True)
    subsetter = Subsetter(Options(layout_features=["kern"], hinting=False))
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()
