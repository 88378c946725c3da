"""Programs that packages install beside Python."""

import sys
from pathlib import Path

from samples.model import ToolMissing


def installed_tool(name: str) -> Path:
    """Return the path of a program such as `ruff`. Raises ToolMissing if it is not installed."""
    program = Path(sys.executable).with_name(name)
    for candidate in (program, program.with_suffix(".exe")):
        if candidate.is_file():
            return candidate
    raise ToolMissing(f"{name} is not installed; run `make check`, which installs it")
