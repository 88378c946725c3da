"""What the checkers of JSON and YAML share: a document is read, and what could be read is looked at."""

from collections.abc import Callable, Iterable

from samples.model import Problem, Sample, Verdict
from samples.yaml_nodes import Document

Reader = Callable[[str], tuple[Document | None, list[Problem]]]


def document_verdict(
    sample: Sample, read: Reader, look: Callable[[Document], Iterable[Problem]], means: str
) -> Verdict:
    """Return the verdict on a sample: what `read` finds in its text, and `look` in the document, if there is one."""
    document, problems = read(sample.content)
    if document is not None:
        problems = [*problems, *look(document)]
    return Verdict(tuple(sorted(set(problems))), means)
