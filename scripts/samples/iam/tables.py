"""The data files of the policy checker, read once."""

from functools import cache
from pathlib import Path

from data_files import load_data

DATA = Path(__file__).parents[1] / "data"


@cache
def table(name: str) -> dict:
    """Return the content of `data/policy_<name>.yaml`. Raises what yaml and the file system raise."""
    return load_data(DATA / f"policy_{name}.yaml")
