"""The names that a piece of code sees, and what becomes of them where branches meet."""

from samples.literals import ScalarValue
from samples.python_code.kinds import ANYTHING, Kind, Literal


class Scope:
    """The names of a module, class or function, inside those of what surrounds it."""

    def __init__(self, parent: "Scope | None" = None):
        self.parent = parent
        self.names: dict[str, Kind] = {}
        self.globals: set[str] = set()

    def get(self, name: str) -> Kind | None:
        """Return what a name stands for, or None if no scope binds it."""
        if name in self.names:
            return self.names[name]
        return self.parent.get(name) if self.parent else None

    def set(self, name: str, kind: Kind) -> None:
        scope = self
        while name in self.globals and scope.parent is not None:
            scope = scope.parent
        scope.names[name] = kind

    def snapshot(self) -> dict[str, Kind]:
        return dict(self.names)

    def restore(self, names: dict[str, Kind]) -> None:
        self.names = dict(names)

    def merge(self, others: list[dict[str, Kind]]) -> None:
        """Set the names to what holds after one of several branches, whichever was taken."""
        if others:
            names = others[0]
            for other in others[1:]:
                names = {name: merged(names.get(name), other.get(name)) for name in {**names, **other}}
            self.restore(names)


def merged(one: Kind | None, other: Kind | None) -> Kind:
    """Return what is known of a thing that is one or the other. None as a value, or no value, gives way."""
    if one is None or _is_null(one):
        return ANYTHING if other is None else other
    if other is None or _is_null(other) or one == other:
        return one
    return ANYTHING


def _is_null(kind: Kind) -> bool:
    return isinstance(kind, Literal) and isinstance(kind.known, ScalarValue) and kind.known.value is None
