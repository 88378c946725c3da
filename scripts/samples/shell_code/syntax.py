"""Finds the `aws` commands of a shell script, with their words as the shell would pass them.

The parser is tree-sitter's grammar of Bash. Names of node types are those of the grammar:
https://github.com/tree-sitter/tree-sitter-bash
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from samples.aws_cli.stand_ins import STAND_IN
from samples.model import ToolMissing
from samples.shell_code.words import Word, Words, has_braces, has_pattern, plain

# Commands that run the command in their arguments. What stands before the word "aws" is theirs.
WRAPPERS = frozenset(
    {"aws-vault", "command", "env", "exec", "nice", "nohup", "sudo", "time", "timeout", "watch", "xargs"}
)
# `command -v aws` only looks whether there is such a command.
_LOOKING = {"-v", "-V"}


@dataclass(frozen=True, slots=True)
class AwsCommand:
    """A command of the AWS CLI. `open_ended` says that it gets further words that are not known."""

    words: tuple[Word, ...]
    open_ended: bool

    @property
    def line(self) -> int:
        return self.words[0].line

    def word(self, option: str | None) -> Word:
        """Return the word that is an option, or the first word if there is none such."""
        return next((w for w in self.words if option and w.text.partition("=")[0] == option), self.words[0])


@dataclass(slots=True)
class Script:
    """A shell script. `error_line` is the line from which on the parser does not understand it, if it does not."""

    commands: list[AwsCommand] = field(default_factory=list)
    error_line: int | None = None


@cache
def _parser():
    try:
        import tree_sitter_bash
        from tree_sitter import Language, Parser
    except ImportError as error:
        raise ToolMissing(f"{error}; run `make check`, which installs it") from error
    return Parser(Language(tree_sitter_bash.language()))


def read_script(text: str) -> Script:
    """Parse a Bash script; what cannot be parsed has an `error_line`. Raises ToolMissing without tree-sitter."""
    root = _parser().parse(text.encode()).root_node
    script = Script(error_line=_error_line(root))
    words = Words(root)
    for node in _walk(root):
        if node.type == "command" and (command := _aws_command(node, words)):
            script.commands.append(command)
    return script


def _walk(node) -> Iterator:
    yield node
    for child in node.children:
        yield from _walk(child)


def _error_line(root) -> int | None:
    if not root.has_error:
        return None
    return next((n.start_point.row + 1 for n in _walk(root) if n.is_error or n.is_missing), 1)


def _aws_command(node, words: Words) -> AwsCommand | None:
    name = node.child_by_field_name("name")
    if name is None:
        return None
    command = plain(name).rpartition("/")[2]
    nodes = node.children_by_field_name("argument")
    known = [words.read(one) for one in nodes]
    read = [word for group in known for word in group]
    piped = False
    if command in WRAPPERS:
        at = next((i for i, word in enumerate(read) if word.text == "aws"), None)
        if at is None or (command == "command" and any(w.text in _LOOKING for w in read[:at])):
            return None
        # Where xargs has a mark for its value, the value stands there; else it comes at the end.
        piped = command == "xargs"
        read = [_without_mark(word, read[:at]) for word in read[at:]] if piped else read[at:]
    elif command == "aws":
        read = [Word("aws", name.start_point.row + 1, name.start_point.column + 1), *read]
    else:
        return None
    if not read:
        return None
    if piped and not any(word.text == STAND_IN for word in read):
        read.append(Word(STAND_IN, read[-1].line, 0, is_expansion=True))
    return AwsCommand(tuple(w for w in read if not w.is_many), any(w.is_many for w in read))


def _without_mark(word: Word, options: list[Word]) -> Word:
    for option, following in zip(options, [*options[1:], None], strict=True):
        mark = option.text[2:] if option.text.startswith("-I") else ""
        mark = mark or (following.text if option.text == "-I" and following else "")
        if mark and mark in word.text:
            return Word(word.text.replace(mark, STAND_IN), word.line, word.column)
    return word


def traps(command: AwsCommand) -> Iterator[tuple[int, str]]:
    """Yield the line of each word that the shell would change before the AWS CLI sees it, and what to do."""
    for word in command.words:
        if has_braces(word.unquoted):
            yield word.line, f"the shell makes several words of the braces in `{word.unquoted}`; quote the value"
        elif has_pattern(word.unquoted):
            yield word.line, f"the shell takes `{word.unquoted}` as a pattern for file names; quote the value"
