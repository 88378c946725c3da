"""`terraform validate` over many samples at once."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from samples.model import Problem
from samples.terraform_code.differences import Diagnostic, Difference, differences, explanation
from samples.terraform_code.modules import MAIN, SampleModule
from samples.terraform_code.schema import provider
from samples.terraform_code.terraform import Terraform


@dataclass
class Outcome:
    """What was said of a sample; `ran` is false if Terraform could not look at it."""

    problems: list[Problem] = field(default_factory=list)
    explained: set[Difference] = field(default_factory=set)
    ran: bool = False


class _CannotStart(Exception):
    """Terraform could not load the modules."""


def validate(terraform: Terraform, modules: Sequence[SampleModule]) -> list[Outcome]:
    """Validate modules. Those that need providers which are not in the mirror are left out."""
    outcomes = [Outcome() for _ in modules]
    possible = [n for n, module in enumerate(modules) if module.providers <= {"aws"}]
    alone = [number for number in possible if modules[number].must_be_root]
    groups = [[number for number in possible if number not in alone]]
    while groups:
        group = groups.pop()
        if not group:
            continue
        try:
            found = _run(terraform, {number: modules[number] for number in group})
        except _CannotStart:
            # One that cannot be loaded keeps Terraform from looking at the rest: look for it by halves.
            half = len(group) // 2
            groups += [group[:half], group[half:]] if half else []
            alone += group if not half else []
            continue
        failed = {number for number, one in found if one.error}
        if not failed <= set(group):  # something that was added is wrong; it shows to whom it belongs
            alone += group
            continue
        # An error may have kept Terraform from looking at the rest, so the rest has another turn without it.
        done = failed or set(group)
        _record(outcomes, [(number, one) for number, one in found if number in done], done, terraform)
        groups.append([number for number in group if number not in done])
    for number in alone:
        try:
            found = _run(terraform, {number: modules[number]}, alone=True)
        except _CannotStart as error:
            found = [(number, Diagnostic(MAIN, 1, True, "Terraform does not start", str(error)))]
        _record(outcomes, found, {number}, terraform)
    return outcomes


def _record(outcomes: list[Outcome], found: list[tuple[int, Diagnostic]], done: set[int], terraform: Terraform) -> None:
    for number in done:
        outcomes[number].ran = True
    current = provider("aws").version.split(".")[0]
    known = differences() if terraform.version.split(".")[0] != current else ()
    for number, diagnostic in found:
        difference = explanation(diagnostic, known)
        if difference is not None:
            outcomes[number].explained.add(difference)
        else:
            outcomes[number].problems.append(Problem(diagnostic.line, str(diagnostic)))


def _run(terraform: Terraform, modules: dict[int, SampleModule], alone: bool = False) -> list[tuple[int, Diagnostic]]:
    """Return what Terraform says, with the number of the sample (-1: of none). Raises _CannotStart."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if alone:
            [(number, module)] = modules.items()
            module.write(folder)
        else:
            _write_root(folder, modules)
        started = terraform.prepare(folder)
        if started.returncode and not alone:
            raise _CannotStart(started.stderr or started.stdout)
        finished = terraform.run("validate", "-json", folder=folder)
        try:
            diagnostics = [_diagnostic(one) for one in json.loads(finished.stdout)["diagnostics"]]
        except ValueError:
            raise _CannotStart(finished.stderr) from None
        if alone:
            # A warning without a place is about how Terraform was started.
            return [(number, _in_sample(one, one.file == MAIN)) for one in diagnostics if one.error or one.file]
        return [_attributed(one, modules) for one in diagnostics]


def _write_root(folder: Path, modules: dict[int, SampleModule]) -> None:
    """Write a root module that calls each sample, so that one run is enough for all."""
    text = 'variable "unknown" {}\n'
    for number, module in modules.items():
        module.write(folder / f"sample{number}")
        module.write_files(folder)
        arguments = "".join(f"  {name} = var.unknown\n" for name in module.required())
        text += f'module "sample{number}" {{\n  source = "./sample{number}"\n{arguments}}}\n'
    (folder / MAIN).write_text(text, "utf-8")


def _diagnostic(data: dict) -> Diagnostic:
    place, snippet = data.get("range") or {}, data.get("snippet") or {}
    line = place.get("start", {}).get("line", 1)
    error = data["severity"] == "error"
    context = snippet.get("context") or ""
    return Diagnostic(place.get("filename", ""), line, error, data["summary"], data.get("detail", ""), context)


def _attributed(diagnostic: Diagnostic, modules: dict[int, SampleModule]) -> tuple[int, Diagnostic]:
    """Return to which sample a diagnostic belongs, and the diagnostic with the line in the sample."""
    for number in modules:
        if diagnostic.file.startswith(f"sample{number}/"):
            return number, _in_sample(diagnostic, diagnostic.file == f"sample{number}/{MAIN}")
    return -1, diagnostic


def _in_sample(diagnostic: Diagnostic, is_in_sample: bool) -> Diagnostic:
    return diagnostic if is_in_sample else replace(diagnostic, line=1)
