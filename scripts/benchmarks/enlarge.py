"""Makes a bank of any size out of the real pages, with ids, titles and links that stay unique and alive."""

import hashlib
import re
from pathlib import Path

from bank import Bank

_ID = re.compile(r"\{ #([a-z0-9-]+) ")
_ANCHOR = re.compile(r"(\]\([^)\s]*#)([a-z0-9-]+)\)")
_TITLE = re.compile(r"^(## \d+\. )(.*?)( \{ #)", re.MULTILINE)


def enlarge(bank: Bank, times: int, docs: Path) -> int:
    """Write the bank's topics `times` over below `docs`, each copy in folders of its own; return the bytes written."""
    size = 0
    for copy in range(times):
        for page in bank.topics:
            text = _ID.sub(rf"{{ #\1-c{copy} ", page.text)
            text = _ANCHOR.sub(rf"\1\2-c{copy})", text)
            text = _TITLE.sub(lambda m, copy=copy: f"{m[1]}{_other_title(m[2], copy)}{m[3]}", text)
            file = docs / f"copy-{copy}" / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            size += len(text.encode())
    return size


def _other_title(title: str, copy: int) -> str:
    """Return a title of the same length in other words, or every copy would be a near-duplicate of every other."""
    words = (hashlib.sha256(f"{word}{copy}".encode()).hexdigest()[: len(word)] for word in title.split())
    return " ".join(words) + "?"
