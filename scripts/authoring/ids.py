"""An id for a new question: short words of its title that no other question has as its id."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[a-z0-9]+")
_STOP_WORDS = Path(__file__).parent / "stop_words.txt"
SHORT = 4  # words


def suggested_id(title: str, taken: Collection[str]) -> str | None:
    """Return an id that is not taken, such as `scp-permissions-boundary`, or None if the title has no words for one.

    It has the first four words of the title that say something, and more of them where four are taken.
    """
    plain = re.sub(r"['’](?:s\b)?", "", title.lower())
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = [word for word in _WORD.findall(plain) if word not in _stop_words() and not word.isdigit()]
    while words and words[0][0].isdigit():  # an id does not begin with a number
        words.pop(0)
    for count in range(min(SHORT, len(words)), len(words) + 1):
        if count and (id_ := "-".join(words[:count])) not in taken:
            return id_
    return None


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.read_text("utf-8").split())
