"""Makes the command tables of version 1 of the AWS CLI into those of version 2."""

from functools import cache
from pathlib import Path

from botocore import xform_name

from data_files import load_data

_DATA = Path(__file__).resolve().parent.parent / "data" / "aws_cli_v2.yaml"


@cache
def differences() -> dict:
    """Return what `data/aws_cli_v2.yaml` says."""
    return load_data(_DATA)


def removed(path: tuple[str, ...]) -> str | None:
    """Return what to use instead of a command that version 2 does not have, or None."""
    for entry in differences()["removed"]:
        if path == tuple(entry["command"].split()):
            return entry["instead"]
    return None


def free_members(operation) -> frozenset[str]:
    """Return the members of an operation's input (botocore's model) that take more than their model says."""
    name = f"{operation.service_model.service_name} {xform_name(operation.name, '-')}"
    return frozenset(entry["member"] for entry in differences()["wrong_models"] if entry["operation"] == name)


def has_free_schemas(path: tuple[str, ...]) -> bool:
    """Return whether the options of a service's own commands take more than their schemas say."""
    return any(entry["operation"] == f"{path[0]} *" for entry in differences()["wrong_models"])


def extend(driver) -> None:
    """Add what version 2 has to the tables of a driver of version 1, through the driver's own events."""
    events = driver.session.get_component("event_emitter")
    _global_options(driver)
    for path, children in _tree().items():
        # A name that is there already ("ecs") gets commands added; another ("ddb") is made of them.
        known = path in driver._get_command_table()
        event, commands = (f"building-command-table.{path}", children) if known else (None, {path: children})
        if event:
            events.register(event, _adder(commands))
        else:
            driver._get_command_table().update(_made(commands, driver.session))
    for entry in differences()["options"]:
        _command_options(events, entry["command"].split(), entry["options"])


def _global_options(driver) -> None:
    from awscli.arguments import CustomArgument

    table = driver._get_argument_table()
    for entry in differences()["removed_global_options"]:
        table.pop(entry["option"].removeprefix("--"), None)
    for entry in differences()["global_options"]:
        table[entry["name"]] = CustomArgument(**{k: v for k, v in entry.items() if k != "source"})
    table["output"].choices.extend(differences()["output_formats"])


def _tree() -> dict[str, dict]:
    """Return the commands as nested tables; the key None holds the entry of a command."""
    tree: dict = {}
    for entry in differences()["commands"]:
        node = tree
        for word in entry["command"].split():
            node = node.setdefault(word, {})
        node[None] = entry
    return tree


def _made(commands: dict, session) -> dict:
    return {name: _command_class(name, node)(session) for name, node in commands.items() if name is not None}


def _command_class(name: str, node: dict) -> type:
    from awscli.customizations.commands import BasicCommand

    options = node.get(None, {}).get("options", [])
    below = [{"name": n, "command_class": _command_class(n, c)} for n, c in node.items() if n is not None]
    return type("Version2Command", (BasicCommand,), {"NAME": name, "ARG_TABLE": options, "SUBCOMMANDS": below})


def _adder(commands: dict):
    def add(command_table, session, **_):
        command_table.update(_made(commands, session))

    return add


def _command_options(events, path: list[str], options: list[dict]) -> None:
    from awscli.arguments import CustomArgument

    def add_to_operation(argument_table, **_):
        argument_table.update({option["name"]: CustomArgument(**option) for option in options})

    def add_to_command(arg_table, **_):
        # The list belongs to the class and is passed here each time that a table is built.
        there = {option["name"] for option in arg_table}
        arg_table.extend(option for option in options if option["name"] not in there)

    events.register(f"building-argument-table.{'.'.join(path)}", add_to_operation)
    events.register(f"building-arg-table.{path[-1]}", add_to_command)
