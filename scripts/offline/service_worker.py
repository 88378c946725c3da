"""The service worker's script, which names every file that it keeps, and by its digest the edition of the file."""

import hashlib
import json
from pathlib import Path
from urllib.parse import quote

from offline.files import is_later, page_files
from served_files import ServedFile

HERE = Path(__file__).parent
NAME = "sw.js"
_DIGITS = 12  # of a SHA-256 in hexadecimal: enough to tell editions of a file apart


def worker(site: Path) -> ServedFile:
    """Return the worker for a built site, whose files must all be there. Raises OSError."""
    return _script("worker.js", EDITION=edition(site))


def removal() -> ServedFile:
    """Return a worker that takes an earlier one and all that it keeps away. Raises OSError."""
    return _script("removal.js")


def edition(site: Path) -> dict[str, dict[str, str]]:
    """Return what the worker keeps: {"shell": {address: digest}, "rest": {address: digest}}.

    An address is relative to the site and as pages ask for it: `networking/vpc/` and not
    `networking/vpc/index.html`. The shell is what every page and tool needs; of the rest, pages come first. Raises
    OSError if a file cannot be read.
    """
    parts: dict[str, dict[str, str]] = {"shell": {}, "rest": {}}
    for name in sorted(page_files(site), key=lambda name: (not name.endswith(".html"), name)):
        digest = hashlib.sha256((site / name).read_bytes()).hexdigest()[:_DIGITS]
        parts["rest" if is_later(name) else "shell"][_address(name)] = digest
    return parts


def _address(name: str) -> str:
    is_index = name == "index.html" or name.endswith("/index.html")
    return quote(name.removesuffix("index.html") if is_index else name)


def _script(source: str, **constants) -> ServedFile:
    lines = [f"const {name} = {json.dumps(value, separators=(',', ':'))};\n" for name, value in constants.items()]
    return ServedFile(NAME, "".join(lines) + (HERE / source).read_text("utf-8"))
