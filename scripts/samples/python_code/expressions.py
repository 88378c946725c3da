"""Expressions of a sample: what each stands for, and what is wrong with how it is used."""

import ast
from typing import TYPE_CHECKING

from samples.literals import EitherValue, Entry, ListValue, MapValue, ScalarValue, Value
from samples.python_code.kinds import ANYTHING, Arguments, Findings, Items, Keyword, Kind, Literal, Site, text_of, typed
from samples.python_code.objects import builtin
from samples.python_code.scopes import Scope

if TYPE_CHECKING:
    from samples.python_code.functions import Functions


class Expressions:
    """Evaluates expressions in a scope. Each child expression is evaluated once, whatever stands around it."""

    def __init__(self, findings: Findings, functions: "Functions"):
        self.findings = findings
        self.functions = functions

    def site(self, node: ast.AST) -> Site:
        return Site(node.lineno, self.findings)

    def evaluate(self, node: ast.AST | None, scope: Scope) -> Kind:
        """Return what an expression stands for."""
        if node is None:
            return ANYTHING
        method = getattr(self, f"_{type(node).__name__.lower()}", self._other)
        return method(node, scope)

    def _other(self, node: ast.AST, scope: Scope) -> Kind:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.evaluate(child, scope)
        return ANYTHING

    def _constant(self, node: ast.Constant, scope: Scope) -> Kind:
        known = node.value is None or isinstance(node.value, str | int | float | bool | bytes)
        return Literal(ScalarValue(node.lineno, node.value)) if known else ANYTHING

    def _joinedstr(self, node: ast.JoinedStr, scope: Scope) -> Kind:
        self._other(node, scope)
        return typed(node.lineno, "str")

    def _formattedvalue(self, node: ast.FormattedValue, scope: Scope) -> Kind:
        self.evaluate(node.value, scope)
        return ANYTHING

    def _name(self, node: ast.Name, scope: Scope) -> Kind:
        found = scope.get(node.id)
        return builtin(node.id) if found is None else found

    def _namedexpr(self, node: ast.NamedExpr, scope: Scope) -> Kind:
        kind = self.evaluate(node.value, scope)
        scope.set(node.target.id, kind)
        return kind

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Kind:
        return self.evaluate(node.value, scope).attribute(node.attr, self.site(node))

    def _subscript(self, node: ast.Subscript, scope: Scope) -> Kind:
        of = self.evaluate(node.value, scope)
        if isinstance(node.slice, ast.Slice):
            self._other(node.slice, scope)
            return of
        return of.item(self.evaluate(node.slice, scope), self.site(node))

    def _await(self, node: ast.Await, scope: Scope) -> Kind:
        return self.evaluate(node.value, scope)

    def _ifexp(self, node: ast.IfExp, scope: Scope) -> Kind:
        self.evaluate(node.test, scope)
        scope = widened(node.test, scope)
        return self._either(node, [self.evaluate(node.body, scope), self.evaluate(node.orelse, scope)])

    def _boolop(self, node: ast.BoolOp, scope: Scope) -> Kind:
        return self._either(node, [self.evaluate(value, scope) for value in node.values])

    def _either(self, node: ast.AST, kinds: list[Kind]) -> Kind:
        if all(kind == kinds[0] for kind in kinds):
            return kinds[0]
        if all(isinstance(kind, Literal) for kind in kinds):
            return Literal(EitherValue(node.lineno, tuple(kind.value(node.lineno) for kind in kinds)))
        followed = [kind for kind in kinds if not isinstance(kind, Literal)]
        return followed[0] if len(followed) == 1 and isinstance(node, ast.BoolOp) else ANYTHING

    def _compare(self, node: ast.Compare, scope: Scope) -> Kind:
        left = self.evaluate(node.left, scope)
        for operator, comparator in zip(node.ops, node.comparators, strict=True):
            right = self.evaluate(comparator, scope)
            if isinstance(operator, ast.In | ast.NotIn):
                right.contains(left, self.site(node))
            left.compare(right, self.site(node))
            right.compare(left, self.site(node))
            left = right
        return ANYTHING

    def _dict(self, node: ast.Dict, scope: Scope) -> Kind:
        entries: list[Entry] = []
        is_open = False
        for key, value in zip(node.keys, node.values, strict=True):
            known = self.evaluate(value, scope).value(value.lineno)
            if key is None:  # **mapping
                entries += known.entries if isinstance(known, MapValue) else ()
                is_open = is_open or not isinstance(known, MapValue) or known.open
                continue
            name = text_of(self.evaluate(key, scope))
            if name is None:
                is_open = True
            else:
                entries.append(Entry(name, key.lineno, known))
        return Literal(MapValue(node.lineno, tuple(entries), is_open))

    def _list(self, node: ast.List | ast.Tuple, scope: Scope) -> Kind:
        items: list[Value] = []
        is_open = False
        for element in node.elts:
            kind = self.evaluate(element, scope)
            if isinstance(element, ast.Starred):
                is_open = True
            else:
                items.append(kind.value(element.lineno))
        return Literal(ListValue(node.lineno, tuple(items), is_open))

    _tuple = _list
    _set = _list

    def _lambda(self, node: ast.Lambda, scope: Scope) -> Kind:
        inner = Scope(scope)
        for argument in ast.walk(node.args):
            if isinstance(argument, ast.arg):
                inner.set(argument.arg, ANYTHING)
        self.evaluate(node.body, inner)
        return ANYTHING

    def _comprehension(self, node, scope: Scope) -> Scope:
        inner = Scope(scope)
        for generator in node.generators:
            items = self.evaluate(generator.iter, inner).iterate(self.site(generator.iter))
            self.functions.bind(generator.target, items, inner)
            for condition in generator.ifs:
                self.evaluate(condition, inner)
        return inner

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp | ast.SetComp, scope: Scope) -> Kind:
        element = self.evaluate(node.elt, self._comprehension(node, scope))
        if isinstance(element, Literal):
            return Literal(ListValue(node.lineno, (element.known,), open=True))
        return Items(element)

    _generatorexp = _listcomp
    _setcomp = _listcomp

    def _dictcomp(self, node: ast.DictComp, scope: Scope) -> Kind:
        inner = self._comprehension(node, scope)
        self.evaluate(node.key, inner)
        self.evaluate(node.value, inner)
        return Literal(MapValue(node.lineno, (), open=True))

    def _call(self, node: ast.Call, scope: Scope) -> Kind:
        function = self.evaluate(node.func, scope)
        positional: list[Kind] = []
        keywords: list[Keyword] = []
        is_open = False
        for argument in node.args:
            if isinstance(argument, ast.Starred):
                self.evaluate(argument.value, scope)
                is_open = True
            else:
                positional.append(self.evaluate(argument, scope))
        for keyword in node.keywords:
            kind = self.evaluate(keyword.value, scope)
            if keyword.arg is not None:
                keywords.append(Keyword(keyword.arg, keyword.lineno, kind))
                continue
            known = kind.value(keyword.lineno)
            if isinstance(known, MapValue):
                keywords += [Keyword(entry.key, entry.line, Literal(entry.value)) for entry in known.entries]
            is_open = is_open or not isinstance(known, MapValue) or known.open
        return function.call(Arguments(tuple(positional), tuple(keywords), is_open), self.site(node))


def widened(test: ast.expr, scope: Scope) -> Scope:
    """Return a scope in which a name whose type the test asks for may be anything."""
    inner = Scope(scope)
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ASKS_FOR_TYPE:
            for argument in node.args[:1]:
                if isinstance(argument, ast.Name):
                    inner.set(argument.id, ANYTHING)
    return inner if inner.names else scope


_ASKS_FOR_TYPE = frozenset({"callable", "hasattr", "isinstance", "issubclass", "type"})
