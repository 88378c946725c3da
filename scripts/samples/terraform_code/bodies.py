"""Bodies of blocks against what they take: arguments, nested blocks, what is required, and the values."""

from dataclasses import replace

from samples.nearest import did_you_mean
from samples.terraform_code.language import deprecations
from samples.terraform_code.schema import AttributeSchema, BlockSchema, Level
from samples.terraform_code.scope import Scope, each_of
from samples.terraform_code.special import Special
from samples.terraform_code.tree import Argument, Block, Body, Node, Traversal
from samples.terraform_code.types import PRIMITIVE, Type, with_article
from samples.terraform_code.values import Values

_DYNAMIC = ("content", "for_each", "iterator", "labels")


class Bodies:
    """Checks the bodies of one file. `quiet` looks at values a second time without saying anything."""

    def __init__(self, values: Values, quiet: Values, special: Special):
        self.values, self.quiet, self.special = values, quiet, special
        self.report = values.report

    def check(self, block: Block, level: Level, scope: Scope, name: str, key: str = "") -> None:
        """Report what is wrong in the body of a block. `name` is for messages, `key` for the deprecations."""
        body = block.body
        for argument in body.arguments.values():
            self._argument(argument, level, scope, name)
            self._deprecated(argument.line, key, argument.name, name)
        counts: dict[str, int] = {}
        for inner in body.blocks:
            type_ = inner.labels[0] if inner.type == "dynamic" and inner.labels else inner.type
            counts[type_] = counts.get(type_, 0) + 1
            self._deprecated(inner.line, key, type_, name)
            schema = level.blocks.get(type_)
            if schema is not None and schema.most and counts[type_] > schema.most and inner.type != "dynamic":
                self.report(inner.line, f"{name} takes one block `{type_}`, and this is another")
            self._block(inner, level, scope, name)
        self._required(block, level, counts, name)

    def _deprecated(self, line: int, key: str, argument: str, name: str) -> None:
        if instead := deprecations().get(key, {}).get(argument):
            self.report(line, f"`{argument}` of {name} is deprecated; {instead}")

    def _required(self, block: Block, level: Level, counts: dict[str, int], name: str) -> None:
        for argument, schema in level.attributes.items():
            if schema.need == "required" and argument not in block.body.arguments and argument not in counts:
                self.report(block.line, f"{name} lacks the required argument `{argument}`")
        for type_, schema in level.blocks.items():
            if schema.need == "required" and type_ not in counts and type_ not in block.body.arguments:
                self.report(block.line, f"{name} lacks the required block `{type_}`")

    def _argument(self, argument: Argument, level: Level, scope: Scope, name: str) -> None:
        schema = level.attributes.get(argument.name)
        if schema is None and argument.name in level.blocks:
            self.report(
                argument.line, f"`{argument.name}` of {name} is a block; write `{argument.name} {{ ... }}` without `=`"
            )
        elif schema is None and not level.open:
            known = did_you_mean(argument.name, _settable(level))
            self.report(argument.line, f"unknown argument `{argument.name}` of {name}{known}")
        elif schema is not None and schema.need == "computed":
            self.report(argument.line, f"`{argument.name}` of {name} can only be read, not set")
        elif schema is not None and schema.type.special:
            self.special.check(argument, schema.type.special, scope)
            return
        elif schema is not None:
            self.values.fit(argument.value, schema.type, scope, f"`{argument.name}`")
            return
        self.values.type_of(argument.value, scope)

    def _block(self, block: Block, level: Level, scope: Scope, name: str) -> None:
        if block.type == "dynamic":
            self._dynamic(block, level, scope, name)
            return
        schema = level.blocks.get(block.type)
        attribute = level.attributes.get(block.type)
        if schema is not None:
            if len(block.labels) != schema.labels:
                self.report(block.line, f"`{block.type}` takes {_labels(schema.labels)}, not {len(block.labels)}")
            self.nested(block, schema, scope, name)
        elif attribute is not None and attribute.as_blocks and attribute.need != "computed":
            self._object_block(block, attribute, scope, name)
        elif attribute is not None and attribute.need == "computed":
            self.report(block.line, f"`{block.type}` of {name} can only be read, not set")
        elif attribute is not None:
            self.report(block.line, f"`{block.type}` of {name} is an argument; write `{block.type} = ...`")
        else:
            self.report(
                block.line, f"unknown block `{block.type}` of {name}{did_you_mean(block.type, _settable(level))}"
            )
            self.unchecked(block.body, scope)

    def nested(self, block: Block, schema: BlockSchema, scope: Scope, name: str) -> None:
        """Check a nested block. What is not known of it (`level` None) has only its expressions looked at."""
        if schema.level is None:
            self.unchecked(block.body, scope)
        else:
            self.check(block, schema.level, scope, f"`{block.type}` of {name.split(' of ')[-1]}")

    def _object_block(self, block: Block, attribute: AttributeSchema, scope: Scope, name: str) -> None:
        """Check an element of a list of objects that is written as a block: no attribute of it is required."""
        optional = {n: replace(a, need="optional") for n, a in attribute.object.attributes.items()}
        self.check(block, replace(attribute.object, attributes=optional), scope, f"`{block.type}` of {name}")

    def _dynamic(self, block: Block, level: Level, scope: Scope, name: str) -> None:
        type_ = block.labels[0] if block.labels else ""
        schema, attribute = level.blocks.get(type_), level.attributes.get(type_)
        contents = block.body.blocks_of("content")
        for argument in block.body.arguments.values():
            if argument.name not in _DYNAMIC:
                self.report(
                    argument.line,
                    f"unknown argument `{argument.name}` of `dynamic`{did_you_mean(argument.name, _DYNAMIC)}",
                )
        if schema is None and not (attribute and attribute.as_blocks):
            self.report(block.line, f"unknown block `{type_}` of {name}{did_you_mean(type_, level.blocks)}")
        if len(contents) != 1 or len(block.body.blocks) != 1:
            self.report(block.line, f'`dynamic "{type_}"` takes exactly one block, `content`')
        if (for_each := block.body.arguments.get("for_each")) is None:
            self.report(block.line, f'`dynamic "{type_}"` lacks the required argument `for_each`')
            source = Type("any")
        else:
            source = self.values.type_of(for_each.value, scope)
            if source.kind in PRIMITIVE:
                self.report(for_each.line, f"`for_each` takes a list, set or map, not {with_article(source)}")
        iterator = block.body.arguments.get("iterator")
        names = iterator.value.path() if iterator and isinstance(iterator.value, Traversal) else ()
        if iterator is not None and len(names) != 1:
            self.report(iterator.line, "`iterator` takes a name, without quotes")
        inner = scope.bind({names[0] if names else type_: each_of(source)})
        for content in contents:
            as_block = Block(content.line, type_, (), content.body, content.end)
            if schema is not None:
                self.nested(as_block, schema, inner, name)
            elif attribute is not None and attribute.object is not None:
                self._object_block(as_block, attribute, inner, name)
            else:
                self.unchecked(content.body, inner)

    def unchecked(self, body: Body, scope: Scope) -> None:
        """Look only at the expressions in a body of which nothing is known."""
        for item in body.items:
            if isinstance(item, Argument):
                self.values.type_of(item.value, scope)
            else:
                self.unchecked(item.body, scope)

    def scope_of(self, block: Block, scope: Scope, itself: Type | None = None) -> Scope:
        """Return the scope inside a block with `count` or `for_each`."""
        arguments = block.body.arguments
        each = None
        if "for_each" in arguments:
            each = each_of(self.quiet.type_of(arguments["for_each"].value, scope))
        return replace(scope, count="count" in arguments, each=each, itself=itself)

    def instances(self, block: Block, scope: Scope) -> None:
        """Report what is wrong with the `count` and `for_each` of a block besides their types."""
        arguments = block.body.arguments
        if "count" in arguments and "for_each" in arguments:
            self.report(arguments["for_each"].line, "a block has `count` or `for_each`, not both")
        if "for_each" in arguments:
            node: Node = arguments["for_each"].value
            found = self.quiet.type_of(node, scope)
            if found.kind in ("list", "tuple"):
                self.report(node.line, "`for_each` takes a map or a set of strings; put the list into `toset(...)`")
            elif found.kind in PRIMITIVE:
                self.report(node.line, f"`for_each` takes a map or a set of strings, not {with_article(found)}")


def _settable(level: Level) -> list[str]:
    return [*(name for name, one in level.attributes.items() if one.need != "computed"), *level.blocks]


def _labels(count: int) -> str:
    return "1 label" if count == 1 else f"{count or 'no'} labels"
