"""Reads the data files of rules."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "data"
# The C parser is ten times as fast, and absent from a few builds of PyYAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_data(name: str) -> Any:
    """Return what the file `data/<name>` holds. Raises yaml.YAMLError if it is not YAML: a mistake of ours."""
    return yaml.load((FOLDER / name).read_text("utf-8"), _LOADER)
