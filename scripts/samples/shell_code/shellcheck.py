"""Runs ShellCheck over scripts."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from data_files import load_data
from samples.tools import installed_tool

DATA = Path(__file__).resolve().parent.parent / "data" / "shellcheck.yaml"
_TIMEOUT = 120


@dataclass(frozen=True, slots=True)
class Comment:
    """What ShellCheck says of a place in a script."""

    line: int
    column: int
    level: str
    code: str
    message: str

    @property
    def is_syntax_error(self) -> bool:
        return self.level == "error" and self.code.startswith("SC1")


@cache
def _settings() -> dict:
    return load_data(DATA)


def excused_as_list(code: str) -> bool:
    """Return whether a finding is none where the value of a list option is meant to be split."""
    return code in _settings()["excused_as_list"]


def run_shellcheck(scripts: Sequence[str]) -> list[list[Comment]]:
    """Return what ShellCheck says of each script. Raises ToolMissing if it is not installed."""
    tool = installed_tool("shellcheck")
    if not scripts:
        return []
    with TemporaryDirectory() as folder:
        for index, script in enumerate(scripts):
            Path(folder, f"{index}.sh").write_text(script, "utf-8")
        command = [tool, "--norc", "--shell=bash", "--format=json1", f"--exclude={','.join(_settings()['excluded'])}"]
        files = [f"{index}.sh" for index in range(len(scripts))]
        run = subprocess.run([*command, *files], cwd=folder, capture_output=True, timeout=_TIMEOUT)
    if run.returncode > 1:
        raise RuntimeError(f"shellcheck failed: {run.stderr.decode(errors='replace')}")
    found: list[list[Comment]] = [[] for _ in scripts]
    for one in json.loads(run.stdout)["comments"]:
        code = f"SC{one['code']}"
        found[int(Path(one["file"]).stem)].append(
            Comment(one["line"], one["column"], one["level"], code, one["message"])
        )
    return found
