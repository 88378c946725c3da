"""The data of the SQL checker."""

from functools import cache
from pathlib import Path

from data_files import load_data


@cache
def load() -> dict:
    """Return `data/sql.yaml`."""
    return load_data(Path(__file__).parent.parent / "data" / "sql.yaml")


def dialect_of(title: str) -> str:
    """Return the dialect that a title names: "athena" for "logs.athena.sql"; PostgreSQL if it names none."""
    words = title.lower().split(".")
    return next((name for word, name in load()["dialects"].items() if word in words), "postgres")
