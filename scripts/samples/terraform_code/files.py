"""A whole file: its blocks by kind, each against what it takes."""

from samples.model import Problem
from samples.nearest import did_you_mean, nearest
from samples.terraform_code import language, settings
from samples.terraform_code.bodies import Bodies
from samples.terraform_code.configuration import read_configuration
from samples.terraform_code.references import References, level_of
from samples.terraform_code.schema import Level, provider, provider_names, provider_of
from samples.terraform_code.scope import Scope
from samples.terraform_code.secrets import secrets
from samples.terraform_code.special import Special
from samples.terraform_code.tree import Argument, Block, Body
from samples.terraform_code.types import ANY, NotAType, Type, read_type
from samples.terraform_code.values import Values


def check_file(body: Body) -> list[Problem]:
    """Return what is wrong in a file, by its syntax tree."""
    return _File(body).check()


class _File:
    def __init__(self, body: Body):
        self.body = body
        self.configuration, self.problems = read_configuration(body)
        settings.read_aliases(body, self.configuration)
        references = References(self.configuration, self.report)
        self.values = Values(references, self.report)
        quiet_references = References(self.configuration, lambda line, message: None)
        self.quiet = Values(quiet_references, lambda line, message: None)
        references.local_types = quiet_references.local_types = self.local_type
        self.special = Special(self.configuration, references)
        self.bodies = Bodies(self.values, self.quiet, self.special)
        self.local_types: dict[str, Type] = {}

    def report(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))

    def local_type(self, name: str) -> Type:
        """Return the type of a local value; while it is being looked at, that is not known."""
        if name not in self.local_types:
            self.local_types[name] = ANY
            self.local_types[name] = self.quiet.type_of(self.configuration.locals[name].value, Scope())
        return self.local_types[name]

    def check(self) -> list[Problem]:
        for item in self.body.items:
            if isinstance(item, Argument):
                self.report(item.line, f"the argument `{item.name}` cannot stand outside of a block")
            else:
                self.block(item)
        return [*self.problems, *secrets(self.body)]

    def block(self, block: Block) -> None:
        known = language.file_level().blocks
        schema = known.get(block.type)
        if schema is None:
            self.report(block.line, f"unknown block `{block.type}`{did_you_mean(block.type, known)}")
            return
        if len(block.labels) != schema.labels:
            wanted = ["no label", "a name", "a type and a name"][schema.labels]
            self.report(block.line, f"`{block.type}` takes {wanted}, not {len(block.labels)} labels")
            return
        for label in block.labels:
            if not label.replace("-", "_").isidentifier():
                self.report(block.line, f'"{label}" is no name; names have letters, digits, `_` and `-` only')
        getattr(self, f"_{block.type}", self.plain)(block, schema.level)

    def plain(self, block: Block, level: Level) -> None:
        self.bodies.check(block, level, Scope(block=f"`{block.type}`"), f"`{block.type}`")

    def _resource(self, block: Block, level: Level) -> None:
        type_, name = block.labels
        own = level_of(block.type, type_)
        if own is None:
            self.report(block.line, self.unknown_type(block.type, type_))
            self.bodies.unchecked(block.body, self.bodies.scope_of(block, Scope(block=f"`{type_}.{name}`")))
            return
        key = f"{block.type} {type_}"
        if instead := language.deprecations().get(key, {}).get(""):
            self.report(block.line, f"`{type_}` is deprecated; {instead}")
        outer = Scope(block=f"`{type_}.{name}`")
        self.bodies.instances(block, outer)
        self.special.resource = own
        # The meta-blocks alone may use `self`; what else does so is found by `terraform validate`.
        meta = language.meta_level(block.type)
        scope = self.bodies.scope_of(block, outer)
        inside = [inner for inner in block.body.blocks if inner.type in meta.blocks and inner.type not in own.blocks]
        rest = Body(block.body.line, tuple(item for item in block.body.items if item not in inside))
        attributes = Level(meta.attributes) | own
        self.bodies.check(Block(block.line, block.type, block.labels, rest), attributes, scope, f"`{type_}`", key)
        for inner in inside:
            self.meta_block(inner, meta, self.bodies.scope_of(block, outer, own.type), f"`{type_}`")

    _data = _ephemeral = _resource

    def meta_block(self, block: Block, meta: Level, scope: Scope, name: str) -> None:
        """Check `lifecycle`, `provisioner` or `connection`."""
        schema = meta.blocks[block.type]
        if block.type != "provisioner":
            self.bodies.nested(block, schema, scope, name)
            return
        label = block.labels[0] if block.labels else ""
        level = language.levels_of("provisioners").get(label)
        if level is None:
            known = did_you_mean(label, language.levels_of("provisioners"))
            self.report(block.line, f"unknown provisioner `{label}`{known}")
        else:
            self.bodies.check(block, level, scope, f"the provisioner `{label}`")

    def unknown_type(self, kind: str, type_: str) -> str:
        schema = provider(provider_of(type_))
        what = {"resource": "resource type", "data": "data source", "ephemeral": "ephemeral resource type"}[kind]
        builtin = language.builtin_types(kind)
        if schema is None and (near := nearest(type_, builtin)) is None:
            return f"the provider of `{type_}` is not among those that samples can use: {', '.join(provider_names())}"
        if schema is None:
            return f"unknown {what} `{type_}`; did you mean `{near}`?"
        known = builtin if kind == "ephemeral" else [*builtin, *schema.types(kind)]
        return f"unknown {what} `{type_}` of the provider {schema.name} {schema.version}{did_you_mean(type_, known)}"

    def _provider(self, block: Block, level: Level) -> None:
        name = block.labels[0]
        schema = provider(name)
        if schema is None:
            names = ", ".join(provider_names())
            self.report(block.line, f"the provider `{name}` is not among those that samples can use: {names}")
            return
        own = schema.level("configuration", name) | language.meta_level("provider")
        self.bodies.check(block, own, Scope(block=f"the provider `{name}`"), f"the provider `{name}`")

    def _terraform(self, block: Block, level: Level) -> None:
        blocks = {name: schema for name, schema in level.blocks.items() if name != "backend"}
        backends = block.body.blocks_of("backend")
        rest = Body(block.body.line, tuple(item for item in block.body.items if item not in backends))
        required = [inner for inner in rest.blocks if inner.type == "required_providers"]
        checked = Body(rest.line, tuple(item for item in rest.items if item not in required))
        scope = Scope(block="`terraform`")
        self.bodies.check(
            Block(block.line, block.type, (), checked), Level(level.attributes, blocks), scope, "`terraform`"
        )
        settings.check_required_version(block, self.report)
        settings.check_required_providers(Body(1, (block,)), self.report)
        for backend in backends:
            settings.check_backend(backend, self.bodies, scope)

    def _module(self, block: Block, level: Level) -> None:
        outer = Scope(block=f"`module.{block.labels[0]}`")
        self.bodies.instances(block, outer)
        self.bodies.check(block, level, self.bodies.scope_of(block, outer), f"`module.{block.labels[0]}`")

    def _variable(self, block: Block, level: Level) -> None:
        name = block.labels[0]
        scope = Scope(block=f"`var.{name}`")
        self.bodies.check(block, level, scope, f"`var.{name}`")
        type_, default = block.body.arguments.get("type"), block.body.arguments.get("default")
        if default is not None:
            try:
                wanted = read_type(type_.value) if type_ else ANY
            except NotAType:
                wanted = ANY
            self.values.fit(default.value, wanted, scope, f"the default of `var.{name}`")

    def _removed(self, block: Block, level: Level) -> None:
        self.plain(block, level)
        self.special.gone(block)

    def _check(self, block: Block, level: Level) -> None:
        data = block.body.blocks_of("data")
        rest = Body(block.body.line, tuple(item for item in block.body.items if item not in data))
        self.plain(Block(block.line, block.type, block.labels, rest), level)
        for inner in data:
            self.block(inner)
