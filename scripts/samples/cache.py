"""Verdicts kept by content: the same sample under the same checkers and tools is not checked twice."""

import os
import platform
from pathlib import Path

from bank.cache import ContentCache
from samples.model import Sample, Verdict
from samples.terraform_code.terraform import find_terraform

HERE = Path(__file__).parent
LOCK = HERE.parent.parent / "requirements-test.txt"


class Cache:
    """A folder with one small file for each verdict. With `folder=None`, nothing is kept."""

    def __init__(self, folder: Path | None):
        # All that a verdict depends on besides the sample: our checkers, their data, the tools.
        self._kept = None if folder is None else ContentCache(folder, [HERE, LOCK], salt=_unlocked_tools())

    def get(self, checker: str, sample: Sample) -> Verdict | None:
        """Return the verdict on this sample, or None if it is not known."""
        return None if self._kept is None else self._kept.get(_key(checker, sample))

    def put(self, checker: str, sample: Sample, verdict: Verdict) -> None:
        """Keep a verdict."""
        if self._kept is not None:
            self._kept.put(_key(checker, sample), verdict)


def _unlocked_tools() -> str:
    """Return what tells another version of the tools that no lock file holds. Asking Terraform itself takes seconds."""
    terraform = find_terraform()
    program = os.stat(terraform.program) if terraform else None
    return f"{platform.python_version()} {terraform} {program and (program.st_size, program.st_mtime_ns)}"


def _key(checker: str, sample: Sample) -> str:
    return "\0".join((checker, sample.language, sample.title, sample.content))
