"""Checks shell scripts; the checkers for scripts and for sessions share this."""

from collections.abc import Iterator, Sequence

from samples.aws_cli import Command, Report, check_aws_commands
from samples.model import Problem, Verdict
from samples.shell_code.shellcheck import Comment, excused_as_list, run_shellcheck
from samples.shell_code.syntax import AwsCommand, Script, read_script, traps

_UNREADABLE = 'the commands from here on cannot be read; write them simpler, and values of the reader\'s as "$NAME"'


def check_scripts(scripts: Sequence[str]) -> list[Verdict]:
    """Check Bash scripts; return a verdict for each, in order. Raises ToolMissing if a tool is not installed."""
    read = [read_script(script) for script in scripts]
    commands = [command for script in read for command in script.commands]
    words = [Command(tuple(w.text for w in c.words), c.open_ended) for c in commands]
    reports = iter(check_aws_commands(words))
    verdicts = []
    for script, comments in zip(read, run_shellcheck(scripts), strict=True):
        checked = [(command, next(reports)) for command in script.commands]
        problems = sorted(set(_problems(script, comments, checked)))
        verdicts.append(Verdict(tuple(problems), "shellcheck, AWS CLI parser" if checked else "shellcheck"))
    return verdicts


def _problems(script: Script, comments: list[Comment], checked: list[tuple[AwsCommand, Report]]) -> Iterator[Problem]:
    split_lists = {place for command, report in checked for place in _list_values(command, report)}
    for comment in comments:
        if not (excused_as_list(comment.code) and (comment.line, comment.column) in split_lists):
            yield Problem(comment.line, f"{comment.message} ({comment.code})")
    if any(comment.is_syntax_error for comment in comments):
        return  # what a parser makes of the rest is guesswork
    if script.error_line is not None:
        yield Problem(script.error_line, _UNREADABLE)
    for command, report in checked:
        trapped = list(traps(command))
        yield from (Problem(line, message) for line, message in trapped)
        if not trapped:
            yield from (Problem(command.word(f.option).line, f.message) for f in report.findings)


def _list_values(command: AwsCommand, report: Report) -> Iterator[tuple[int, int]]:
    """Yield the places of the unquoted expansions that are values of options that take a list."""
    in_list = False
    for word in command.words:
        if word.text.startswith("--"):
            in_list = word.text in report.list_options
        elif in_list and word.is_expansion:
            yield word.line, word.column
