"""When a build was made, such that what is built from the same sources has the same time."""

import os
import subprocess
import time

from command_line import UsageError

SOURCES = ("docs", "scripts")


def build_time() -> int:
    """Return the time of this build in seconds since 1970.

    SOURCE_DATE_EPOCH if the environment has it, else when the sources were last committed, or now if they were changed
    since then or are in no repository. Raises UsageError if SOURCE_DATE_EPOCH is no number of seconds.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        if not given.isdecimal():
            raise UsageError(f"SOURCE_DATE_EPOCH is '{given}'; give a number of seconds since 1970, or unset it")
        return int(given)
    if _git("status", "--porcelain", "--", *SOURCES) == "" and (committed := _git("log", "-1", "--format=%ct")):
        return int(committed)
    return int(time.time())


def _git(*arguments: str) -> str | None:
    """Return what Git prints, or None if it cannot answer."""
    try:
        result = subprocess.run(["git", *arguments], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return result.stdout.strip() if result.returncode == 0 else None
