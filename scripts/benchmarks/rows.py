"""What a benchmark has found, as rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Row:
    """One figure of ours, in `unit`, beside theirs if there is one.

    A bar says how much is right: `most` or `least` in the unit, `most_ratio` as a share of theirs.
    """

    what: str
    ours: float
    unit: str
    theirs: float | None = None
    most: float | None = None
    most_ratio: float | None = None
    least: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours as a share of theirs; None if there is nothing to compare with."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def is_missed(self) -> bool:
        """Whether ours is on the wrong side of a bar."""
        above = self.most is not None and self.ours > self.most
        below = self.least is not None and self.ours < self.least
        beyond = self.most_ratio is not None and self.ratio is not None and self.ratio > self.most_ratio
        return above or below or beyond

    @property
    def is_judged(self) -> bool:
        """Whether there is something to hold ours against: theirs, or a bar."""
        return self.theirs is not None or bool(self.bar)

    @property
    def bar(self) -> str:
        """What is right, in words; "" if nobody has said."""
        most = [figure(self.most, self.unit)] if self.most is not None else []
        least = [f"{figure(self.least, self.unit)} or more"] if self.least is not None else []
        return " and ".join(most + least + ([f"ratio {self.most_ratio:g}"] if self.most_ratio is not None else []))

    def __str__(self) -> str:
        theirs = f", theirs {figure(self.theirs, self.unit)}" if self.theirs is not None else ""
        ratio = f", ratio {self.ratio:.2f}" if self.ratio is not None else ""
        verdict = f"; the bar is {self.bar}{': missed' if self.is_missed else ''}" if self.bar else ""
        return f"{self.what}: {figure(self.ours, self.unit)}{theirs}{ratio}{verdict}"


def figure(value: float, unit: str) -> str:
    """Return a figure with as many digits as can be trusted, and its unit."""
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()


def times(what: str, measured: Sequence[float], theirs: Sequence[float] = ()) -> list[Row]:
    """Return the median and the 95th percentile of some times in milliseconds, ours and perhaps theirs."""
    found = [(f(measured), f(theirs) if theirs else None) for f in (median, _p95)]
    return [Row(f"{what}, {name}", a, "ms", b) for name, (a, b) in zip(("median", "p95"), found, strict=True)]


def _p95(measured: Sequence[float]) -> float:
    return quantiles(measured, n=20)[18]
