"""Cases for checkers: samples that must pass, and samples that must not, with the line and a piece of the message."""

from collections.abc import Callable

import pytest

from samples.model import Sample, Verdict
from samples.table import load_checker


def verdict_of(checker: str, content: str, *, language: str, title: str) -> Verdict:
    """Let a checker judge one sample."""
    [verdict] = load_checker(checker)([Sample("page.md", 10, language, title, content)])
    return verdict


def changed_in(sample: str) -> Callable[..., str]:
    """Return a function that gives a sample, or the `text` it is given instead, with one piece exchanged."""

    def changed(old: str, new: str, text: str = sample) -> str:
        assert old in text
        return text.replace(old, new)

    return changed


def run_cases(checker: str, *, language: str, title: str, good: dict, bad: dict):
    """Return a parametrized test function over these cases.

    `good` maps a name to a sample's content, or to (content, title); `bad` maps a name to (content, line, piece of
    the message), or to (content, line, piece, title).
    """
    cases = [(f"good: {name}", case, None) for name, case in good.items()]
    cases += [(f"bad: {name}", case, case[1:3]) for name, case in bad.items()]

    @pytest.mark.parametrize(("case", "expected"), [pytest.param(c, e, id=n) for n, c, e in cases])
    def test(case, expected):
        if expected is None:
            content, own_title = (case, title) if isinstance(case, str) else case
        else:
            content, own_title = case[0], case[3] if len(case) > 3 else title
        verdict = verdict_of(checker, content, language=language, title=own_title)
        if expected is None:
            assert verdict.problems == ()
            assert verdict.means
        else:
            line, piece = expected
            hits = [p for p in verdict.problems if p.line == line and piece in p.message]
            assert hits, f"no problem at line {line} with {piece!r}; got {verdict.problems}"

    return test
