"""Ruff over samples: mistakes that show without a run."""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from samples.model import Problem
from samples.tools import installed_tool

# Rules about what code does. How it looks is for the author to say.
_RULES = (
    "F",  # undefined and unused names, formats that do not fit their values
    "E711,E712,E721,E722,E9",  # comparisons with None, True and types; a bare except
    "B",  # likely bugs
    "PLE",  # errors that pylint knows
    "W605",  # an escape sequence that does not exist
    "DTZ003,DTZ004",  # utcnow and utcfromtimestamp, deprecated since Python 3.12
    "RUF006",  # a task that nobody holds can vanish
    "S113",  # a request without a timeout
    "S501,S506",  # TLS that is not verified, YAML that may make objects
    "S602,S605,S608",  # a shell or SQL built from strings
)
_EXCEPT = (
    "B007",  # an unused loop variable reads well in a sample
    "B008",  # FastAPI's Depends is a call in a default
    "B904",  # `raise ... from` is good style, its absence no bug
    "B905",  # as is `strict=` of zip
    "B028",  # as is `stacklevel=`
)
# The oldest Python that the checks run on; the Lambda runtimes are newer.
_TARGET = "py311"
_TIMEOUT = 60


def lint(sources: Sequence[str]) -> list[list[Problem]]:
    """Return ruff's findings for each source, syntax errors aside. Raises ToolMissing if ruff is not installed."""
    if not sources:
        return []
    ruff = installed_tool("ruff")
    with tempfile.TemporaryDirectory() as folder:
        for index, source in enumerate(sources):
            Path(folder, f"{index:04}.py").write_text(source, "utf-8")
        command = [str(ruff), "check", "--isolated", "--no-cache", "--quiet", "--exit-zero", "--output-format=json"]
        command += [f"--target-version={_TARGET}", f"--select={','.join(_RULES)}", f"--ignore={','.join(_EXCEPT)}", "."]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_TIMEOUT, check=False)
    if done.returncode:
        raise RuntimeError(f"ruff failed: {done.stderr}")
    problems: list[list[Problem]] = [[] for _ in sources]
    for finding in json.loads(done.stdout):
        if finding["code"] in (None, "invalid-syntax"):
            continue  # the compiler has said so
        message = f"{finding['code']}: {finding['message']}"
        problems[int(Path(finding["filename"]).stem)].append(Problem(finding["location"]["row"], message))
    return problems
