"""Types of Terraform's language, and which values can stand where which type is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samples.terraform_code.tree import Call, ListOf, Literal, Node, ObjectOf, Traversal


@dataclass(frozen=True, slots=True)
class Type:
    """A type. `of` belongs to collections, `items` to tuples, `fields` to objects; `optional` says which may lack.

    `special` is what schemas write with "~": something that is no ordinary expression.
    """

    kind: str
    of: "Type | None" = None
    items: tuple["Type", ...] = ()
    fields: Mapping[str, "Type"] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    special: str = ""

    @property
    def element(self) -> "Type":
        """The type of what is in a collection; for a tuple and an object, of all that is in it if that is one."""
        if self.of is not None:
            return self.of
        inner = list(self.items) or list(self.fields.values())
        return inner[0] if inner and all(one == inner[0] for one in inner) else ANY

    def __str__(self) -> str:
        if self.of is not None:
            return f"{self.kind} of {self.of.plural}"
        return {"bool": "boolean", "tuple": "list"}.get(self.kind, self.kind)

    @property
    def plural(self) -> str:
        if self.of is not None:
            return f"{self.kind}s"
        return "values" if self.kind == "any" else f"{self}s"


ANY = Type("any")
STRING = Type("string")
NUMBER = Type("number")
BOOL = Type("bool")

PRIMITIVE = frozenset({"string", "number", "bool"})
SEQUENCES = frozenset({"list", "set", "tuple"})
KEYED = frozenset({"map", "object"})
_NAMES = {"any": ANY, "string": STRING, "number": NUMBER, "bool": BOOL}


def with_article(type_: Type) -> str:
    """Return a type as a sentence names it: "a list of strings"."""
    text = str(type_)
    return f"an {text}" if text[0] in "aeo" else f"a {text}"


def can_become(found: Type, wanted: Type) -> bool:
    """Whether Terraform converts a value of one type to another; of a value that is not known yet, whether it may.

    Source: https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion
    """
    if "any" in (found.kind, wanted.kind):
        return True
    if wanted.kind in PRIMITIVE:
        return found.kind == wanted.kind or "string" in (found.kind, wanted.kind) and found.kind in PRIMITIVE
    if wanted.kind in ("list", "set"):
        inner = found.items if found.kind == "tuple" else (found.element,)
        return found.kind in SEQUENCES and all(can_become(one, wanted.element) for one in inner)
    if wanted.kind == "map":
        inner = tuple(found.fields.values()) if found.kind == "object" else (found.element,)
        return found.kind in KEYED and all(can_become(one, wanted.element) for one in inner)
    if wanted.kind == "object":
        return found.kind == "map" or found.kind == "object" and missing_fields(found.fields, wanted) == []
    return found.kind in SEQUENCES


def missing_fields(given: Mapping[str, object], wanted: Type) -> list[str]:
    """Return the fields that an object type requires and that are not given."""
    return sorted(name for name in wanted.fields if name not in wanted.optional and name not in given)


class NotAType(Exception):
    """An expression that stands where a type must, and is none; the message says why."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


def read_type(node: Node) -> Type:
    """Return the type that a type expression names, as in `type = map(string)`. Raises NotAType."""
    match node:
        case Traversal(root=str(name), steps=()) if name in _NAMES:
            return _NAMES[name]
        case Traversal(root="list" | "set" | "map" | "object" | "tuple" as name, steps=()):
            raise NotAType(node.line, f"the type `{name}` needs to say of what: `{name}(string)`, for example")
        case Traversal(root=str(name), steps=()):
            raise NotAType(node.line, f"unknown type `{name}`; the simple types are string, number, bool and any")
        case Call(name="list" | "set" | "map" as kind, arguments=[of]):
            return Type(kind, read_type(of))
        case Call(name="tuple", arguments=[ListOf(items=items)]):
            return Type("tuple", items=tuple(map(read_type, items)))
        case Call(name="object", arguments=[ObjectOf(items=items)]):
            fields = {_key(item.key): _field(item.value) for item in items}
            optional = frozenset(name for name, (_, may_lack) in fields.items() if may_lack)
            return Type("object", fields={name: type_ for name, (type_, _) in fields.items()}, optional=optional)
        case Call(name=name):
            raise NotAType(
                node.line, f"`{name}(...)` is no type; write list(...), set(...), map(...) or object({{...}})"
            )
        case Literal(value=str(text)):
            raise NotAType(node.line, f'a type is written without quotes: {text}, not "{text}"')
    raise NotAType(node.line, "this is no type; write string, number, bool, list(...), map(...) or object({...})")


def _field(node: Node) -> tuple[Type, bool]:
    match node:
        case Call(name="optional", arguments=[inner] | [inner, _]):
            return read_type(inner), True
    return read_type(node), False


def _key(node: Node) -> str:
    if isinstance(node, Literal):
        return str(node.value)
    raise NotAType(node.line, "an object type has plain names as keys")
