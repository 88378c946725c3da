"""The data of the SQL checker."""

from functools import cache
from pathlib import Path

import yaml


@cache
def load() -> dict:
    """Return `data/sql.yaml`."""
    return yaml.safe_load((Path(__file__).parent.parent / "data" / "sql.yaml").read_text("utf-8"))


def dialect_of(title: str) -> str:
    """Return the dialect that a title names: "athena" for "logs.athena.sql"; PostgreSQL if it names none."""
    words = title.lower().split(".")
    return next((name for word, name in load()["dialects"].items() if word in words), "postgres")
