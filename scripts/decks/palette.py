"""The site's colors, for what is shown outside the site."""

import re
from functools import cache
from pathlib import Path

STYLESHEETS = Path("docs/assets/stylesheets")
LIGHT, DARK = "default", "slate"

_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_USE = re.compile(r"var\((--[\w-]+)\)")


@cache
def palette(scheme: str) -> dict[str, str]:
    """Return the tokens of a color scheme (LIGHT or DARK) with their values. Raises OSError."""
    text = (STYLESHEETS / "tokens.css").read_text("utf-8")
    # The first rule of a scheme has its colors; a later one for both only gives them the theme's names.
    _, _, rule = text.partition(f'[data-md-color-scheme="{scheme}"] {{')
    return dict(_TOKEN.findall(rule.partition("}")[0]))


def declarations(css: str, scheme: str) -> str:
    """Return declarations of those tokens of a scheme that a style sheet uses. Raises OSError."""
    used = set(_USE.findall(css))
    return "".join(f"  {name}: {value};\n" for name, value in palette(scheme).items() if name in used)


def fixed(css: str) -> str:
    """Return a style sheet with the light scheme's colors in place of its tokens. Raises OSError."""
    return _USE.sub(lambda use: palette(LIGHT).get(use[1], use[0]), css)
