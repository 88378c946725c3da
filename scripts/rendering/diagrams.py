"""Mermaid fences become inline SVG.

A drawing is made once, by `make diagrams`, and kept in the repository under the hash of its source: building the
site needs neither a browser nor Mermaid, and no reader's browser runs it.
"""

import hashlib
import html
import logging
import re
from pathlib import Path

FOLDER = Path("docs/assets/diagrams")
STYLE = Path(__file__).with_name("mermaid.json")

TALL = 260  # pixels: about a quarter of a page

# Under this name MkDocs counts a warning, so that a strict build fails.
log = logging.getLogger("mkdocs.rendering.diagrams")


def drawing_name(source: str) -> str:
    """Return the file name of the drawing of this Mermaid source: a hash over it and the drawing style."""
    digest = hashlib.sha256(STYLE.read_bytes() + source.strip().encode())
    return f"{digest.hexdigest()[:16]}.svg"


def fence(source: str, language: str, css_class: str, options, md, **_) -> str:
    """Format a Mermaid fence (the signature is that of SuperFences' custom fences)."""
    file = FOLDER / drawing_name(source)
    try:
        svg = file.read_text("utf-8")
    except FileNotFoundError:
        title = re.search(r"accTitle:\s*(.*)", source)
        log.warning("Diagram '%s' is not drawn yet: run `make diagrams`.", title.group(1) if title else "without title")
        return f'<pre class="{css_class}-undrawn"><code>{html.escape(source)}</code></pre>'
    width, height = (int(re.search(rf' {side}="(\d+)"', svg).group(1)) for side in ("width", "height"))
    # Paper sets a tall drawing beside the text.
    classes = f"{css_class} {css_class}--tall" if height > width and height > TALL else css_class
    return f'<figure class="{classes}" style="--width: {width}px">{svg}</figure>'
