"""Functions and classes that a sample defines, and how names are bound."""

import ast
import inspect
from dataclasses import dataclass, field

from samples.literals import ListValue, opened
from samples.python_code.kinds import ANYTHING, Arguments, Findings, Items, Kind, Literal, Site
from samples.python_code.responses import Pair
from samples.python_code.scopes import Scope, merged

_MUTATORS = frozenset(
    {"add", "append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update"}
)
_DEEPEST = 6
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(slots=True)
class Frame:
    """What a function gives back while it is followed."""

    returns: list[tuple[int, Kind]] = field(default_factory=list)
    yields: list[Kind] = field(default_factory=list)


class Functions:
    """Follows functions into their bodies: with the arguments of each call, or with arguments that may be anything."""

    def __init__(self, tree: ast.Module, findings: Findings):
        self.findings = findings
        self.statements = None  # set by the one who makes both
        self.frames: list[Frame] = [Frame()]
        self.followed: set[ast.AST] = set()
        self.defaults: dict[ast.AST, dict[str, Kind]] = {}
        self._known: dict[tuple, Kind] = {}
        self._active: list[ast.AST] = []
        self._mutated = set(_mutated_names(tree))

    def bind(self, target: ast.AST, kind: Kind, scope: Scope) -> None:
        """Bind a target of an assignment: a name, an attribute, or several of them."""
        if isinstance(target, ast.Name):
            scope.set(target.id, self._as_mutable(target.id, kind))
        elif isinstance(target, ast.Tuple | ast.List):
            for index, element in enumerate(target.elts):
                self.bind(element, _unpacked(kind, index, len(target.elts)), scope)
        elif isinstance(target, ast.Starred):
            self.bind(target.value, ANYTHING, scope)
        elif isinstance(target, ast.Attribute):
            owner = self.statements.expressions.evaluate(target.value, scope)
            if isinstance(owner, Instance):
                owner.attributes[target.attr] = kind
        elif isinstance(target, ast.Subscript):
            self.statements.expressions.evaluate(target.value, scope)
            self.statements.expressions.evaluate(target.slice, scope)

    def _as_mutable(self, name: str, kind: Kind) -> Kind:
        return Literal(opened(kind.known)) if name in self._mutated and isinstance(kind, Literal) else kind

    def follow(self, node: FunctionNode, scope: Scope, given: dict[str, Kind]) -> Kind:
        """Follow a function whose parameters are as given; those that are not may be anything."""
        key = (node, *sorted(given.items(), key=lambda item: item[0]))
        if key in self._known:
            return self._known[key]
        if node in self._active or len(self._active) > _DEEPEST:
            return ANYTHING
        self.followed.add(node)
        self._active.append(node)
        self.frames.append(Frame())
        inner = Scope(scope)
        # A default that is written out is one value of many; a client is likely what every caller passes.
        defaults = {n: k for n, k in self.defaults.get(node, {}).items() if not isinstance(k, Literal)}
        for name in _parameters(node):
            inner.set(name, self._as_mutable(name, given.get(name, defaults.get(name, ANYTHING))))
        self.statements.block(node.body, inner)
        frame = self.frames.pop()
        self._active.pop()
        self._known[key] = result = _result(frame)
        if getattr(node, "is_handler", False):
            self.findings.returned += [(line, kind.value(line)) for line, kind in frame.returns]
        return result


def _result(frame: Frame) -> Kind:
    if frame.yields:
        return Items(frame.yields[0] if all(kind == frame.yields[0] for kind in frame.yields) else ANYTHING)
    result: Kind | None = None
    for _, kind in frame.returns:
        result = merged(result, kind)
    return result or ANYTHING


def _unpacked(kind: Kind, index: int, count: int) -> Kind:
    if isinstance(kind, Pair):
        return kind.second if index == 1 else ANYTHING
    known = kind.known if isinstance(kind, Literal) else None
    if isinstance(known, ListValue) and not known.open and len(known.items) == count:
        return Literal(known.items[index])
    return ANYTHING


def _mutated_names(tree: ast.Module):
    """Yield the names whose value is changed in place somewhere: what was written out is not all that it holds."""
    for node in ast.walk(tree):
        target = None
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            target = node.value
        elif isinstance(node, ast.AugAssign):
            target = node.target
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _MUTATORS:
            target = node.func.value
        while isinstance(target, ast.Subscript | ast.Attribute):
            target = target.value
        if isinstance(target, ast.Name):
            yield target.id


def _parameters(node: FunctionNode) -> list[str]:
    arguments = node.args
    several = [arguments.vararg, arguments.kwarg]
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *(one for one in several if one)]
    return [argument.arg for argument in named]


def _signature(node: FunctionNode) -> inspect.Signature:
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    first_default = len(positional) - len(arguments.defaults)
    kind, empty = inspect.Parameter, inspect.Parameter.empty
    parameters = [
        kind(
            argument.arg,
            kind.POSITIONAL_ONLY if index < len(arguments.posonlyargs) else kind.POSITIONAL_OR_KEYWORD,
            default=None if index >= first_default else empty,
        )
        for index, argument in enumerate(positional)
    ]
    if arguments.vararg:
        parameters.append(kind(arguments.vararg.arg, kind.VAR_POSITIONAL))
    parameters += [
        kind(argument.arg, kind.KEYWORD_ONLY, default=empty if default is None else None)
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    if arguments.kwarg:
        parameters.append(kind(arguments.kwarg.arg, kind.VAR_KEYWORD))
    return inspect.Signature(parameters)


@dataclass(frozen=True, slots=True)
class LocalFunction(Kind):
    """A function of the sample. `bound` is the object that a method belongs to."""

    node: FunctionNode
    scope: Scope
    functions: Functions
    bound: Kind | None = None

    def call(self, arguments: Arguments, site: Site) -> Kind:
        positional = arguments.positional if self.bound is None else (self.bound, *arguments.positional)
        if self.node.decorator_list:
            return ANYTHING
        signature = _signature(self.node)
        bind = signature.bind_partial if arguments.open else signature.bind
        try:
            given = bind(*positional, **{keyword.name: keyword.kind for keyword in arguments.keywords}).arguments
        except TypeError as error:
            site.report(f"`{self.node.name}`: {error}")
            return ANYTHING
        for several in (self.node.args.vararg, self.node.args.kwarg):
            if several is not None:
                given.pop(several.arg, None)
        return self.functions.follow(self.node, self.scope, dict(given))


@dataclass(frozen=True)
class LocalClass(Kind):
    """A class of the sample."""

    methods: dict[str, FunctionNode]
    scope: Scope
    functions: Functions

    def __hash__(self) -> int:
        return id(self)

    def call(self, arguments: Arguments, site: Site) -> Kind:
        instance = Instance(self)
        if "__init__" in self.methods:
            instance.attribute("__init__", site).call(arguments, site)
        return instance


@dataclass(frozen=True, eq=False)
class Instance(Kind):
    """An object of a class of the sample, with what its attributes were set to."""

    of: LocalClass
    attributes: dict[str, Kind] = field(default_factory=dict)

    def attribute(self, name: str, site: Site) -> Kind:
        if name in self.attributes:
            return self.attributes[name]
        if name in self.of.methods and not self.of.methods[name].decorator_list:
            return LocalFunction(self.of.methods[name], self.of.scope, self.of.functions, self)
        return ANYTHING
