"""The style of `terraform fmt`."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from samples.model import Problem
from samples.terraform_code.terraform import Terraform


def check_format(terraform: Terraform, contents: Sequence[str]) -> list[list[Problem]]:
    """Return for each file the first line that `terraform fmt` would write otherwise, if there is one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "files")
        folder.mkdir()
        files = [folder / f"{number}.tf" for number in range(len(contents))]
        for file, content in zip(files, contents, strict=True):
            file.write_text(_ended(content), "utf-8", newline="\n")
        terraform.run("fmt", "-no-color", "-list=false", str(folder), folder=Path(name))
        return [_first_difference(content, file) for content, file in zip(contents, files, strict=True)]


def _first_difference(content: str, file: Path) -> list[Problem]:
    before, after = _ended(content).split("\n"), file.read_text("utf-8").split("\n")
    for line, (old, new) in enumerate(zip(before, after, strict=False), start=1):
        if old != new:
            return [Problem(line, f"not in the style of `terraform fmt`, which writes `{new}`")]
    if len(before) != len(after):
        return [Problem(len(after), "not in the style of `terraform fmt`; are there empty lines at the end?")]
    return []


def _ended(content: str) -> str:
    return content if content.endswith("\n") else f"{content}\n"
