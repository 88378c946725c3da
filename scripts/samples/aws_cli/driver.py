"""The AWS CLI's driver, altered so that it reads a command as ever and then records it instead of running it."""

import argparse
from functools import cached_property

from samples.aws_cli import version2
from samples.aws_cli.alterations import after, alter_classes
from samples.aws_cli.model import Finding
from samples.aws_cli.parameters import schema_findings
from samples.aws_cli.reading import Reading, Rejected
from samples.aws_cli.stand_ins import is_unknown, shown
from samples.aws_cli.values import loaded, unpacked
from samples.nearest import did_you_mean

# Actions of options that may stand several times: `--exclude` and `--include` of `aws s3`, `--tags` of `aws s3 mb`.
_ADDING = ("AppendFilter", "_AppendAction")
_COMMAND_ARGUMENTS = ("command", "operation", "subcommand")


class Driver:
    """Reads commands. There is one in a process, because it alters the classes of the AWS CLI."""

    def __init__(self):
        from awscli.clidriver import create_clidriver

        self.reading = Reading()
        self._schema_options: dict[int, str] = {}
        alter_classes()
        self._listen_to_parsers()
        self._driver = create_clidriver()
        self.session.create_client = self._no_client
        version2.extend(self._driver)
        self._table = self._driver._get_command_table()
        self._parser = self._driver._create_parser(self._table)
        events = self.session.get_component("event_emitter")
        events.register_first("load-cli-arg", self._load)
        events.register_first("process-cli-arg", self._process)

    @property
    def session(self):
        """The botocore session behind the driver, with the API models."""
        return self._driver.session

    @cached_property
    def regions(self) -> frozenset[str]:
        """The names of all Regions of all partitions."""
        partitions = self.session.get_component("data_loader").load_data("partitions")["partitions"]
        return frozenset(region for partition in partitions for region in partition["regions"])

    def read(self, arguments: list[str], reading: Reading) -> argparse.Namespace:
        """Read a command without its "aws" into `reading`; return the global options.

        Raises Rejected, and whatever the AWS CLI raises for a command that it does not understand.
        """
        from awscli.utils import emit_top_level_args_parsed_event

        self.reading = reading
        options, rest = self._parser.parse_known_args(arguments)
        options.query = None  # compiled elsewhere, where a stand-in in it is understood
        reading.raw = options.cli_binary_format == "raw-in-base64-out"
        emit_top_level_args_parsed_event(self.session, options, rest)
        self._table[options.command](rest, options)
        return options

    def _listen_to_parsers(self) -> None:
        from awscli import argparser
        from awscli.clidriver import ServiceOperation
        from awscli.customizations.commands import BasicCommand

        argparser.CLIArgParser.error = lambda parser, message: self._error(message)
        argparser.CLIArgParser._check_value = lambda parser, action, value: self._check_choice(action, value)
        BasicCommand._validate_value_against_schema = lambda command, model, value: self._check_schema(model, value)
        after(ServiceOperation, "__init__", self._record_calls_of)
        after(BasicCommand, "__init__", self._record_runs_of)
        self._wrap_table_parser(argparser.ArgTableArgParser)

    def _no_client(self, *_, **__):
        raise Rejected()  # a command that asks a service before its own call can be checked up to here

    def _record_calls_of(self, operation) -> None:
        operation._operation_caller = _Caller(self, operation)

    def _record_runs_of(self, command) -> None:
        def record(arguments, _):
            self.reading.command, self.reading.arguments = command, arguments
            return 0

        command._run_main = record

    def _wrap_table_parser(self, parser_class) -> None:
        original = parser_class.parse_known_args

        def parse_known_args(parser, arguments, namespace=None):
            required = []
            for action in parser._actions:
                if action.nargs in ("*", "+"):
                    self.reading.list_options.update(action.option_strings)
                # The parser would stop at the first that is missing and say nothing of unknown ones.
                if action.required and action.option_strings:
                    required.append(action.option_strings[0])
                if action.option_strings or self.reading.open_ended:
                    action.required = False
            parsed, rest = original(parser, arguments, namespace)
            if getattr(parsed, "help", None) == "help" or getattr(parsed, "subcommand", None):
                return parsed, rest
            # An operation's parser takes the first word that belongs to nothing for the topic of a help.
            stray = [*rest, getattr(parsed, "help", None)]
            if hasattr(parsed, "help"):
                parsed.help = None
            given = {word.partition("=")[0] for word in arguments}
            missing = [] if self.reading.open_ended else [option for option in required if option not in given]
            if findings := [*self._stray([word for word in stray if word], parser), *self._missing(missing)]:
                raise Rejected(*findings)
            self._find_repeated(arguments, parser)
            return parsed, []

        parser_class.parse_known_args = parse_known_args

    def _missing(self, names: list[str]) -> list[Finding]:
        return [Finding(None, f"{_named(name)} of {self.reading.name} is missing") for name in names]

    def _stray(self, words: list[str], parser) -> list[Finding]:
        known = [option for option in parser._option_string_actions if option.startswith("--")]
        findings = []
        for word in words:
            if is_unknown(word):
                continue  # an unquoted variable may hold anything, nothing included
            if word.startswith("-"):
                name = word.partition("=")[0]
                full = [option for option in known if option.startswith(name)]
                short = f"{name} is short for {full[0]}; write the option in full" if len(full) == 1 else None
                unknown = f"unknown option {name} of {self.reading.name}{did_you_mean(name, known)}"
                findings.append(Finding(name, short or unknown))
            elif not findings:
                message = f"`{shown(word)}` belongs to no option of {self.reading.name}; quote the value it is of"
                findings.append(Finding(None, message))
        return findings

    def _find_repeated(self, arguments: list[str], parser) -> None:
        seen = set()
        for word in arguments:
            action = parser._option_string_actions.get(word)
            if action is None or type(action).__name__ in _ADDING:
                continue
            if word in seen:
                how = "and only the last counts; give all values to one"
                self.reading.find(word, f"{word} stands twice in {self.reading.name}, {how}")
            seen.add(word)

    def _error(self, message: str) -> None:
        required = "the following arguments are required: "
        if message.startswith(required):
            names = message.removeprefix(required).split(", ")
            if names[0] in _COMMAND_ARGUMENTS:
                raise Rejected(Finding(None, f"{self.reading.name} needs a subcommand"))
            raise Rejected(*self._missing(names))
        option, _, rest = message.removeprefix("argument ").partition(": ")
        own = option if option.startswith("--") else None
        raise Rejected(Finding(own, f"{option} of {self.reading.name}: {shown(rest)}"))

    def _check_choice(self, action, value: str) -> None:
        is_command = action.dest in _COMMAND_ARGUMENTS and not action.option_strings
        if action.choices is None or value in action.choices or (is_unknown(value) and not is_command):
            if is_command:
                self._enter(value)
            return
        if is_unknown(value):
            raise Rejected()  # a command in a variable cannot be checked
        if is_command:
            words = " ".join(("aws", *self.reading.path, value))
            raise Rejected(Finding(None, f"unknown command `{words}`{did_you_mean(value, action.choices)}"))
        option = action.option_strings[0] if action.option_strings else None
        choices = ", ".join(map(str, action.choices))
        raise Rejected(Finding(option, f"{option or action.dest} must be one of {choices}, not `{value}`"))

    def _enter(self, word: str) -> None:
        self.reading.path += (word,)
        if instead := version2.removed(self.reading.path):
            raise Rejected(Finding(None, f"{self.reading.name} is gone in version 2 of the AWS CLI; use {instead}"))

    def _check_schema(self, model, value) -> None:
        if not version2.has_free_schemas(self.reading.path):
            option = self._schema_options.get(id(model), "an option")
            self.reading.findings += schema_findings(value, model, option)

    def _load(self, param=None, value=None, **_):
        if param is None:
            return None
        if (model := getattr(param, "argument_model", None)) is not None:
            self._schema_options[id(model)] = param.cli_name
        return loaded(param, value, self.reading)

    def _process(self, cli_argument=None, value=None, **_):
        return unpacked(cli_argument, value, self.reading)


class _Caller:
    """Takes the place of what calls the operation."""

    def __init__(self, driver: Driver, operation):
        self._driver, self._operation = driver, operation

    def invoke(self, service_name, operation_name, parameters, parsed_globals):
        self._driver.reading.operation = self._operation
        self._driver.reading.parameters = parameters
        return 0


def _named(name: str) -> str:
    return f"the required option {name}" if name.startswith("-") else f"the required argument <{name}>"
