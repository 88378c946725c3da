"""TOML: it parses, and a samconfig.toml has the tables that the AWS SAM CLI reads."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean

# "AWS SAM CLI configuration file": <environment>.<command>.parameters, with - and spaces of the command as _.
_SAM_GROUPS = {
    "list": ("endpoints", "resources", "stack_outputs"),
    "local": ("generate_event", "invoke", "start_api", "start_lambda"),
    "pipeline": ("bootstrap", "init"),
    "remote": ("invoke", "test_event"),
}
_SAM_COMMANDS = frozenset(
    {"build", "delete", "deploy", "global", "init", "logs", "package", "publish", "sync", "traces", "validate"}
    | {f"{group}_{command}" for group, commands in _SAM_GROUPS.items() for command in commands}
)
# Python 3.11 says the line in the message only.
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Return a verdict for each sample."""
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    try:
        data = tomllib.loads(sample.content)
    except tomllib.TOMLDecodeError as error:
        where = _WHERE.search(str(error))
        last = sample.content.rstrip("\n").count("\n") + 1
        line = int(where[1]) if where and where[1] else last
        return Verdict((Problem(line, f"is no valid TOML: {_WHERE.sub('', str(error))}"),), "tomllib")
    if PurePosixPath(sample.title).name == "samconfig.toml":
        return Verdict(tuple(sorted(_sam_problems(data, sample.content))), "tomllib, keys of samconfig.toml")
    return Verdict((), "tomllib")


def _sam_problems(data: dict, content: str) -> Iterator[Problem]:
    if not isinstance(data.get("version"), int | float):
        yield Problem(1, "samconfig.toml lacks `version = 0.1`")
    for environment, commands in data.items():
        if environment == "version":
            continue
        if not isinstance(commands, dict):
            yield Problem(_line(content, environment), f"`{environment}` belongs into a table [env.command.parameters]")
            continue
        for command, table in commands.items():
            line = _line(content, f"{environment}.{command}")
            if command not in _SAM_COMMANDS:
                hint = did_you_mean(command, _SAM_COMMANDS)
                yield Problem(line, f"the AWS SAM CLI has no command `{command}`{hint}")
            elif not isinstance(table, dict) or set(table) != {"parameters"}:
                yield Problem(line, f"settings belong into [{environment}.{command}.parameters]")


def _line(content: str, start: str) -> int:
    """Return the line of the first table or key that begins with a name; the parser does not keep it."""
    for number, text in enumerate(content.splitlines(), start=1):
        if text.strip().lstrip("[").replace('"', "").startswith(start):
            return number
    return 1
