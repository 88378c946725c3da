"""The syntax tree of Terraform configuration. Every node has the line (from 1) on which it starts."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    line: int


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A number, boolean, null, or string without anything to insert; `heredoc` says how a string is written."""

    value: str | int | float | bool | None
    heredoc: bool = False


@dataclass(frozen=True, slots=True)
class TemplateFor(Node):
    """`%{ for name in source }`; its names hold until the matching `TemplateEnd`."""

    names: tuple[str, ...]
    source: Node


@dataclass(frozen=True, slots=True)
class TemplateIf(Node):
    """`%{ if condition }`."""

    condition: Node


@dataclass(frozen=True, slots=True)
class TemplateElse(Node):
    """`%{ else }`."""


@dataclass(frozen=True, slots=True)
class TemplateEnd(Node):
    """`%{ endfor }` or `%{ endif }`; `of` is "for" or "if"."""

    of: str


@dataclass(frozen=True, slots=True)
class Template(Node):
    """A string with something to insert: text, expressions and directives in turn."""

    parts: tuple[str | Node, ...]


@dataclass(frozen=True, slots=True)
class ListOf(Node):
    """`[a, b]`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class ObjectItem(Node):
    """`key = value` in an object. A key that is a bare word or a plain string is a `Literal`."""

    key: Node
    value: Node


@dataclass(frozen=True, slots=True)
class ObjectOf(Node):
    """`{ a = b }`."""

    items: tuple[ObjectItem, ...]


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`name(arguments)`; `expanded` is true for `name(arguments...)`."""

    name: str
    arguments: tuple[Node, ...]
    expanded: bool = False


@dataclass(frozen=True, slots=True)
class Attribute(Node):
    """The step `.name`."""

    name: str


@dataclass(frozen=True, slots=True)
class Index(Node):
    """The step `[key]`, or `.0`."""

    key: Node


@dataclass(frozen=True, slots=True)
class Splat(Node):
    """The step `[*]`, or `.*`; what follows applies to each element."""


@dataclass(frozen=True, slots=True)
class Traversal(Node):
    """A name, or the value of an expression, and steps into it."""

    root: str | Node
    steps: tuple[Attribute | Index | Splat, ...] = ()

    def path(self) -> tuple[str, ...]:
        """Return the root, if that is a name, and the attributes right behind it: ("aws_lb", "web", "arn")."""
        if not isinstance(self.root, str):
            return ()
        names = [self.root]
        for step in self.steps:
            if not isinstance(step, Attribute):
                break
            names.append(step.name)
        return tuple(names)


@dataclass(frozen=True, slots=True)
class For(Node):
    """`[for names in source : value if condition]`, or with `{key => value}`."""

    names: tuple[str, ...]
    source: Node
    value: Node
    key: Node | None = None
    condition: Node | None = None


@dataclass(frozen=True, slots=True)
class Conditional(Node):
    """`condition ? yes : no`."""

    condition: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class Operation(Node):
    """`left operator right`, or `operator right`."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Argument(Node):
    """`name = value` in a body. `span` is where the value stands in the text, from and to."""

    name: str
    value: Node
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Block(Node):
    """`type "label" { ... }`. `span` is where it stands in the text, `end` the line of its closing brace."""

    type: str
    labels: tuple[str, ...]
    body: "Body"
    end: int = 0
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Body(Node):
    """What stands in a file or in a block, in order."""

    items: tuple[Argument | Block, ...] = field(default=())

    @property
    def arguments(self) -> dict[str, Argument]:
        """The arguments by name."""
        return {item.name: item for item in self.items if isinstance(item, Argument)}

    @property
    def blocks(self) -> list[Block]:
        return [item for item in self.items if isinstance(item, Block)]

    def blocks_of(self, type_: str) -> list[Block]:
        """Return the blocks of one type."""
        return [block for block in self.blocks if block.type == type_]


def children(node: Node) -> Iterator[Node]:
    """Yield the expressions directly in an expression that binds no names."""
    match node:
        case ListOf(items=items):
            yield from items
        case ObjectOf(items=items):
            for item in items:
                yield item.key
                yield item.value
        case Call(arguments=arguments):
            yield from arguments
        case Traversal(root=root, steps=steps):
            if isinstance(root, Node):
                yield root
            yield from (step.key for step in steps if isinstance(step, Index))
        case Conditional(condition=condition, yes=yes, no=no):
            yield from (condition, yes, no)
        case Operation(operands=operands):
            yield from operands


def descendants(node: Node) -> Iterator[Node]:
    """Yield every expression in an expression, a body or a block, itself included."""
    yield node
    match node:
        case Body(items=items):
            inner = items
        case Block(body=body):
            inner = (body,)
        case Argument(value=value):
            inner = (value,)
        case For(source=source, value=value, key=key, condition=condition):
            inner = (source, value, key, condition)
        case Template(parts=parts):
            inner = parts
        case TemplateFor(source=source):
            inner = (source,)
        case TemplateIf(condition=condition):
            inner = (condition,)
        case _:
            inner = children(node)
    for one in inner:
        if isinstance(one, Node):
            yield from descendants(one)
