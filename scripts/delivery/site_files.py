"""What every page loads: the style sheets of theme and site as two files, and the scripts of the site as one."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from delivery.styles import is_for_paper, one_style_sheet
from served_files import ServedFile, bundle

SCRIPTS = "assets/scripts"
# On every page, in the order in which they run.
SITE_WIDE = ("base", "notice", "scrolling-parts", "theme-menus", "offline", "sheet", "search/load", "search/box")


def delivery_files(docs: Path, own: Sequence[str], theme: Iterable[Path]) -> tuple[list[ServedFile], dict[str, Any]]:
    """Return the files, and for the templates, as `config.extra`: `styles`, by medium, and `site_script`.

    `own` are the site's style sheets by their names below `docs`. Raises OSError, or ValueError for a style sheet that
    browsers would not read to its end.
    """
    screen = [docs / name for name in own if not is_for_paper(name)]
    styles = {
        "screen": one_style_sheet("site", [*theme, *screen]),
        "print": one_style_sheet("print", [docs / name for name in own if is_for_paper(name)]),
    }
    script = bundle(f"{SCRIPTS}/site", [docs / SCRIPTS / f"{name}.js" for name in SITE_WIDE])
    names = {medium: file.name for medium, file in styles.items()}
    return [*styles.values(), script], {"styles": names, "site_script": script.name}


def replaced(own: Sequence[str]) -> list[str]:
    """Return the names, below the documents, of what those files are made from: it need not be served."""
    return [*own, *(f"{SCRIPTS}/{name}.js" for name in SITE_WIDE)]
