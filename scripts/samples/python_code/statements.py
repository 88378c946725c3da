"""Statements of a sample, followed in the order in which they run."""

import ast
from dataclasses import dataclass

from samples.python_code.expressions import Expressions, widened
from samples.python_code.functions import FunctionNode, Functions, Instance, LocalClass, LocalFunction
from samples.python_code.kinds import ANYTHING, Findings, Kind, Site
from samples.python_code.objects import PythonObject, import_module
from samples.python_code.responses import ClientErrorRaised
from samples.python_code.scopes import Scope


@dataclass(slots=True)
class Unfollowed:
    """A function that is defined; whether anything calls it shows at the end."""

    node: FunctionNode
    scope: Scope
    owner: LocalClass | None


class Statements:
    """Follows blocks of statements. `block` says whether what comes after the block is out of reach."""

    def __init__(self, tree: ast.Module, findings: Findings):
        self.findings = findings
        self.functions = Functions(tree, findings)
        self.functions.statements = self
        self.expressions = Expressions(findings, self.functions)
        self.defined: list[Unfollowed] = []

    def block(self, body: list[ast.stmt], scope: Scope) -> bool:
        """Follow statements until one leaves the block; return whether one does."""
        for statement in body:
            method = getattr(self, f"_{type(statement).__name__.lower()}", None)
            if method is None:
                self._any(statement, scope)
            elif method(statement, scope):
                return True
        return False

    def _any(self, statement: ast.stmt, scope: Scope) -> None:
        for child in ast.iter_child_nodes(statement):
            if isinstance(child, ast.expr):
                self.expressions.evaluate(child, scope)

    def _evaluate(self, node: ast.AST | None, scope: Scope) -> Kind:
        return self.expressions.evaluate(node, scope)

    def _expr(self, node: ast.Expr, scope: Scope) -> None:
        if isinstance(node.value, ast.Yield):
            self.functions.frames[-1].yields.append(self._evaluate(node.value.value, scope))
        else:
            self._evaluate(node.value, scope)

    def _import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            import_module(alias.name)
            scope.set(alias.asname or name, import_module(name))

    def _importfrom(self, node: ast.ImportFrom, scope: Scope) -> None:
        module = import_module(node.module) if node.module and not node.level else ANYTHING
        for alias in node.names:
            # That the module has the name is for the check of imports to say.
            has = isinstance(module, PythonObject) and hasattr(module.object, alias.name)
            site = Site(node.lineno, self.findings)
            scope.set(alias.asname or alias.name, module.attribute(alias.name, site) if has else ANYTHING)

    def _assign(self, node: ast.Assign, scope: Scope) -> None:
        kind = self._evaluate(node.value, scope)
        for target in node.targets:
            self.functions.bind(target, kind, scope)

    def _annassign(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self.functions.bind(node.target, self._evaluate(node.value, scope), scope)

    def _augassign(self, node: ast.AugAssign, scope: Scope) -> None:
        self._evaluate(node.value, scope)

    def _delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            self.functions.bind(target, ANYTHING, scope)

    def _return(self, node: ast.Return, scope: Scope) -> bool:
        self.functions.frames[-1].returns.append((node.lineno, self._evaluate(node.value or _NONE, scope)))
        return True

    def _raise(self, node: ast.Raise, scope: Scope) -> bool:
        self._any(node, scope)
        return True

    def _break(self, node: ast.Break, scope: Scope) -> bool:
        return True

    _continue = _break

    def _global(self, node: ast.Global, scope: Scope) -> None:
        scope.globals.update(node.names)

    def _if(self, node: ast.If, scope: Scope) -> bool:
        self._evaluate(node.test, scope)
        if (wider := widened(node.test, scope)) is not scope:
            for name, kind in wider.names.items():
                scope.set(name, kind)
        return self._branches(scope, [node.body, node.orelse])

    def _branches(self, scope: Scope, bodies: list[list[ast.stmt]]) -> bool:
        before, after = scope.snapshot(), []
        for body in bodies:
            scope.restore(before)
            if not self.block(body, scope):
                after.append(scope.snapshot())
        scope.merge(after)
        return not after

    def _for(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        item = self._evaluate(node.iter, scope).iterate(Site(node.lineno, self.findings))
        before = scope.snapshot()
        for _ in range(2):  # what the first round leaves, the second finds
            self.functions.bind(node.target, item, scope)
            self.block(node.body, scope)
        scope.merge([scope.snapshot(), before])
        self.block(node.orelse, scope)

    _asyncfor = _for

    def _while(self, node: ast.While, scope: Scope) -> None:
        before = scope.snapshot()
        for _ in range(2):
            self._evaluate(node.test, scope)
            self.block(node.body, scope)
        scope.merge([scope.snapshot(), before])
        self.block(node.orelse, scope)

    def _with(self, node: ast.With | ast.AsyncWith, scope: Scope) -> bool:
        for item in node.items:
            site = Site(item.context_expr.lineno, self.findings)
            kind = self._evaluate(item.context_expr, scope).enter(site)
            if item.optional_vars is not None:
                self.functions.bind(item.optional_vars, kind, scope)
        return self.block(node.body, scope)

    _asyncwith = _with

    def _try(self, node: ast.Try, scope: Scope) -> bool:
        before, after = scope.snapshot(), []
        leaves = self.block(node.body, scope)
        done = scope.snapshot()
        if not leaves and not self.block(node.orelse, scope):
            after.append(scope.snapshot())
        for handler in node.handlers:
            scope.restore(before)
            scope.merge([done, before])
            if handler.name:
                scope.set(handler.name, self._caught(handler.type, scope))
            elif handler.type:
                self._caught(handler.type, scope)
            if not self.block(handler.body, scope):
                after.append(scope.snapshot())
        scope.merge(after)
        return self.block(node.finalbody, scope) or not after

    _trystar = _try

    def _caught(self, node: ast.expr | None, scope: Scope) -> Kind:
        from botocore.exceptions import ClientError

        caught = [self._evaluate(one, scope) for one in (node.elts if isinstance(node, ast.Tuple) else [node])]
        all_are = all(
            isinstance(kind, PythonObject) and isinstance(kind.object, type) and issubclass(kind.object, ClientError)
            for kind in caught
        )
        return ClientErrorRaised() if all_are and caught else ANYTHING

    def _match(self, node: ast.Match, scope: Scope) -> bool:
        subject = self._evaluate(node.subject, scope)
        for case in node.cases:
            for part in ast.walk(case.pattern):
                if isinstance(part, ast.MatchValue):
                    subject.compare(self._evaluate(part.value, scope), Site(part.lineno, self.findings))
                elif isinstance(part, ast.MatchAs | ast.MatchStar) and part.name:
                    scope.set(part.name, ANYTHING)
        return self._branches(scope, [*(case.body for case in node.cases), []])

    def _functiondef(self, node: FunctionNode, scope: Scope) -> None:
        for decorator in node.decorator_list:
            self._evaluate(decorator, scope)
        positional = [*node.args.posonlyargs, *node.args.args]
        named = positional[len(positional) - len(node.args.defaults) :] + node.args.kwonlyargs
        defaults = [*node.args.defaults, *node.args.kw_defaults]
        kinds = {
            argument.arg: self._evaluate(default, scope) for argument, default in zip(named, defaults, strict=True)
        }
        self.functions.defaults[node] = kinds
        scope.set(node.name, LocalFunction(node, scope, self.functions))
        self.defined.append(Unfollowed(node, scope, None))

    _asyncfunctiondef = _functiondef

    def _classdef(self, node: ast.ClassDef, scope: Scope) -> None:
        for base in node.bases:
            self._evaluate(base, scope)
        inner = Scope(scope)
        methods = {child.name: child for child in node.body if isinstance(child, FunctionNode)}
        made = LocalClass(methods, scope, self.functions)
        self.block([child for child in node.body if not isinstance(child, FunctionNode)], inner)
        self.defined += [Unfollowed(method, scope, made) for method in methods.values()]
        scope.set(node.name, made if not node.bases and not node.decorator_list else ANYTHING)

    def follow_the_rest(self) -> None:
        """Follow the functions that nothing has called yet, with arguments that may be anything."""
        instances: dict[int, Kind] = {}
        for one in self.defined:  # grows while functions define others
            if one.node in self.functions.followed:
                continue
            given: dict[str, Kind] = {}
            if one.owner is not None and one.node.args.args:
                made = instances.get(id(one.owner))
                if made is None:
                    made = instances[id(one.owner)] = Instance(one.owner)
                    init = one.owner.methods.get("__init__")
                    if init is not None and init.args.args:
                        self.functions.follow(init, one.scope, {init.args.args[0].arg: made})
                given[one.node.args.args[0].arg] = made
            self.functions.follow(one.node, one.scope, given)


_NONE = ast.Constant(None, lineno=1)
