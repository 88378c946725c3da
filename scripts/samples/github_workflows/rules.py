"""What makes a GitHub workflow fail or unsafe although it fits its schema.

Sources: https://docs.github.com/en/actions/reference/security/secure-use,
https://docs.github.com/en/actions/reference/security/oidc and
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path as File

from data_files import load_data
from samples.github_workflows.expressions import contexts, expressions
from samples.images import image_problem
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import mapping, mappings, sequence, text
from samples.yaml_nodes import Document, Path

_UNTRUSTED = File(__file__).parents[1] / "data" / "github_untrusted.yaml"
_COMMIT = re.compile(r"[0-9a-f]{40}")
_OWN_OWNERS = {"actions", "github"}  # GitHub itself
_BRANCHES = {"dev", "develop", "head", "main", "master", "trunk"}
_CREDENTIALS = "aws-actions/configure-aws-credentials"
_CHECKOUT = "actions/checkout"
_SCRIPT = "actions/github-script"


def workflow_problems(document: Document) -> list[Problem]:
    """Return what is wrong with a workflow: pins of actions, permissions, injections, the order of its jobs."""
    workflow = mapping(document.value)
    jobs = mapping(workflow.get("jobs"))
    found: list[Problem] = []
    for name, job in jobs.items():
        look = _Job(document, workflow, mapping(job), ("jobs", name))
        found += [*look.needs(jobs), *look.uses(), *look.permissions(), *look.injections(), *look.step_ids()]
    return sorted(set(found))


@cache
def _untrusted() -> frozenset[str]:
    return frozenset(load_data(_UNTRUSTED))


class _Job:
    def __init__(self, document: Document, workflow: dict, job: dict, path: Path):
        self._document, self._workflow, self._job, self._path = document, workflow, job, path
        self._steps = [((*path, "steps", i), step) for i, step in enumerate(mappings(job.get("steps")))]

    def _problem(self, path: Path, message: str) -> Problem:
        return Problem(self._document.line(path), message)

    def needs(self, jobs: dict) -> Iterator[Problem]:
        needs = self._job.get("needs")
        for name in filter(None, map(text, [needs, *sequence(needs)])):
            if name not in jobs:
                message = f"the job needs '{name}', which is no job{did_you_mean(name, jobs)}"
                yield self._problem((*self._path, "needs"), message)
            elif name == self._path[-1]:
                yield self._problem((*self._path, "needs"), f"the job '{name}' needs itself")

    def step_ids(self) -> Iterator[Problem]:
        seen: set[str] = set()
        for path, step in self._steps:
            identifier = (text(step.get("id")) or "").lower()
            if identifier and identifier in seen:
                yield self._problem((*path, "id"), f"two steps have the id '{step['id']}'")
            for at, content in _texts(step, path):
                for name in sorted(_steps_read(content) - seen):
                    yield self._problem(at, f"no step before this one has the id '{name}'")
            seen.add(identifier)

    def uses(self) -> Iterator[Problem]:
        places = [((*path, "uses"), step["uses"]) for path, step in self._steps if isinstance(step.get("uses"), str)]
        if isinstance(self._job.get("uses"), str):
            places.append(((*self._path, "uses"), self._job["uses"]))
        for path, uses in places:
            if wrong := _wrong_use(uses):
                yield self._problem(path, wrong)

    def permissions(self) -> Iterator[Problem]:
        """Yield what the token lacks: id-token for a role of AWS, contents for a checkout once anything is granted."""
        given = self._job.get("permissions", self._workflow.get("permissions"))
        for path, step in self._steps:
            uses, inputs = str(step.get("uses", "")), mapping(step.get("with"))
            is_keyless = "role-to-assume" in inputs and "aws-access-key-id" not in inputs
            if uses.startswith(f"{_CREDENTIALS}@"):
                if "aws-access-key-id" in inputs:
                    message = "long-lived access keys in a workflow; assume a role through OpenID Connect instead"
                    yield self._problem((*path, "with", "aws-access-key-id"), message)
                if is_keyless and not _grants(given, "id-token", "write"):
                    message = "the job assumes a role of AWS, and lacks `permissions: id-token: write` to get a token"
                    yield self._problem((*path, "uses"), message)
            if uses.startswith(f"{_CHECKOUT}@") and given is not None and not _grants(given, "contents", "read"):
                message = "the job checks out the repository, and its `permissions` lack `contents: read`"
                yield self._problem((*path, "uses"), message)

    def injections(self) -> Iterator[Problem]:
        for path, step in self._steps:
            scripts = [(("run",), text(step.get("run")))]
            if str(step.get("uses", "")).startswith(f"{_SCRIPT}@"):
                scripts.append((("with", "script"), text(mapping(step.get("with")).get("script"))))
            for where, script in scripts:
                if script is not None:
                    yield from self._injections(script, (*path, *where))

    def _injections(self, script: str, path: Path) -> Iterator[Problem]:
        for expression in expressions(script):
            for context in sorted(contexts(expression.text) & _untrusted()):
                message = f"`{context}` is text from outside, and runs as part of the script"
                line = self._document.text_line(path) + expression.line
                yield Problem(line, f"{message}; pass it through `env` and use the variable")


def _wrong_use(uses: str) -> str | None:
    if uses.startswith("./"):
        return None
    if uses.startswith("docker://"):
        return image_problem(uses.removeprefix("docker://"))
    action, _, reference = uses.partition("@")
    if not reference:
        return f"the action {uses} names no version; add @ and a commit"
    if action.count("/") < 1:
        return f"'{action}' is no action; write owner/repository"
    if _COMMIT.fullmatch(reference):
        return None
    if action.partition("/")[0] in _OWN_OWNERS:
        if reference.lower() in _BRANCHES:
            return f"the action {action} follows the branch {reference}; name a release"
        return None
    message = f"the action {action} is pinned to {reference}, which its owner can move"
    return f"{message}; pin the 40 digits of a commit, and put the version into a comment"


def _grants(permissions: object, scope: str, level: str) -> bool:
    if permissions in ("write-all", "read-all"):
        return permissions == "write-all" or (level == "read" and scope != "id-token")
    return mapping(permissions).get(scope) in (("write",) if level == "write" else ("read", "write"))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _texts(item, (*path, i))


def _steps_read(content: str) -> set[str]:
    """Return the identifiers of steps whose results the expressions in a text read."""
    found = {tuple(context.split(".")) for e in expressions(content) for context in contexts(e.text)}
    return {parts[1] for parts in found if parts[0] == "steps" and len(parts) > 1 and parts[1] != "*"}
