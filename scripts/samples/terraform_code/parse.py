"""Text to syntax tree, with python-hcl2's grammar."""

from lark import Token, Tree
from lark.exceptions import LarkError, UnexpectedEOF, UnexpectedInput

from samples.model import Problem
from samples.terraform_code.expressions import ExpressionReader, HclError
from samples.terraform_code.tree import Argument, Block, Body, Literal, Template


def parse(content: str) -> tuple[Body | None, list[Problem]]:
    """Parse a file. Returns its body (None if it cannot be read at all) and what is wrong with its syntax."""
    import hcl2  # slow to import

    try:
        tree = hcl2.parses_to_tree(content)
    except UnexpectedInput as error:
        last = content.rstrip("\n").count("\n") + 1
        line = last if isinstance(error, UnexpectedEOF) or error.line in (None, -1) else min(error.line, last)
        return None, [Problem(line, f"not valid HCL: {_unexpected(error)}")]
    except LarkError as error:
        return None, [Problem(1, f"not valid HCL: {error}")]
    reader = _Reader()
    try:
        return reader.body(_first(tree, "body")), reader.problems
    except HclError as error:
        return None, [*reader.problems, Problem(error.line, str(error))]


def _unexpected(error: UnexpectedInput) -> str:
    text = str(getattr(error, "token", None) or getattr(error, "char", None) or "")
    if not text:
        return "it ends too early; a bracket, brace or quote is not closed"
    if not (first := text.lstrip(" \t").split("\n")[0].strip()):
        return "the line ends too early; something is missing after what stands here"
    return f"`{first}` cannot stand here" + ("; text stands in double quotes" if first.startswith("'") else "")


def _first(tree: Tree, name: str) -> Tree:
    return next(child for child in tree.children if isinstance(child, Tree) and child.data == name)


class _Reader:
    """Reads one file; what can be read on collects in `problems`."""

    def __init__(self):
        self.problems: list[Problem] = []
        self.expressions = ExpressionReader(self.problems)

    def body(self, tree: Tree) -> Body:
        items: list[Argument | Block] = []
        seen: dict[str, int] = {}
        for child in tree.children:
            if not isinstance(child, Tree) or child.data not in ("attribute", "block"):
                continue
            item = self.argument(child) if child.data == "attribute" else self.block(child)
            if items and item.line == _end(items[-1], tree, child):
                self.problems.append(Problem(item.line, f"`{_name(item)}` must start on a line of its own"))
            if isinstance(item, Argument):
                if item.name in seen:
                    message = f"the argument `{item.name}` is set twice; it is set on line {seen[item.name]} already"
                    self.problems.append(Problem(item.line, message))
                seen.setdefault(item.name, item.line)
            items.append(item)
        return Body(getattr(tree.meta, "line", 1), tuple(items))

    def argument(self, tree: Tree) -> Argument:
        name, _, value = tree.children
        return Argument(
            tree.meta.line,
            str(name.children[0]),
            self.expressions.read(value),
            (value.meta.start_pos, value.meta.end_pos),
        )

    def block(self, tree: Tree) -> Block:
        head = [child for child in tree.children if isinstance(child, Tree) and child.data != "body"]
        names = [self.label(child) for child in head if child.data != "new_line_or_comment"]
        if any(child.data == "new_line_or_comment" for child in head):
            self.problems.append(Problem(tree.meta.line, f"the `{{` of `{names[0]}` must stand on the same line"))
        body = self.body(_first(tree, "body"))
        if tree.meta.line == tree.meta.end_line and (len(body.items) > 1 or body.blocks):
            message = f"a block on one line holds one argument at most; write the content of `{names[0]}` on own lines"
            self.problems.append(Problem(tree.meta.line, message))
        span = (tree.meta.start_pos, tree.meta.end_pos)
        return Block(tree.meta.line, names[0], tuple(names[1:]), body, tree.meta.end_line, span)

    def label(self, tree: Tree) -> str:
        if tree.data != "string":
            return str(tree.children[0])
        text = self.expressions.read(tree)
        if isinstance(text, Template):
            raise HclError(tree.meta.line, "a label of a block is a plain string; nothing can be inserted into it")
        assert isinstance(text, Literal)
        return str(text.value)


def _name(item: Argument | Block) -> str:
    return item.name if isinstance(item, Argument) else item.type


def _end(item: Argument | Block, parent: Tree, before: Tree) -> int:
    """Return the line on which an item ends, or 0 if a line break stands between it and the next."""
    index = parent.children.index(before)
    previous = parent.children[index - 1]
    if isinstance(previous, Tree) and previous.data == "new_line_or_comment":
        return 0
    if isinstance(previous, Tree) and _ends_with_line_break(previous):
        return 0
    return item.end if isinstance(item, Block) else previous.meta.end_line


def _ends_with_line_break(tree: Tree) -> bool:
    """Whether an item took the line break into itself: a heredoc does, and so does an operation."""
    last = tree
    while isinstance(last, Tree) and last.children:
        last = last.children[-1]
    return isinstance(last, Token) and (str(last).endswith("\n") or last.type == "NL_OR_COMMENT")
