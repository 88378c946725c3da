"""Verdicts kept by content: the same sample under the same checkers and tools is not checked twice."""

import hashlib
import json
import platform
import shutil
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

from samples.model import Problem, Sample, Verdict

HERE = Path(__file__).parent
LOCK = HERE.parent.parent / "requirements-test.txt"


class Cache:
    """A folder with one small file for each verdict. With `folder=None`, nothing is kept."""

    def __init__(self, folder: Path | None):
        self.folder = folder

    def get(self, checker: str, sample: Sample) -> Verdict | None:
        """Return the verdict on this sample, or None if it is not known. A damaged file counts as not known."""
        if self.folder is None:
            return None
        try:
            data = json.loads(self._file(checker, sample).read_text("utf-8"))
            problems = tuple(Problem(p["line"], p["message"]) for p in data["problems"])
            return Verdict(problems, data["means"], data["ran"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, checker: str, sample: Sample, verdict: Verdict) -> None:
        """Keep a verdict. Where the folder cannot be written, nothing is kept and nothing is said: a cache may fail."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file(checker, sample).write_text(json.dumps(asdict(verdict)), "utf-8")
        except OSError:
            return

    def _file(self, checker: str, sample: Sample) -> Path:
        parts = (self._fingerprint, checker, sample.language, sample.title, sample.content)
        return self.folder / f"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}.json"

    @cached_property
    def _fingerprint(self) -> str:
        """A hash over all that a verdict depends on besides the sample: our checkers, their data, the tools."""
        digest = hashlib.sha256(f"{platform.python_version()} {shutil.which('terraform')}".encode())
        for file in sorted(HERE.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(HERE).as_posix().encode() + b"\0" + file.read_bytes())
        if LOCK.is_file():
            digest.update(LOCK.read_bytes())
        return digest.hexdigest()
