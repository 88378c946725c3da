"""What a reference means: the type of `aws_lb.web.arn`, or what is wrong with it."""

from collections.abc import Callable

from samples.nearest import did_you_mean
from samples.terraform_code import language
from samples.terraform_code.configuration import Configuration
from samples.terraform_code.schema import Level, provider, provider_of
from samples.terraform_code.scope import COUNT, PATH, TERRAFORM, Scope
from samples.terraform_code.tree import Attribute, Block, Index, Node, Splat, Traversal
from samples.terraform_code.types import ANY, NotAType, Type, read_type

Report = Callable[[int, str], None]
Steps = tuple[Attribute | Index | Splat, ...]
# The type of what the first steps name, and the steps that are left.
Resolved = tuple[Type, Steps]


def level_of(kind: str, type_: str) -> Level | None:
    """Return what a type of resource ("resource"), data source ("data") or ephemeral resource takes, or None."""
    if (level := language.builtin_level(kind, type_)) is not None or kind == "ephemeral":
        return level
    schema = provider(provider_of(type_))
    return schema.level(kind, type_) if schema else None


class References:
    """Resolves the references of one file; what is wrong goes to `report`."""

    def __init__(self, configuration: Configuration, report: Report):
        self.configuration = configuration
        self.report = report
        self.local_types: Callable[[str], Type] = lambda name: ANY

    def resolve(self, node: Traversal, scope: Scope) -> Resolved:
        """Return the type of what the first steps name, and the steps that are left to take into it."""
        root, path, steps = str(node.root), node.path(), node.steps
        if root in scope.names:
            return scope.names[root], steps
        if root in ("data", "ephemeral"):
            return self._typed(node, root, path[1:], steps[2:], scope)
        if (special := self._special(node, root, scope)) is not None:
            return special, steps
        if root in ("var", "local", "module"):
            if len(path) < 2:
                return self._wrong(node, f"`{root}` needs a name: `{root}.name`")
            return getattr(self, f"_{root}")(node, path[1], steps[1:])
        if not steps:
            return self._wrong(node, f'`{root}` is not known here; text is written in quotes: "{root}"')
        return self._typed(node, "resource", path, steps[1:], scope)

    def _wrong(self, node: Node, message: str) -> Resolved:
        self.report(node.line, message)
        return ANY, ()

    def _special(self, node: Traversal, root: str, scope: Scope) -> Type | None:
        match root:
            case "path":
                return PATH
            case "terraform":
                return TERRAFORM
            case "count" if scope.count:
                return COUNT
            case "each" if scope.each is not None:
                return scope.each
            case "self" if scope.itself is not None:
                return scope.itself
            case "count" | "each":
                argument = "count" if root == "count" else "for_each"
                return self._wrong(
                    node, f"`{root}` holds only in a block with `{argument}`, which {scope.block} lacks"
                )[0]
            case "self":
                return self._wrong(node, "`self` holds only in provisioners, connections and postconditions")[0]
        return None

    def _var(self, node: Traversal, name: str, steps: Steps) -> Resolved:
        block = self.configuration.variables.get(name)
        if block is None:  # a fragment: the reader has the variable
            return ANY, steps
        argument = block.body.arguments.get("type")
        try:
            return read_type(argument.value) if argument else ANY, steps
        except NotAType:
            return ANY, steps

    def _local(self, node: Traversal, name: str, steps: Steps) -> Resolved:
        if name not in self.configuration.locals:
            known = did_you_mean(name, self.configuration.locals)
            return self._wrong(node, f"`local.{name}` is not declared in a `locals` block of the sample{known}")
        return self.local_types(name), steps

    def _module(self, node: Traversal, name: str, steps: Steps) -> Resolved:
        block = self.configuration.modules.get(name)
        if block is None:
            known = did_you_mean(name, self.configuration.modules)
            return self._wrong(node, f"`module.{name}` is not in the sample; add the module or use a variable{known}")
        return self._instances(node, block, f"module.{name}", ANY, steps)

    def _typed(self, node: Traversal, kind: str, path: tuple[str, ...], steps: Steps, scope: Scope) -> Resolved:
        prefix = "" if kind == "resource" else f"{kind}."
        if len(path) < 2:
            return self._wrong(node, f"`{prefix}{'.'.join(path)}` needs a type and a name: `{prefix}type.name`")
        type_, name = path[:2]
        block = self.configuration.find(kind, type_, name)
        if block is None:
            return self._wrong(node, self._unknown(kind, type_, name, prefix, scope))
        level = level_of(kind, type_)
        if level is None:  # what the block itself is told
            return ANY, ()
        self._deprecated(node, kind, type_, steps)
        return self._instances(node, block, f"{prefix}{type_}.{name}", level.type, steps)

    def _unknown(self, kind: str, type_: str, name: str, prefix: str, scope: Scope) -> str:
        if kind == "resource" and level_of(kind, type_) is None and provider(provider_of(type_)) is None:
            known = did_you_mean(type_, ["var", "local", "data", "module", "each", "path", *scope.names])
            return f"`{type_}` is not known here{known}"
        names = self.configuration.names_of(kind, type_)
        known = did_you_mean(name, names)
        return f"`{prefix}{type_}.{name}` is not in the sample; add it, or take the value from a variable{known}"

    def _deprecated(self, node: Traversal, kind: str, type_: str, steps: Steps) -> None:
        attributes = [step.name for step in steps if isinstance(step, Attribute)][:1]
        for name in attributes:
            if instead := language.deprecations().get(f"{kind} {type_}", {}).get(name):
                self.report(node.line, f"`{name}` of `{type_}` is deprecated; {instead}")

    def _instances(self, node: Traversal, block: Block, name: str, type_: Type, steps: Steps) -> Resolved:
        """Return the type of a resource, which is a list with `count` and a map with `for_each`."""
        many = next((argument for argument in ("count", "for_each") if argument in block.body.arguments), None)
        first = steps[0] if steps else None
        if many == "count":
            if isinstance(first, Attribute):
                return self._wrong(
                    node, f"`{name}` has `count`; write `{name}[0].{first.name}` or `{name}[*].{first.name}`"
                )
            return Type("list", type_), steps
        if many == "for_each":
            if isinstance(first, Attribute):
                return self._wrong(node, f'`{name}` has `for_each`; write `{name}["key"].{first.name}`')
            if isinstance(first, Splat):
                return self._wrong(node, f"`{name}` has `for_each` and is a map; write `values({name})[*]`")
            return Type("map", type_), steps
        if isinstance(first, Index):
            return self._wrong(node, f"`{name}` has neither `count` nor `for_each`, so it has no index")
        return type_, steps
