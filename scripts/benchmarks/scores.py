"""What Lighthouse says of home, the list and the largest topic: scores of 100, and the times behind them."""

from collections.abc import Iterator

from audits.lighthouse import MACHINE, TIMES, counted, least_scores, runs_by_page, score
from benchmarks.rows import Row
from benchmarks.setting import Setting


def measure(setting: Setting) -> Iterator[Row]:
    """Yield for each page its scores, its times, and how fast Lighthouse found this machine."""
    for page, runs in runs_by_page(setting.site, setting.rounds):
        name = page or "home"
        for category, bar in least_scores().items():
            yield Row(f"{name}: {category}", score(counted(runs, category), category), "", least=bar)
        middle = counted(runs, "performance")
        for audit, short in TIMES.items():
            yield Row(f"{name}: {audit.replace('-', ' ')} ({short})", middle["audits"][audit]["numericValue"], "ms")
        yield Row(f"{name}: speed of this machine, where Lighthouse wants 1000", middle["environment"][MACHINE], "")
