"""Runs the checkers over the samples of a bank: in parallel, and only over what has changed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bank import Bank
from bank.model import Fence
from rules.finding import Finding
from samples.cache import Cache
from samples.model import UNCHECKED, WRONG, Sample, Verdict
from samples.table import NOT_SAMPLES, checker_name, load_checker
from workers import in_processes

_CHUNK = 24


@dataclass(frozen=True, slots=True)
class Checked:
    """A sample with its fence, the checker that it belongs to (None: nothing fits) and what that said of it."""

    sample: Sample
    fence: Fence
    checker: str | None
    verdict: Verdict | None

    @property
    def is_wrong_on_purpose(self) -> bool:
        return WRONG in self.fence.classes

    @property
    def unchecked_because(self) -> str | None:
        return self.fence.attributes.get(UNCHECKED)


def check_samples(bank: Bank, paths: Collection[str], cache: Cache) -> list[Checked]:
    """Check the samples of the pages with these paths. Raises ToolMissing if a checker lacks its tool."""
    found = [
        (_sample(path, fence), fence)
        for path in paths
        for fence in bank.pages[path].fences
        if fence.language and fence.language not in NOT_SAMPLES
    ]
    verdicts = _verdicts((sample for sample, _ in found), cache)
    return [
        Checked(sample, fence, checker_name(sample.language, sample.title), verdicts.get(sample))
        for sample, fence in found
    ]


def _sample(path: str, fence: Fence) -> Sample:
    return Sample(path, fence.content_line, fence.language, fence.title, fence.content)


def _verdicts(samples: Iterable[Sample], cache: Cache) -> dict[Sample, Verdict]:
    verdicts: dict[Sample, Verdict] = {}
    pending: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        name = checker_name(sample.language, sample.title)
        if name is None:
            continue
        if (verdict := cache.get(name, sample)) is not None:
            verdicts[sample] = verdict
        else:
            pending[name].append(sample)
    chunks = [(name, group[i : i + _CHUNK]) for name, group in pending.items() for i in range(0, len(group), _CHUNK)]
    for (name, chunk), results in zip(chunks, _run(chunks), strict=True):
        for sample, verdict in zip(chunk, results, strict=True):
            verdicts[sample] = verdict
            cache.put(name, sample, verdict)
    return verdicts


def _run(chunks: Sequence[tuple[str, list[Sample]]]) -> Iterator[Sequence[Verdict]]:
    if len(chunks) < 2:
        yield from (_check(name, chunk) for name, chunk in chunks)
        return
    yield from in_processes(_check, chunks)


def _check(name: str, samples: list[Sample]) -> Sequence[Verdict]:
    return load_checker(name)(samples)


def findings(checked: Iterable[Checked]) -> list[Finding]:
    """Return what is wrong with the samples, at its lines in the pages."""
    return sorted(finding for one in checked for finding in _findings(one))


def _findings(one: Checked) -> Iterator[Finding]:
    page, verdict = one.sample.page, one.verdict
    if verdict is None:
        return  # no checker fits: rule F304 says so
    if one.is_wrong_on_purpose:
        if not verdict.problems:
            yield Finding(
                page, one.fence.line, 1, "F311", "sample is marked `.wrong`, but its check passes; remove the mark"
            )
    elif one.unchecked_because is not None:
        if not verdict.problems:
            yield Finding(
                page, one.fence.line, 1, "F312", f"sample passes its check; remove {UNCHECKED}, nothing needs it"
            )
    else:
        for problem in verdict.problems:
            yield Finding(page, one.sample.line + problem.line - 1, 1, "F310", problem.message)


def listing(checked: Sequence[Checked]) -> str:
    """Return a line for each sample: where it stands, its title, and with what it was checked."""
    return "".join(
        f"{one.sample.page}:{one.fence.line}  {one.sample.title}  "
        f"{one.unchecked_because or (one.verdict.means if one.verdict else 'not checked')}\n"
        for one in checked
    )


def summary(checked: Sequence[Checked]) -> str:
    """Return a table: for each language the samples, how many were checked, run, failed as expected, unchecked.

    Below it, with which means, and the reasons of the unchecked.
    """
    head = ("language", "samples", "checked", "run", "expected failures", "unchecked")
    rows = Counter()
    for one in checked:
        unchecked = one.verdict is None or one.unchecked_because is not None
        rows[one.sample.language, "samples"] += 1
        rows[one.sample.language, "checked"] += not unchecked
        rows[one.sample.language, "run"] += bool(one.verdict and one.verdict.ran)
        rows[one.sample.language, "expected failures"] += one.is_wrong_on_purpose
        rows[one.sample.language, "unchecked"] += unchecked
    languages = sorted({language for language, _ in rows})
    table = [head, *([lang, *(str(rows[lang, h]) for h in head[1:])] for lang in languages)]
    table.append(["all", *(str(sum(rows[lang, h] for lang in languages)) for h in head[1:])])
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    lines = [
        "  ".join(cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True)))
        for row in table
    ]
    means = Counter(f"{one.sample.language}: {one.verdict.means}" for one in checked if one.verdict)
    lines += ["", "Checked with:", *(f"  {name} ({count})" for name, count in sorted(means.items()))]
    reasons = [one for one in checked if one.unchecked_because is not None]
    if reasons:
        lines += ["", "Not checked:"]
        lines += [f"  {one.sample.page}:{one.fence.line}  {one.unchecked_because}" for one in reasons]
    return "\n".join(lines)
