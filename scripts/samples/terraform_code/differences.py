"""What `terraform validate` says only because the provider that it has is older than the one checked against."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from data_files import load_data
from samples.terraform_code.schema import DATA

FILE = DATA / "terraform_provider_differences.yaml"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """`context` is how the block begins in which it is said; `summary` and `detail` are pieces of what is said."""

    context: str
    summary: str
    detail: str
    reason: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What Terraform says of a file: an error, or else a warning."""

    file: str
    line: int
    error: bool
    summary: str
    detail: str
    context: str = ""

    def __str__(self) -> str:
        text = " ".join(self.detail.split())
        return f"`terraform validate`: {self.summary}: {text}" if text else f"`terraform validate`: {self.summary}"


@cache
def differences() -> tuple[Difference, ...]:
    """Return the known differences."""
    entries = load_data(FILE)["differences"]
    return tuple(Difference(**entry) for entry in entries)


def explanation(diagnostic: Diagnostic, known: Iterable[Difference]) -> Difference | None:
    """Return the difference that explains what was said, or None."""
    for one in known:
        fits = diagnostic.context.startswith(one.context)
        if fits and one.summary in diagnostic.summary and one.detail in " ".join(diagnostic.detail.split()):
            return one
    return None
