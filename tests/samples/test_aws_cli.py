"""The parser of the AWS CLI, where its checkers do not show what it does."""

import os

import pytest

from samples.aws_cli import STAND_IN, Command, check_aws_commands, serve
from samples.aws_cli.version2 import differences


def messages(*words: str, open_ended: bool = False) -> list[str]:
    [report] = check_aws_commands([Command(("aws", *words), open_ended)])
    return [finding.message for finding in report.findings]


def test_one_command():
    assert messages("ecs", "list-tasks", "--cluster", STAND_IN) == []
    assert messages("ecs", "list-task") == ["unknown command `aws ecs list-task`; did you mean `list-tasks`?"]


def test_no_commands():
    assert check_aws_commands([]) == []


def test_reports_are_in_order_and_independent():
    commands = [
        Command(("aws", "ecs", "run-task", "--cli-input-json", "file://run.json")),
        Command(("aws", "ecs", "run-task")),
        Command(("aws", "ec2", "modify-instance-attribute", "--instance-id", "i-1", "--no-source-dest-check")),
        Command(("aws", "ec2", "describe-vpcs", "--no-paginate")),
        Command(("aws", "ec2", "describe-vpcs", "--max-items", "5")),
    ]
    first = check_aws_commands(commands)
    assert [len(report.findings) for report in first] == [0, 1, 0, 0, 0]
    assert check_aws_commands(commands[::-1]) == first[::-1]


def test_further_words_may_hold_what_is_required():
    assert messages("ecs", "run-task") != []
    assert messages("ecs", "run-task", open_ended=True) == []
    assert messages("ecs", "run-task", "--launch-type", "FARGAT", open_ended=True) != []
    assert messages("s3", "cp", open_ended=True) == []
    assert messages("s3", "mb", open_ended=True) == []


def test_options_that_take_a_list():
    [report] = check_aws_commands([Command(("aws", "ecs", "describe-tasks", "--tasks", "a"))])
    assert "--tasks" in report.list_options
    assert "--cluster" not in report.list_options


@pytest.mark.parametrize("words", [["configure", "set", "region", "x"], ["s3", "mb", "s3://b"], ["configure"]])
def test_nothing_is_run(words, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert messages(*words) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("192.0.2.1", 443))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("open", ("x", "w", os.O_WRONLY | os.O_CREAT)),
    ],
)
def test_the_parser_may_not_reach_out(event, arguments):
    with pytest.raises(PermissionError, match=event):
        serve._guard(event, arguments)


def test_the_parser_may_read():
    serve._guard("open", ("x", "r", os.O_RDONLY))


@pytest.mark.parametrize("key", ["commands", "options", "removed"])
def test_differences_are_sorted(key):
    names = [entry["command"] for entry in differences()[key]]
    assert names == sorted(names)


def test_options_of_version_2_are_sorted():
    for entry in differences()["commands"] + differences()["options"]:
        names = [o["name"] for o in entry.get("options", []) if not o.get("positional_arg")]
        assert names == sorted(names), entry["command"]


@pytest.mark.parametrize("entry", differences()["commands"], ids=lambda entry: entry["command"])
def test_commands_of_version_2_are_known(entry):
    words = entry["command"].split()
    for option in entry.get("options", []):
        if option.get("positional_arg"):
            words.append(STAND_IN)
        elif option.get("required"):
            words += [f"--{option['name']}", STAND_IN]
    assert messages(*words) == []
    assert messages(*words, "--frobnicate") != []
