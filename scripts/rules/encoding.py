"""6xx: bytes."""

from bank import Page
from rules.core import rule

_MESSAGES = {
    "unreadable": ("E601", "file cannot be read: {detail}; check its permissions"),
    "too-large": ("E602", "file is too large to be a page ({detail}); split it, or move it out of docs"),
    "binary": ("E603", "file holds a NUL byte and is not text; remove it, or save it as UTF-8"),
    "not-utf-8": ("E604", "file is not UTF-8 ({detail}); save it as UTF-8"),
    "bom": ("E605", "file begins with a byte order mark; save it as UTF-8 without one"),
    "crlf": ("E606", "file has Windows line ends; save it with line feeds only"),
    "empty": ("E607", "file is empty; write the page or delete the file"),
}


def _register(kind: str, code: str, message: str) -> None:
    def function(page: Page):
        for defect in page.defects:
            if defect.kind == kind:
                yield defect.line, defect.column, message.format(detail=defect.detail)

    function.__doc__ = (
        "Pages are UTF-8 text with line feeds: anything else is shown wrong somewhere, or lost by some tool."
    )
    rule(code, f"file-{kind}")(function)


for _kind, (_code, _message) in _MESSAGES.items():
    _register(_kind, _code, _message)
