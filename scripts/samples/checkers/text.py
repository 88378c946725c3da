"""Plain text: only for output, trees and logs. What is a command or code belongs in a sample of its own language.

This must let pass whatever a tool prints, so that each test asks for more than a resemblance.
"""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

from data_files import load_data
from samples.model import Problem, Sample, Verdict
from samples.sdk.models import services

DATA = Path(__file__).resolve().parent.parent / "data" / "text_commands.yaml"
_COMMAND = re.compile(r"(?P<prompt>[$#%>] )?(?P<tool>[a-z][a-z0-9-]*)(?: +(?P<rest>\S.*))?$")
_AWS_VERB = re.compile(
    r"[a-z0-9]+(?:-[a-z0-9]+)+|cp|configure|deploy|ls|login|mb|mv|package|presign|publish|rb|rm|sync|tail|wait"
)
_HCL = re.compile(
    r'(?:(?:resource|data) "\w+" "[\w-]+"|(?:module|output|provider|variable) "[\w-]+"|locals|terraform) \{$'
)
# Top-level keys that only a document of this kind has together.
_DOCUMENTS = (
    ({"apiVersion", "kind"}, "a Kubernetes manifest"),
    ({"AWSTemplateFormatVersion"}, "a CloudFormation template"),
    ({"version", "phases"}, "a build specification"),
    ({"on", "jobs"}, "a workflow"),
)
_STATEMENTS = (
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.FunctionDef,
    ast.Import,
    ast.ImportFrom,
    ast.Try,
    ast.While,
    ast.With,
)


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Check that texts are neither commands nor code."""
    return [Verdict(tuple(sorted(_problems(sample.content))), "parsers for other languages") for sample in samples]


def _problems(text: str) -> Iterator[Problem]:
    lines = text.splitlines()
    if not text.strip():
        yield Problem(1, "the sample is empty")
    for number, line in enumerate(lines, 1):
        # A line that goes on in the next one, or follows such a line, is part of the command above it.
        if not (number > 1 and lines[number - 2].endswith("\\")) and (tool := _command(line)):
            yield Problem(number, f"`{tool}` begins a command; use `bash` to paste it, or `console` with its output")
        if _HCL.fullmatch(line) and _is_hcl(text):
            yield Problem(number, "this is Terraform; use `hcl`")
    if _is_json(text):
        yield Problem(1, "this is JSON; use `json`")
    elif line := _python_line(text):
        yield Problem(line, "this is Python; use `python`")
    for keys in _yaml_keys(text):
        for needed, name in _DOCUMENTS:
            if needed <= keys.keys():
                yield Problem(min(keys[key] for key in needed), f"this is {name}; use `yaml`")


@cache
def _tools() -> dict[str, dict]:
    return load_data(DATA)


def _command(line: str) -> str | None:
    """Return the tool if the line is a command: the tool's name with a subcommand or an option of it."""
    match = _COMMAND.match(line)
    tool = _tools().get(match["tool"]) if match else None
    if tool is None:
        return None
    words = (match["rest"] or "").split()
    first = words[0] if words else ""
    if match["tool"] == "aws":
        known = first in _aws_services() and len(words) > 1 and _AWS_VERB.fullmatch(words[1])
        known = known or (first == "configure" and len(words) == 1)
    elif tool.get("assignment"):
        known = re.match(r"[A-Za-z_]\w*=", first)
    else:
        known = first in tool["subcommands"] or (not words and tool.get("alone"))
    option = tool.get("options") and (re.match(r"--?[A-Za-z]", first) or first.startswith(("http://", "https://")))
    return match["tool"] if known or option or (match["prompt"] == "$ " and words) else None


@cache
def _aws_services() -> frozenset[str]:
    """Return the names of the AWS CLI's services, or nearly so: those of botocore's models and of its own commands."""
    return services() | {"configservice", "configure", "deploy", "logs", "s3", "s3api", "sso"}


def _is_json(text: str) -> bool:
    """Return whether the text is one JSON document of several lines; one in a line may be an entry of a log."""
    if text.strip().count("\n") == 0:
        return False
    try:
        return isinstance(json.loads(text), (dict, list))
    except ValueError:
        return False


@cache
def _is_hcl(text: str) -> bool:
    import hcl2

    try:
        hcl2.loads(text)
    except Exception:  # the parser has no common class for what it raises
        return False
    return True


def _yaml_keys(text: str) -> Iterator[dict[str, int]]:
    """Yield the top-level keys of each YAML document, with their lines; nothing if the text is not YAML."""
    try:
        for document in yaml.compose_all(text, yaml.SafeLoader):
            if isinstance(document, yaml.MappingNode):
                yield {str(key.value): key.start_mark.line + 1 for key, _ in document.value}
    except yaml.YAMLError:
        return


def _python_line(text: str) -> int | None:
    """Return the line of the first statement that makes the text Python, if all of it is."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return next((node.lineno for node in tree.body if isinstance(node, _STATEMENTS)), None)
