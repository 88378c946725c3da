"""What a finding is, and the edit that may mend it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `old` by `new` at a place in a file: line and column count from 1, `old` is a piece of that line.

    Naming the text that goes makes an edit safe: where it is not found any more, it is not applied.
    """

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong at a place, with what to do about it, and, where that is mechanical, the edit that does it."""

    path: str
    line: int
    column: int
    code: str
    message: str = field(compare=False)
    edit: Edit | None = field(default=None, compare=False)
    severity: str = field(default="error", compare=False)
