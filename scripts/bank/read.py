"""Bytes to text, whatever the bytes are."""

from pathlib import Path

from bank.model import Defect

MAX_BYTES = 1_000_000  # ten times the longest page that anybody would read


def read_text(file: Path) -> tuple[str, tuple[Defect, ...]]:
    """Read a file as UTF-8 with line feeds, whatever its bytes are.

    Returns the text (empty where there is none to be had) and the defects found on the way. Raises nothing: a file
    that cannot be opened is a defect too.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        return "", (Defect("unreadable", 1, 1, error.strerror or str(error)),)
    if len(raw) > MAX_BYTES:
        return "", (Defect("too-large", 1, 1, f"{len(raw):,} bytes"),)
    if b"\0" in raw:
        line, column = _position(raw, raw.index(b"\0"))
        return "", (Defect("binary", line, column),)
    defects = []
    if raw.startswith(b"\xef\xbb\xbf"):
        defects.append(Defect("bom", 1, 1))
        raw = raw[3:]
    if b"\r" in raw:
        line, column = _position(raw, raw.index(b"\r"))
        defects.append(Defect("crlf", line, column))
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(raw, error.start)
        return "", (*defects, Defect("not-utf-8", line, column, f"byte 0x{raw[error.start]:02x}"))
    if not text.strip():
        defects.append(Defect("empty", 1, 1))
    return text, tuple(defects)


def _position(raw: bytes, offset: int) -> tuple[int, int]:
    before = raw[:offset]
    return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1
