"""What is inserted into heredocs, which the grammar hands over as plain text."""

from lark import Tree
from lark.exceptions import LarkError

from samples.terraform_code.expressions import ExpressionReader, HclError, joined, subtrees
from samples.terraform_code.tree import Literal, Template


def read_heredoc(reader: ExpressionReader, token: str, line: int) -> Literal | Template:
    """Return a heredoc, `<<EOT` to `EOT`, that starts on this line of the file. Raises HclError."""
    _, _, rest = token.partition("\n")
    lines = rest.rstrip().split("\n")[:-1]
    if token.startswith("<<-"):
        indent = min((len(one) - len(one.lstrip(" ")) for one in lines if one.strip()), default=0)
        lines = [one[indent:] if one.strip() else one.lstrip(" ") for one in lines]
    text = "".join(f"{one}\n" for one in lines)
    return joined(line, list(_parts(reader, text, line + 1)), heredoc=True)


def _parts(reader: ExpressionReader, text: str, line: int):
    position = 0
    while position < len(text):
        start = _next_insertion(text, position)
        yield text[position:start].replace("$${", "${").replace("%%{", "%{")
        if start == len(text):
            return
        at = line + text.count("\n", 0, start)
        position, tree = _insertion(text, start, at)
        yield reader.directive(tree)


def _next_insertion(text: str, position: int) -> int:
    """Return where the next `${` or `%{` that is not doubled stands, or the end of the text."""
    while position < len(text):
        if text[position : position + 3] in ("$${", "%%{"):
            position += 3
        elif text[position : position + 2] in ("${", "%{"):
            break
        else:
            position += 1
    return position


def _insertion(text: str, start: int, line: int) -> tuple[int, Tree]:
    """Return the end of an insertion and its tree: the first closing brace with which it can be parsed ends it."""
    import hcl2

    end = text.find("}", start)
    while end >= 0:
        # As many lines as stand before it in the file, so that the tree's lines are those of the file.
        source = "\n" * (line - 1) + f'x = "{text[start : end + 1]}"'
        try:
            tree = hcl2.parses_to_tree(source)
        except LarkError:
            end = text.find("}", end + 1)
            continue
        attribute = next(tree.find_data("attribute"))
        parts = subtrees(subtrees(attribute.children[2])[0])
        if len(parts) == 1 and isinstance(parts[0].children[0], Tree):
            return end + 1, parts[0].children[0]
        end = text.find("}", end + 1)
    raise HclError(
        line, f"`{text[start : start + 2]}` starts something to insert that cannot be read; is its `}}` missing?"
    )
