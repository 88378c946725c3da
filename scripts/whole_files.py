"""Files that are whole or absent, whoever is killed, and whoever writes them at the same time."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(file: Path, content: bytes | str) -> None:
    """Put content (text as UTF-8) at its place at once: whoever reads the file sees the old one or the new one, whole.

    Folders above it are made; the mode of an old file is kept. Raises OSError, which names the file; it is then as it
    was. What a killed process leaves (`.name.new`) is taken by the next one that writes the same file.
    """
    temporary = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with alone(temporary) as stream:
            try:
                stream.write(content if isinstance(content, bytes) else content.encode())
                stream.flush()
                if file.exists():
                    shutil.copymode(file, temporary)
                os.replace(temporary, file)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        if error.filename in (None, str(temporary), temporary):
            error.filename, error.filename2 = str(file), None
        raise


@contextmanager
def alone(file: Path, wait: Callable[[], object] = lambda: None) -> Iterator[BinaryIO]:
    """Open an empty file, made if absent, that no other process has open in this way.

    While another one has, call `wait` once and wait until it is done or has died. Raises OSError.
    """
    while True:
        with open(file, "ab") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait()
                fcntl.flock(stream, fcntl.LOCK_EX)
            if _is_at(file, stream):  # who had it may have moved or removed it
                stream.truncate(0)
                yield stream
                return


def _is_at(file: Path, stream: BinaryIO) -> bool:
    try:
        return os.path.samestat(os.fstat(stream.fileno()), os.stat(file))
    except FileNotFoundError:
        return False
