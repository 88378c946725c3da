"""The data files of the policy checker, read once."""

from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parents[1] / "data"


@cache
def table(name: str) -> dict:
    """Return the content of `data/policy_<name>.yaml`. Raises what yaml and the file system raise."""
    return yaml.safe_load((DATA / f"policy_{name}.yaml").read_text(encoding="utf-8"))
