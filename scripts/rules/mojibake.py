"""E611: text that was read with the wrong encoding."""

import re

from bank import Page
from rules.core import rule
from rules.finding import Edit

# A character beyond ASCII has two bytes or more in UTF-8, and each became one; a no-break space may be a space by now.
_SUSPICIOUS = re.compile(r"[^\x00-\x7f]{2}|[ÂÃâ√¬]")

_WORD = re.compile(r"\S+")


@rule("E611", "mojibake")
def mojibake(page: Page):
    """UTF-8 read as Mac Roman, cp1252 or latin-1 turns dashes, quotes and accents into pairs of odd characters."""
    if not _SUSPICIOUS.search(page.text):
        return
    from ftfy import fix_encoding  # not at the top: most pages need none of it
    from ftfy.badness import is_bad

    for number, line in enumerate(page.lines, 1):
        if not _SUSPICIOUS.search(line) or not is_bad(line):
            continue
        mended = fix_encoding(line)
        if mended == line:  # one character that is right, such as ×, keeps the line as a whole from being read again
            mended = _WORD.sub(lambda word: fix_encoding(word[0]) if is_bad(word[0]) else word[0], line)
        if mended != line:
            shown = next(word for word in line.split() if fix_encoding(word) != word or not word.isascii())
            yield (
                number,
                1,
                f"'{shown[:30]}' was read with the wrong encoding; it was '{mended.strip()[:60]}'",
                Edit(number, 1, line, mended),
            )
        else:
            yield number, 1, "characters look as if read with the wrong encoding; put back what they were"
