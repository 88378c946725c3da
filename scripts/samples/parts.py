"""Parts of parsed documents, taken for what they should be: whatever else stands there counts as absent.

A schema reports a part of the wrong type; rules that come after it need not.
"""


def mapping(value: object) -> dict:
    """Return a mapping, or an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list:
    """Return a list, or an empty one in place of anything else."""
    return value if isinstance(value, list) else []


def mappings(value: object) -> list[dict]:
    """Return the items of a list, each as a mapping, so that positions stay what they are."""
    return [mapping(item) for item in sequence(value)]


def text(value: object) -> str | None:
    """Return a string, or None in place of anything else."""
    return value if isinstance(value, str) else None


def integer(value: object) -> int | None:
    """Return an integer, or None in place of anything else, true and false included."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
