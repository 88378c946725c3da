"""Files that the site serves and that are named by their content, so that each can be cached for ever."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from rjsmin import jsmin

# What ends a string or a line in a script, and may stand in JSON.
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class ServedFile(NamedTuple):
    """A file by its name relative to the site, with `/`."""

    name: str
    content: str


def data_script(kind: str, data) -> ServedFile:
    """Return data as a script, such as `search/first-0123456789ab.js` for the kind "search/first".

    A script and not JSON, because a page that was opened from the file system may load nothing else. It hands what it
    holds to `aloud.receive` (`docs/assets/scripts/base.js`) under its own name.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    name = f"{kind}-{_digest(text)}.js"
    return ServedFile(name, f"aloud.receive('{Path(name).stem}',JSON.parse('{text.translate(_ESCAPES)}'))\n")


def bundle(kind: str, files: Sequence[Path], notice: str = "") -> ServedFile:
    """Return scripts in one file, minified: over a slow line each request costs more than its bytes. Raises OSError."""
    content = notice + "\n".join(jsmin(file.read_text("utf-8")) for file in files)
    return named(kind, "js", content)


def named(kind: str, suffix: str, content: str) -> ServedFile:
    """Return a file whose name holds the digest of its content, such as `assets/stylesheets/site-0123456789ab.css`."""
    return ServedFile(f"{kind}-{_digest(content)}.{suffix}", content)


def write_files(site: Path, files: Iterable[ServedFile]) -> None:
    """Write the files below the site's folder. Raises OSError."""
    for name, content in files:
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:12]
