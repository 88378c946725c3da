"""The site's variable fonts as fonts of one weight each.

Chromium writes a variable font into a PDF glyph by glyph (Type 3): much larger, and drawn badly by some viewers.
"""

import re
from io import BytesIO
from pathlib import Path

from bank.cache import ContentCache

STYLES = "assets/stylesheets/site-*.css"
_FONT = re.compile(r"@font-face\{[^}]*}")
# The weights that the sheets need, each with the range of weights that it stands for.
WEIGHTS = {400: "100 540", 700: "541 900"}
_FAMILIES = {"sans": "Aloud Sans", "mono": "Aloud Mono"}


def static_fonts(site: Path, cache: ContentCache) -> dict[str, bytes]:
    """Return what to serve in place of the site's style sheet, and the fonts that it then names, by path on the site.

    Raises OSError if the site has no fonts.
    """
    files: dict[str, bytes] = {}
    rules = []
    for name, family in _FAMILIES.items():
        variable = (site / f"assets/fonts/{name}.woff2").read_bytes()
        for weight, weights in WEIGHTS.items():
            path = f"assets/fonts/{name}-{weight}.ttf"
            files[path] = cache.get_or_make(
                b"%d\0" % weight + variable, lambda font=variable, w=weight: _instance(font, w)
            )
            source = f'url("../fonts/{name}-{weight}.ttf")'
            rules.append(f'@font-face {{ font-family: "{family}"; font-weight: {weights}; src: {source}; }}')
    for styles in site.glob(STYLES):
        without = _FONT.sub("", styles.read_text("utf-8"))
        files[styles.relative_to(site).as_posix()] = "\n".join([*rules, without]).encode()
    return files


def _instance(variable: bytes, weight: int) -> bytes:
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = instantiateVariableFont(TTFont(BytesIO(variable), recalcTimestamp=False), {"wght": weight}, inplace=True)
    font.flavor = None
    out = BytesIO()
    font.save(out)
    return out.getvalue()
