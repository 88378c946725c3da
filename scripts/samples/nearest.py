"""Suggestions for a name that nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that was probably meant, or None. Case counts least."""
    by_lower = {other.lower(): other for other in sorted(known)}
    matches = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.7)
    return by_lower[matches[0]] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean `x`?" for the nearest known name, or the known names if they are few, or nothing."""
    known = sorted(known)
    if (other := nearest(name, known)) is not None:
        return f"; did you mean `{other}`?"
    if 0 < len(known) <= 8:
        return "; known: " + ", ".join(f"`{one}`" for one in known)
    return ""
