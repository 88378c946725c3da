"""Checks one command after the other in the parser's process."""

import json

from samples.aws_cli import version2
from samples.aws_cli.driver import Driver
from samples.aws_cli.model import Finding
from samples.aws_cli.parameters import parameter_findings
from samples.aws_cli.query import query_findings
from samples.aws_cli.reading import Reading, Rejected
from samples.aws_cli.s3_paths import path_findings
from samples.aws_cli.stand_ins import STAND_IN, UNKNOWN, is_stand_in, is_unknown, shown
from samples.nearest import did_you_mean

# Options of an operation that take the place of all others, with whether a value must follow.
_INSTEAD = {"--cli-input-json": True, "--cli-input-yaml": True, "--generate-cli-skeleton": False}
# Commands that do something of their own where a subcommand may follow.
_COMPLETE_ALONE = {"configure"}


class Checker:
    """Checks commands; keeps the command tables and models that it has loaded."""

    def __init__(self):
        self._driver = Driver()

    def check(self, words: list[str], open_ended: bool = False) -> dict:
        """Return the fields of a `Report` on a command, ready for JSON. Never raises for what is in the command."""
        reading = Reading(open_ended=open_ended)
        try:
            self._check(list(words[1:]), reading)
        except Exception as error:  # a mistake of ours, or of a model; the sample must not pass for it
            reading.find(None, f"this cannot be checked ({type(error).__name__}: {error}); write it simpler")
        findings = dict.fromkeys((f.option, shown(f.message)) for f in reading.findings)
        return {"findings": list(findings), "list_options": sorted(reading.list_options)}

    def _check(self, arguments: list[str], reading: Reading) -> None:
        if "--version" in arguments:
            return
        arguments, complete = self._without_inputs(arguments, reading)
        helping = arguments[-1:] == ["help"]
        try:
            options = self._driver.read(arguments, reading)
        except Rejected as error:
            reading.findings += error.findings
            return
        except Exception as error:  # whatever the AWS CLI raises says that it does not accept the command
            # An argument of its own kind that looks into the value of a file cannot be checked, and is no problem.
            if not helping and type(UNKNOWN).__name__ not in str(error):
                reading.findings.append(_from_error(error))
            return
        self._after(options, arguments, reading, complete)

    def _without_inputs(self, arguments: list[str], reading: Reading) -> tuple[list[str], bool]:
        """Take away the options that replace all others, unless they say something that can be checked."""
        kept: list[str] = []
        complete = not reading.open_ended
        skip = False
        for index, word in enumerate(arguments):
            if skip:
                skip = False
                continue
            name, _, value = word.partition("=")
            if name not in _INSTEAD:
                kept.append(word)
                continue
            following = arguments[index + 1] if index + 1 < len(arguments) else "--"
            takes = not value and (_INSTEAD[name] or not following.startswith("-"))
            value = value or (following if takes else "")
            reading.open_ended = True
            skip = takes
            if name == "--cli-input-json" and value.lstrip().startswith("{"):
                kept += [name, value]
            else:
                complete = False
        return kept, complete

    def _after(self, options, arguments: list[str], reading: Reading, complete: bool) -> None:
        if options.region and not is_unknown(options.region) and options.region not in self._driver.regions:
            message = f"unknown Region `{options.region}`{did_you_mean(options.region, self._driver.regions)}"
            reading.findings.append(Finding("--region", message))
        shape = None
        if reading.operation is not None:
            members = _members(reading.operation)
            model = reading.operation._operation_model
            reading.parameters.pop("PaginationConfig", None)
            if not options.paginate:
                reading.operation._arg_table = None  # the AWS CLI has put options of the operation's own into it
            reading.findings += _removed_aliases(reading.path, arguments)
            reading.findings += parameter_findings(
                self._with_defaults(reading, model),
                model.input_shape,
                members,
                complete=complete,
                raw=reading.raw,
                free=version2.free_members(model),
            )
            shape = None if model.has_event_stream_output else model.output_shape
        elif reading.command is not None:
            self._command(reading)
        reading.findings += _query(_value(arguments, "--query"), shape)

    def _with_defaults(self, reading: Reading, model) -> dict:
        """Return the parameters with what the AWS CLI adds to those of `aws ec2`, such as the count of instances."""
        if reading.path[0] != "ec2":
            return reading.parameters
        known = {name: value for name, value in reading.parameters.items() if value is not UNKNOWN}
        self._driver.session.emit(f"before-parameter-build.ec2.{model.name}", params=known, model=model, context={})
        return {**reading.parameters, **known}

    def _command(self, reading: Reading) -> None:
        command = reading.command
        if (command.SUBCOMMANDS or command.NAME == "wait") and command.NAME not in _COMPLETE_ALONE:
            reading.findings.append(Finding(None, f"`aws {command.NAME}` needs a subcommand"))
        reading.findings += path_findings(command, reading.arguments)


def _removed_aliases(path: tuple[str, ...], arguments: list[str]) -> list[Finding]:
    """Find the options that version 1 takes under an old name, too, and version 2 does not."""
    from awscli.customizations.argrename import HIDDEN_ALIASES

    findings = []
    for key, old in HIDDEN_ALIASES.items():
        service, operation, new = key.split(".")
        if f"--{old}" in arguments and path[0] == service and operation in ("*", path[1]):
            findings.append(Finding(f"--{old}", f"--{old} is gone in version 2 of the AWS CLI; use --{new}"))
    return findings


def _members(operation) -> dict[str, str]:
    return {
        argument._serialized_name: argument.cli_name
        for argument in reversed(operation.arg_table.values())
        if getattr(argument, "_serialized_name", None)
    }


def _value(arguments: list[str], option: str) -> str | None:
    for index, word in enumerate(arguments):
        if word == option and index + 1 < len(arguments):
            return arguments[index + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return None


def _query(text: str | None, shape) -> list[Finding]:
    """Check a query. A stand-in in it may be a number or a name, so that it is tried as both."""
    from jmespath import compile
    from jmespath.exceptions import JMESPathError

    if text is None or is_stand_in(text):
        return []
    problem = None
    for version in dict.fromkeys((text, text.replace(STAND_IN, f"v{STAND_IN}"))):
        try:
            compile(version)
        except JMESPathError as error:
            problem = problem or f"--query is no JMESPath: {str(error).partition(chr(10))[0]}"
        else:
            return [Finding("--query", f"--query: {message}") for message in query_findings(version, shape)]
    return [Finding("--query", problem)]


def _from_error(error: Exception) -> Finding:
    option = getattr(error, "cli_name", None)
    if option and not option.startswith("--"):
        option = f"--{option}"
    text = str(error).partition("\nJSON received")[0].partition("\nThis is often")[0]
    if option:
        text = text.partition("': ")[2]
        return Finding(option, f"{option} cannot be read: {text}")
    if isinstance(error, json.JSONDecodeError):
        return Finding(None, f"invalid JSON: {text}")
    return Finding(None, f"the AWS CLI refuses the command: {text or type(error).__name__}")
