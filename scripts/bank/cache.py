"""Results kept by content, so that what has not changed is not worked out again."""

import errno
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from command_line import sentence
from whole_files import write_whole

T = TypeVar("T")
_SEAL_BYTES = 16


class ContentCache:
    """A folder with one file for each result, named by a hash over its input and over what it depends on.

    `depends_on` are files and folders (code, data, locks) whose change makes all results stale; `salt` is anything
    else that does, such as the date. The folder is private to this checkout: it holds pickles, and is not for sharing.
    """

    def __init__(self, folder: Path, depends_on: Iterable[Path], salt: str = ""):
        self._folder = folder
        _check(folder)
        digest = hashlib.sha256(salt.encode())
        for root in depends_on:
            for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
                if file.is_file() and file.suffix != ".pyc":
                    digest.update(file.relative_to(root.parent).as_posix().encode() + b"\0" + file.read_bytes())
        self._fingerprint = digest.digest()

    def get(self, content: str | bytes) -> Any | None:
        """Return the result for this content, or None if it is not known. A damaged file counts as not known."""
        try:
            return pickle.loads(_unsealed(self._file(content).read_bytes()))
        except Exception:  # a damaged pickle raises almost anything
            return None

    def has(self, content: str | bytes) -> bool:
        """Return whether there is a file for this content; it may still turn out to be damaged."""
        return self._file(content).exists()

    def put(self, content: str | bytes, result: Any) -> None:
        """Keep a result other than None. What cannot be written is not kept: the result is right anyway."""
        file = self._file(content)
        try:
            write_whole(file, _sealed(pickle.dumps(result, pickle.HIGHEST_PROTOCOL)))
        except OSError:
            return

    def get_or_make(self, content: str | bytes, make: Callable[[], T]) -> T:
        """Return the result for this content, from the folder or by calling `make`."""
        if (result := self.get(content)) is None:
            result = make()
            self.put(content, result)
        return result

    def _file(self, content: str | bytes) -> Path:
        raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
        return self._folder / hashlib.sha256(self._fingerprint + raw).hexdigest()[:32]


def _check(folder: Path) -> None:
    """Say so if nothing can be kept: all works without, but slowly, and nobody would know why."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    except OSError as error:
        print(f"No results are kept for the next run, which is as slow. {sentence(error)}", file=sys.stderr)


def _sealed(raw: bytes) -> bytes:
    """Return bytes with a digest before them, by which damage is found: much of it would still unpickle."""
    return hashlib.sha256(raw).digest()[:_SEAL_BYTES] + raw


def _unsealed(sealed: bytes) -> bytes:
    raw = sealed[_SEAL_BYTES:]
    if sealed != _sealed(raw):
        raise ValueError("damaged")
    return raw
