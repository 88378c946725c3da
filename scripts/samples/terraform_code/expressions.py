"""Lark trees of expressions to nodes of the syntax tree."""

import re

from lark import Token, Tree

from samples.model import Problem
from samples.terraform_code import tree as t

_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


class HclError(Exception):
    """Something that the grammar lets pass and Terraform does not, and after which nothing more can be read."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


def subtrees(tree: Tree) -> list[Tree]:
    """Return the children of a Lark tree that are no tokens, line breaks or comments."""
    return [child for child in tree.children if isinstance(child, Tree) and child.data != "new_line_or_comment"]


class ExpressionReader:
    """Reads expressions; problems that are no obstacle are added to `problems`."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems

    def read(self, tree: Tree) -> t.Node:
        """Return the node for the Lark tree of an expression. Raises HclError."""
        return getattr(self, f"_{tree.data}")(tree)

    def _expr_term(self, tree: Tree) -> t.Node:
        [inner] = subtrees(tree)
        return self.read(inner)

    def _identifier(self, tree: Tree) -> t.Node:
        return t.Traversal(tree.meta.line, str(tree.children[0]))

    def _keyword(self, tree: Tree) -> t.Node:
        return t.Literal(tree.meta.line, str(tree.children[0]))

    def _literal_value(self, tree: Tree) -> t.Node:
        return t.Literal(tree.meta.line, {"true": True, "false": False, "null": None}[str(tree.children[0])])

    def _int_lit(self, tree: Tree) -> t.Node:
        return t.Literal(tree.meta.line, int(tree.children[0]))

    def _float_lit(self, tree: Tree) -> t.Node:
        return t.Literal(tree.meta.line, float(tree.children[0]))

    def _tuple(self, tree: Tree) -> t.Node:
        return t.ListOf(tree.meta.line, tuple(map(self.read, subtrees(tree))))

    def _object(self, tree: Tree) -> t.Node:
        return t.ObjectOf(tree.meta.line, tuple(map(self._object_item, subtrees(tree))))

    def _object_item(self, tree: Tree) -> t.ObjectItem:
        [outer], value = tree.children[0].children, subtrees(tree)[1]
        key = self.read(outer)
        # A bare word is a name; in parentheses it would be a reference.
        in_parentheses = any(isinstance(child, Token) for child in outer.children)
        if isinstance(key, t.Traversal) and isinstance(key.root, str) and not key.steps and not in_parentheses:
            key = t.Literal(key.line, key.root)
        return t.ObjectItem(tree.meta.line, key, self.read(value))

    def _function_call(self, tree: Tree) -> t.Node:
        inner = subtrees(tree)
        name = "::".join(str(child.children[0]) for child in inner if child.data == "identifier")
        arguments = next((child for child in inner if child.data == "arguments"), None)
        if arguments is None:
            return t.Call(tree.meta.line, name, ())
        expanded = any(isinstance(child, Token) and child.type == "ELLIPSIS" for child in arguments.children)
        return t.Call(tree.meta.line, name, tuple(map(self.read, subtrees(arguments))), expanded)

    def _get_attr_expr_term(self, tree: Tree) -> t.Node:
        term, step = subtrees(tree)
        return self._traversal(term, self._get_attr(step))

    def _index_expr_term(self, tree: Tree) -> t.Node:
        term, step = subtrees(tree)
        return self._traversal(term, self._step(step))

    def _attr_splat_expr_term(self, tree: Tree) -> t.Node:
        term, splat = subtrees(tree)
        return self._traversal(term, t.Splat(splat.meta.line), *map(self._step, subtrees(splat)))

    _full_splat_expr_term = _attr_splat_expr_term

    def _traversal(self, term: Tree, *steps: t.Attribute | t.Index | t.Splat) -> t.Traversal:
        root = self.read(term)
        if isinstance(root, t.Traversal):
            return t.Traversal(root.line, root.root, (*root.steps, *steps))
        return t.Traversal(root.line, root, steps)

    def _step(self, tree: Tree) -> t.Attribute | t.Index:
        if tree.data == "get_attr":
            return self._get_attr(tree)
        if tree.data == "short_index":
            return t.Index(tree.meta.line, t.Literal(tree.meta.line, int(tree.children[-1])))
        return t.Index(tree.meta.line, self.read(subtrees(tree)[0]))

    def _get_attr(self, tree: Tree) -> t.Attribute:
        return t.Attribute(tree.meta.line, str(subtrees(tree)[0].children[0]))

    def _for_tuple_expr(self, tree: Tree) -> t.Node:
        return self._for(tree)

    _for_object_expr = _for_tuple_expr

    def _for(self, tree: Tree) -> t.Node:
        intro, *values = subtrees(tree)
        condition = None
        if values[-1].data == "for_cond":
            condition = self.read(subtrees(values.pop())[0])
        *names, source = subtrees(intro)
        key = self.read(values[0]) if len(values) == 2 else None
        names = tuple(str(name.children[0]) for name in names)
        return t.For(tree.meta.line, names, self.read(source), self.read(values[-1]), key, condition)

    def _conditional(self, tree: Tree) -> t.Node:
        return t.Conditional(tree.meta.line, *map(self.read, subtrees(tree)))

    def _unary_op(self, tree: Tree) -> t.Node:
        operator, operand = tree.children
        return t.Operation(tree.meta.line, str(operator), (self.read(operand),))

    def _binary_op(self, tree: Tree) -> t.Node:
        left, term = subtrees(tree)
        operator, right = subtrees(term)
        return t.Operation(tree.meta.line, str(operator.children[0]).strip(), (self.read(left), self.read(right)))

    def _template_string(self, tree: Tree) -> t.Node:
        return t.Literal(tree.meta.line, str(tree.children[0])[2:-2])

    def _string(self, tree: Tree) -> t.Node:
        parts = [self._part(part) for part in subtrees(tree)]
        return joined(tree.meta.line, parts)

    def _part(self, tree: Tree) -> str | t.Node:
        [part] = tree.children
        if isinstance(part, Tree):
            return self.directive(part)
        if part.type != "STRING_CHARS":
            return str(part)[1:]  # "$${" stands for "${"
        if "\n" in part:
            raise HclError(part.line, "a string in quotes ends on its line; use a heredoc (`<<-EOT`) for more lines")
        return _ESCAPE.sub(lambda match: self._escape(match.group(1), part.line), str(part))

    def _escape(self, code: str, line: int) -> str:
        if len(code) > 1:
            return chr(int(code[1:], 16))
        if code not in _ESCAPES:
            self.problems.append(Problem(line, f"`\\{code}` is no escape sequence; write `\\\\{code}` for a backslash"))
        return _ESCAPES.get(code, code)

    def directive(self, tree: Tree) -> t.Node:
        """Return the node for what stands in `${...}` or `%{...}`."""
        inner = subtrees(tree)
        match tree.data:
            case "interpolation":
                return self.read(inner[0])
            case "template_if_start":
                return t.TemplateIf(tree.meta.line, self.read(inner[0]))
            case "template_for_start":
                *names, source = inner
                names = tuple(str(name.children[0]) for name in names)
                return t.TemplateFor(tree.meta.line, names, self.read(source))
            case "template_else":
                return t.TemplateElse(tree.meta.line)
            case _:
                return t.TemplateEnd(tree.meta.line, str(tree.data).removeprefix("template_end"))

    def _heredoc_template(self, tree: Tree) -> t.Node:
        from samples.terraform_code.heredoc import read_heredoc

        return read_heredoc(self, str(tree.children[0]), tree.meta.line)

    _heredoc_template_trim = _heredoc_template


def joined(line: int, parts: list[str | t.Node], heredoc: bool = False) -> t.Literal | t.Template:
    """Return the parts of a string as one node: a literal if nothing is to be inserted. Raises HclError."""
    opened = []
    for part in parts:
        if isinstance(part, t.TemplateIf | t.TemplateFor):
            opened.append("if" if isinstance(part, t.TemplateIf) else "for")
        elif isinstance(part, t.TemplateEnd) and (not opened or opened.pop() != part.of):
            raise HclError(part.line, f"`%{{ end{part.of} }}` ends nothing that was begun")
    if opened:
        raise HclError(line, f"`%{{ {opened[-1]} ... }}` is not ended with `%{{ end{opened[-1]} }}`")
    if all(isinstance(part, str) for part in parts):
        return t.Literal(line, "".join(parts), heredoc)
    return t.Template(line, tuple(parts))
