"""Stand-ins for values that only the reader knows, such as "$TARGET_GROUP_ARN"."""

# Digits pass for a string, a number and a point in time alike, with and without quotes in JSON and in shorthand.
# These are a second of the year 2026 that no sample will contain.
STAND_IN = "1794400291"


class _Unknown:
    """The value of an option that cannot be known at all: the contents of a file."""

    def __repr__(self) -> str:
        return "<unknown>"


UNKNOWN = _Unknown()


def is_unknown(value: object) -> bool:
    """Return whether a value is unknown or has a stand-in in it."""
    if value is UNKNOWN:
        return True
    return isinstance(value, (str, int, float)) and not isinstance(value, bool) and STAND_IN in str(value)


def is_stand_in(value: object) -> bool:
    """Return whether a value is a stand-in and nothing else."""
    return value is UNKNOWN or value == STAND_IN


def shown(text: object) -> str:
    """Return a text for a message, with "..." for stand-ins, on one line."""
    return " ".join(str(text).replace(STAND_IN, "...").split())
