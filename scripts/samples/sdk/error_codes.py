"""The error codes that services send: from their models, and from their documentation where the models lack them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.sdk.models import error_names

_DATA = Path(__file__).parent.parent / "data" / "error_codes.yaml"


def known_error_codes(services: Iterable[str]) -> frozenset[str]:
    """Return the codes that these services may send. Empty, as nothing can be said, if one of them has no list."""
    documented = _documented()
    codes: set[str] = set(documented["common"]) if services else set()
    for service in services:
        own = error_names(service) | set(documented["services"].get(service, ()))
        if not own:
            return frozenset()
        codes |= own
    return frozenset(codes)


@cache
def _documented() -> dict:
    return load_data(_DATA)
