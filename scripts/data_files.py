"""Reads the YAML files that hold the data of rules and checkers."""

from pathlib import Path
from typing import Any

import yaml

# The C parser is ten times as fast, and absent from a few builds of PyYAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_data(file: Path) -> Any:
    """Return what a YAML file of ours holds. Raises OSError or yaml.YAMLError if that is a mistake of ours."""
    return yaml.load(file.read_text("utf-8"), _LOADER)
