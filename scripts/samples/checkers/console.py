"""Sessions at a terminal: lines that begin with "$ " are typed and checked as a script, the rest is output."""

from collections.abc import Sequence

from samples.model import Problem, Sample, Verdict
from samples.shell_code.check import check_scripts

PROMPT = "$ "


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Check sessions. A typed line that ends in a backslash goes on in the next one."""
    sessions = [_typed(sample.content) for sample in samples]
    verdicts = check_scripts([script for script, _ in sessions])
    return [
        Verdict(tuple(sorted((*problems, *verdict.problems))), verdict.means)
        for (_, problems), verdict in zip(sessions, verdicts, strict=True)
    ]


def _typed(content: str) -> tuple[str, list[Problem]]:
    """Return what is typed as a script with the same line numbers, and what is wrong with the session itself."""
    script, problems = [], []
    goes_on = found = False
    for number, line in enumerate(content.splitlines(), 1):
        if goes_on:
            if line.startswith("> "):
                problems.append(Problem(number, 'a continued line stands here without the prompt "> "; remove it'))
                line = line.removeprefix("> ")
            typed = line
        elif line.startswith(PROMPT):
            typed, found = line.removeprefix(PROMPT), True
        else:
            typed = ""
        script.append(typed)
        goes_on = typed.endswith("\\")
    if goes_on:
        problems.append(Problem(len(script), "the last typed line ends in a backslash, but nothing follows"))
    if not found:
        problems.append(Problem(1, 'nothing is typed here: no line begins with "$ "; use `text` for mere output'))
    return "\n".join(script) + "\n", problems
