"""Arguments whose values are no ordinary expressions: addresses, names of arguments, providers, types."""

from samples.nearest import did_you_mean
from samples.terraform_code import tree as t
from samples.terraform_code.configuration import Configuration, stand_ins
from samples.terraform_code.references import References, level_of
from samples.terraform_code.schema import Level
from samples.terraform_code.scope import Scope
from samples.terraform_code.types import NotAType, read_type

_KEYWORDS = {"when": ("create", "destroy"), "on_failure": ("continue", "fail")}


class Special:
    """Checks such arguments of one file. `resource` is the level of the resource that is being looked at."""

    def __init__(self, configuration: Configuration, references: References):
        self.configuration = configuration
        self.references = references
        self.report = references.report
        self.resource: Level | None = None

    def check(self, argument: t.Argument, kind: str, scope: Scope) -> None:
        """Report what is wrong with an argument whose schema has this word after "~"."""
        getattr(self, f"_{kind}")(argument, scope)

    def _free(self, argument: t.Argument, scope: Scope) -> None:
        pass

    def _type(self, argument: t.Argument, scope: Scope) -> None:
        try:
            read_type(argument.value)
        except NotAType as error:
            self.report(error.line, str(error))

    def _keyword(self, argument: t.Argument, scope: Scope) -> None:
        words = _KEYWORDS[argument.name]
        if not (isinstance(argument.value, t.Traversal) and argument.value.path() in [(word,) for word in words]):
            self.report(argument.line, f"`{argument.name}` takes {' or '.join(words)}, without quotes")

    def _addresses(self, argument: t.Argument, scope: Scope) -> None:
        if not isinstance(argument.value, t.ListOf):
            self.report(argument.line, f"`{argument.name}` takes a list of resources and modules, in brackets")
            return
        for item in argument.value.items:
            if isinstance(item, t.Traversal) and isinstance(item.root, str):
                self.references.resolve(t.Traversal(item.line, item.root, _names_only(item.steps)), scope)
            else:
                self.report(item.line, f"`{argument.name}` takes names of resources, without quotes: [aws_vpc.main]")

    def _address(self, argument: t.Argument, scope: Scope) -> None:
        path = self._path(argument.value)
        if path is None:
            self.report(argument.line, f"`{argument.name}` takes the address of a resource or module: aws_vpc.main")
            return
        if path[0] == "module":
            declared = path[1] in self.configuration.modules
        else:
            if path[0] != "data" and level_of("resource", path[0]) is None:
                self.report(argument.line, f"unknown resource type `{path[0]}`")
                return
            declared = ("resource", *path) in self.configuration.typed
        if argument.name == "to" and not declared:
            self.report(argument.line, f"`{'.'.join(path)}` is not in the sample; add the block that it names")

    def _path(self, node: t.Node) -> tuple[str, str] | None:
        path = node.path() if isinstance(node, t.Traversal) else ()
        return path[:2] if len(path) >= 2 else None

    def gone(self, block: t.Block) -> None:
        """Report a `removed` block whose resource is still in the sample."""
        argument = block.body.arguments.get("from")
        path = self._path(argument.value) if argument else None
        if path and (
            ("resource", *path) in self.configuration.typed
            or path[0] == "module"
            and path[1] in self.configuration.modules
        ):
            self.report(argument.line, f"`{'.'.join(path)}` is still in the sample; `removed` is for what is not")

    def _arguments(self, argument: t.Argument, scope: Scope) -> None:
        if isinstance(argument.value, t.Traversal) and argument.value.path() == ("all",):
            return
        if not isinstance(argument.value, t.ListOf):
            self.report(argument.line, f"`{argument.name}` takes a list of arguments, or `all`")
            return
        known = [*self.resource.attributes, *self.resource.blocks] if self.resource else []
        for item in argument.value.items:
            name = item.root if isinstance(item, t.Traversal) else None
            if not isinstance(name, str):
                self.report(item.line, f"`{argument.name}` takes names of arguments, without quotes: [desired_count]")
            elif self.resource and name not in known:
                self.report(item.line, f"unknown argument `{name}` in `{argument.name}`{did_you_mean(name, known)}")

    def _provider(self, argument: t.Argument, scope: Scope) -> None:
        self._provider_reference(argument.value)

    def _providers(self, argument: t.Argument, scope: Scope) -> None:
        if not isinstance(argument.value, t.ObjectOf):
            self.report(argument.line, "`providers` takes a map of providers: { aws = aws.other }")
            return
        for item in argument.value.items:
            self._provider_reference(item.value)

    def _provider_reference(self, node: t.Node) -> None:
        path = node.path() if isinstance(node, t.Traversal) else ()
        if not path or len(path) > 2:
            self.report(node.line, "a provider is written without quotes, as `aws` or `aws.alias`")
        elif len(path) == 2:
            known = {*self.configuration.providers, *self.configuration.aliases, *stand_ins().providers}
            name = ".".join(path)
            if name not in known:
                aliases = did_you_mean(name, [one for one in known if "." in one])
                message = f'`{name}` is not in the sample; add `provider "{path[0]}"` with that alias{aliases}'
                self.report(node.line, message)


def _names_only(steps) -> tuple:
    """Return the attributes at the beginning of the steps: in `aws_lb.web[0]`, what stands before the index."""
    names = []
    for step in steps:
        if not isinstance(step, t.Attribute):
            break
        names.append(step)
    return tuple(names[:2])
