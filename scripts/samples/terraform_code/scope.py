"""Which names hold at a place in a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from samples.terraform_code.types import ANY, NUMBER, STRING, Type

Names = Mapping[str, Type]

# What the objects hold that are always there.
PATH = Type("object", fields={"cwd": STRING, "module": STRING, "root": STRING})
TERRAFORM = Type("object", fields={"applying": Type("bool"), "workspace": STRING})
COUNT = Type("object", fields={"index": NUMBER})


@dataclass(frozen=True, slots=True)
class Scope:
    """`names` are those bound by `for` and `dynamic`; `block` names the block, for messages."""

    block: str = "the file"
    names: Names = field(default_factory=dict)
    count: bool = False
    each: Type | None = None
    itself: Type | None = None

    def bind(self, names: Names) -> "Scope":
        """Return a scope in which these names hold as well."""
        return replace(self, names={**self.names, **names})


def each_of(for_each: Type) -> Type:
    """Return the type of `each`, and of the iterator of a dynamic block, over a value."""
    keyed = for_each.kind in ("map", "object")
    key = STRING if keyed or for_each.kind == "set" else NUMBER if for_each.kind in ("list", "tuple") else ANY
    return Type("object", fields={"key": key, "value": for_each.element})
