"""The style sheets of theme and site as one file for screens, which holds up the first paint, and one for paper."""

import re
from collections.abc import Iterable
from pathlib import Path

import lightningcss

from data_files import load_data
from served_files import ServedFile, named

FOLDER = "assets/stylesheets"
THEME_STYLES = ("main", "palette")  # how the names of the theme's own begin
_PAPER = f"{FOLDER}/print/"
# Two costs of the theme, each of which has browsers work out every style of the page once or twice more as it loads: a
# rule that stops transitions while the color scheme changes, and tables told by having no class, so that a class put on
# the root may change any of them. The tables with a class are named instead.
_SWITCHING = re.compile(r"\[data-md-color-switching] [^{}]*\{[^{}]*}")
_UNCLASSED, _NAMED = "table:not([class])", "table:not(.progress__table)"
_UNUSED = re.compile(rf"\.((?:{'|'.join(load_data(Path(__file__).with_name('unused.yaml')))})[\w-]*)")


def is_for_paper(name: str) -> bool:
    """Return whether a style sheet, by its name relative to the site, is of no use on a screen."""
    return name.startswith(_PAPER)


def one_style_sheet(kind: str, files: Iterable[Path]) -> ServedFile:
    """Return style sheets as one, minified, in the folder that the addresses in them are relative to.

    Raises OSError, or ValueError for a file that browsers would not read to its end.
    """
    return named(f"{FOLDER}/{kind}", "css", "".join(_minified(file) for file in files))


def _minified(file: Path) -> str:
    text = file.read_text("utf-8")
    unused = set(_UNUSED.findall(text))
    small = lightningcss.process_stylesheet(text, filename=str(file), minify=True, unused_symbols=unused)
    return _SWITCHING.sub("", small).replace(_UNCLASSED, _NAMED)
