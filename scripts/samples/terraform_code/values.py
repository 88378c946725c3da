"""The types of expressions, and whether a value fits where it stands."""

from collections.abc import Callable

from samples.nearest import did_you_mean
from samples.terraform_code import tree as t
from samples.terraform_code.calls import check_call
from samples.terraform_code.references import References
from samples.terraform_code.scope import Scope
from samples.terraform_code.steps import take
from samples.terraform_code.types import (
    ANY,
    BOOL,
    KEYED,
    NUMBER,
    PRIMITIVE,
    SEQUENCES,
    STRING,
    Type,
    can_become,
    missing_fields,
    with_article,
)
from samples.wording import shown

_RESULT = {"+": NUMBER, "-": NUMBER, "*": NUMBER, "/": NUMBER, "%": NUMBER}
_OPERANDS = {**_RESULT, "<": NUMBER, ">": NUMBER, "<=": NUMBER, ">=": NUMBER, "&&": BOOL, "||": BOOL, "!": BOOL}


class Values:
    """Looks at the expressions of one file; what is wrong goes to `report`, as a line and a message."""

    def __init__(self, references: References, report: Callable[[int, str], None]):
        self.references = references
        self.report = report

    def fit(self, node: t.Node, wanted: Type, scope: Scope, name: str) -> None:
        """Report what is wrong in an expression, and whether it has not the type that `name` takes."""
        match node:
            case t.Literal(value=None):
                return
            case t.Literal():
                self._fit_literal(node, wanted, name)
            case t.ListOf(items=items) if wanted.kind in ("list", "set"):
                for item in items:
                    self.fit(item, wanted.element, scope, f"each element of {name}")
            case t.ObjectOf() if wanted.kind == "map":
                for item in self._items(node, scope):
                    self.fit(item.value, wanted.element, scope, f"each value of {name}")
            case t.ObjectOf() if wanted.kind == "object":
                self._fit_object(node, wanted, scope, name)
            case t.Conditional(condition=condition, yes=yes, no=no):
                self.fit(condition, BOOL, scope, "a condition")
                self.fit(yes, wanted, scope, name)
                self.fit(no, wanted, scope, name)
            case _:
                found = self.type_of(node, scope)
                if not can_become(found, wanted):
                    self.report(
                        node.line,
                        f"{name} takes {with_article(wanted)}, not {with_article(found)}{_hint(found, wanted)}",
                    )

    def _fit_literal(self, node: t.Literal, wanted: Type, name: str) -> None:
        found = self.type_of(node, Scope())
        fits = can_become(found, wanted)
        if fits and isinstance(node.value, str) and wanted.kind in ("number", "bool"):
            fits = _is_number(node.value) if wanted.kind == "number" else node.value in ("true", "false")
        if not fits:
            self.report(
                node.line, f"{name} takes {with_article(wanted)}, not {shown(node.value)}{_hint(found, wanted)}"
            )

    def _fit_object(self, node: t.ObjectOf, wanted: Type, scope: Scope, name: str) -> None:
        given = {}
        for item in self._items(node, scope):
            key = item.key.value if isinstance(item.key, t.Literal) else None
            given[str(key)] = item
            if key is None or not wanted.fields:
                self.type_of(item.value, scope)
            elif (field := wanted.fields.get(str(key))) is not None:
                self.fit(item.value, field, scope, f"`{key}` of {name}")
            else:
                self.report(item.line, f"unknown key `{key}` of {name}{did_you_mean(key, wanted.fields)}")
        if missing := missing_fields(given, wanted):
            self.report(node.line, f"{name} lacks {', '.join(f'`{one}`' for one in missing)}; write `= null` for none")

    def _items(self, node: t.ObjectOf, scope: Scope) -> tuple[t.ObjectItem, ...]:
        """Return the items of an object, after a look at the keys."""
        seen: dict[object, int] = {}
        for item in node.items:
            self.fit(item.key, STRING, scope, "a key")
            if isinstance(item.key, t.Literal):
                if item.key.value in seen:
                    self.report(
                        item.line, f"the key `{item.key.value}` stands twice; first on line {seen[item.key.value]}"
                    )
                seen.setdefault(item.key.value, item.line)
        return node.items

    def type_of(self, node: t.Node, scope: Scope) -> Type:
        """Return the type of an expression, and report what is wrong in it."""
        match node:
            case t.Literal(value=value):
                return _type_of_literal(value)
            case t.Template():
                return self._template(node, scope)
            case t.ListOf(items=items):
                return Type("tuple", items=tuple(self.type_of(item, scope) for item in items))
            case t.ObjectOf():
                return self._object(node, scope)
            case t.Call():
                types = [self.type_of(argument, scope) for argument in node.arguments]
                return check_call(node, types, self.report)
            case t.Traversal():
                return self._traversal(node, scope)
            case t.For():
                return self._for(node, scope)
            case t.Conditional(condition=condition, yes=yes, no=no):
                self.fit(condition, BOOL, scope, "a condition")
                types = [self.type_of(yes, scope), self.type_of(no, scope)]
                return types[0] if types[0] == types[1] else ANY
            case t.Operation(operator=operator, operands=operands):
                return self._operation(operator, operands, scope)
        raise TypeError(f"unknown node {node!r}")

    def _object(self, node: t.ObjectOf, scope: Scope) -> Type:
        items = self._items(node, scope)
        types = [self.type_of(item.value, scope) for item in items]
        if not all(isinstance(item.key, t.Literal) for item in items):
            return Type("map", ANY)
        return Type("object", fields={str(i.key.value): type_ for i, type_ in zip(items, types, strict=True)})

    def _template(self, node: t.Template, scope: Scope) -> Type:
        if len(node.parts) == 1 and isinstance(node.parts[0], t.Node):
            return self.type_of(node.parts[0], scope)
        scopes = [scope]
        for part in node.parts:
            match part:
                case t.TemplateFor(names=names, source=source):
                    scopes.append(self._loop(names, source, scopes[-1]))
                case t.TemplateEnd(of="for"):
                    scopes.pop()
                case t.TemplateIf(condition=condition):
                    self.fit(condition, BOOL, scopes[-1], "a condition")
                case t.TemplateElse() | t.TemplateEnd() | str():
                    pass
                case _:
                    found = self.type_of(part, scopes[-1])
                    if not can_become(found, STRING):
                        self.report(
                            part.line, f"{with_article(found)} cannot be put into a string; use join() or jsonencode()"
                        )
        return STRING

    def _traversal(self, node: t.Traversal, scope: Scope) -> Type:
        if isinstance(node.root, t.Node):
            found, steps = self.type_of(node.root, scope), node.steps
        else:
            found, steps = self.references.resolve(node, scope)
        for step in node.steps:
            if isinstance(step, t.Index) and not isinstance(step.key, t.Literal):
                self.type_of(step.key, scope)
        return take(found, steps, self.report)

    def _loop(self, names: tuple[str, ...], source: t.Node, scope: Scope) -> Scope:
        found = self.type_of(source, scope)
        if found.kind in PRIMITIVE:
            self.report(source.line, f"`for` goes over a list, set or map, not {with_article(found)}")
        key = NUMBER if found.kind in ("list", "tuple") else STRING if found.kind in KEYED else ANY
        return scope.bind(dict(zip(reversed(names), (found.element, key), strict=False)))

    def _for(self, node: t.For, scope: Scope) -> Type:
        inner = self._loop(node.names, node.source, scope)
        if node.condition is not None:
            self.fit(node.condition, BOOL, inner, "a condition")
        value = self.type_of(node.value, inner)
        if node.key is None:
            return Type("list", value)
        self.fit(node.key, STRING, inner, "a key")
        return Type("map", ANY)  # with "..." the values are lists

    def _operation(self, operator: str, operands: tuple[t.Node, ...], scope: Scope) -> Type:
        wanted = _OPERANDS.get(operator, ANY)
        for operand in operands:
            self.fit(operand, wanted, scope, f"`{operator}`")
        return _RESULT.get(operator, BOOL)


def _type_of_literal(value: object) -> Type:
    if value is None:
        return ANY
    if isinstance(value, bool):
        return BOOL
    return STRING if isinstance(value, str) else NUMBER


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _hint(found: Type, wanted: Type) -> str:
    if wanted.kind in ("list", "set") and found.kind in PRIMITIVE:
        return "; put it in brackets"
    if wanted.kind in PRIMITIVE and found.kind in SEQUENCES:
        return "; take one element of it"
    return ""
