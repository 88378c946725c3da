"""Alters classes of the AWS CLI so that reading a command touches neither files nor services."""

from samples.aws_cli.stand_ins import STAND_IN, UNKNOWN

FILE = ("file://", "fileb://")


def alter_classes() -> None:
    """Do all alterations that do not depend on the command that is read. To be called once in a process."""
    from awscli import argparser, shorthand
    from awscli.customizations import cliinputjson
    from awscli.customizations.arguments import OverrideRequiredArgsArgument, QueryOutFileArgument
    from awscli.customizations.ec2 import decryptpassword
    from awscli.customizations.iamvirtmfa import FileArgument

    shorthand.get_paramfile = lambda path, _: STAND_IN if path.startswith(FILE) else None
    cliinputjson.get_paramfile = lambda path, _: "{}" if path.startswith(FILE) else None
    for argument_class in (FileArgument, QueryOutFileArgument, decryptpassword.LaunchKeyArgument):
        argument_class.add_to_params = lambda *_: None  # the path that it looks for is the reader's
    # It would change the arguments for good, while a later command of the same name may lack the option.
    OverrideRequiredArgsArgument.override_required_args = lambda *_, **__: None
    after(argparser.CLIArgParser, "__init__", _refuse_abbreviations)
    _keep_unknown_from_shorthand()
    _keep_groups_apart()


def after(cls: type, name: str, action) -> None:
    """Let `action` have the object after a method of a class."""
    original = getattr(cls, name)

    def method(self, *args, **kwargs):
        result = original(self, *args, **kwargs)
        action(self)
        return result

    setattr(cls, name, method)


def _refuse_abbreviations(parser) -> None:
    parser.allow_abbrev = False


def _keep_unknown_from_shorthand() -> None:
    """Keep the shorthand parser from values that have been answered for: events go to all that listen."""
    from awscli.argprocess import ParamShorthandParser

    original = ParamShorthandParser.__call__

    def parse(self, cli_argument, value, event_name, **kwargs):
        return None if value is UNKNOWN else original(self, cli_argument, value, event_name, **kwargs)

    ParamShorthandParser.__call__ = parse


def _keep_groups_apart() -> None:
    """Let a check of `aws ec2` see only its own command's options: it piles up those of all that have been read."""
    from awscli.customizations import toplevelbool

    original = toplevelbool.validate_boolean_mutex_groups

    def validate(boolean_pairs, parsed_args, **kwargs):
        own = [pair for pair in boolean_pairs if all(hasattr(parsed_args, one.py_name) for one in pair)]
        original(own, parsed_args, **kwargs)

    toplevelbool.validate_boolean_mutex_groups = validate
