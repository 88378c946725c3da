"""How fast, accessible, sound and findable pages are on a phone, judged by Lighthouse with simulated throttling."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median_low

from audits.model import Report
from audits.node_tools import run_tool
from browser import ARGUMENTS, find_browser
from data_files import load_data
from local_server import served

_BUDGET = Path(__file__).with_name("budget.yaml")
MACHINE = "benchmarkIndex"  # how fast the machine was, in the environment of a run; Lighthouse wants some 1000
_TIMEOUT = 240  # seconds for one run
TIMES = {  # milliseconds, by Lighthouse's name of the audit
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
}
_SHOWN = 3  # elements of an audit


def lighthouse_report(site: Path) -> Report:
    """Measure the pages of the budget in a built site. Raises UsageError if Lighthouse or a browser is missing."""
    rows, problems, least = [], [], least_scores()
    for page, runs in runs_by_page(site):
        rows.append(row(page, runs, least))
        problems += [f"{page or 'home'}: {one}" for one in misses(runs, least)]
    return Report("\n".join(["lighthouse: the median run of each page", *rows]), problems)


def least_scores() -> dict[str, int]:
    """Return what each category must score, of 100."""
    return load_data(_BUDGET)["least"]


def runs_by_page(site: Path, times: int | None = None) -> Iterator[tuple[str, list[dict]]]:
    """Yield the pages of the budget and the largest topic, each with its runs as Lighthouse reports them.

    Each page is measured so many `times`, or as often as the budget says. Raises UsageError as above.
    """
    budget = load_data(_BUDGET)
    with served(site, compressed=True) as address:
        for page in [*budget["pages"], largest_topic(site)]:
            yield page, [_run(address + page, budget["least"]) for _ in range(times or budget["runs"])]


def largest_topic(site: Path) -> str:
    """Return the address of the topic page whose HTML is the largest, relative to the site."""
    topics = (page for page in site.glob("*/*/index.html") if page.parts[-3] not in ("about", "study"))
    return max(topics, key=lambda page: page.stat().st_size).parent.relative_to(site).as_posix() + "/"


def _run(address: str, categories) -> dict:
    said = run_tool(
        "lighthouse",
        "cli/index.js",
        address,
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(('--headless=new', *ARGUMENTS))}",
        timeout=_TIMEOUT,
        CHROME_PATH=find_browser(),
    )
    return json.loads(said)


def counted(runs: list[dict], category: str) -> dict:
    """Return the run that counts: of performance, which differs from run to run, the median; of all else the worst."""
    scores = [score(run, category) for run in runs]
    return runs[scores.index(median_low(scores) if category == "performance" else min(scores))]


def row(page: str, runs: list[dict], least: dict[str, int]) -> str:
    """Return a line of the table: scores, times, and how fast this machine was."""
    run = counted(runs, "performance")
    scores = [f"{category} {score(run, category)}" for category in least]
    times = [f"{name} {run['audits'][audit]['numericValue']:.0f} ms" for audit, name in TIMES.items()]
    return "  ".join([f"{page or 'home':24}", *scores, *times, f"CPU {run['environment'][MACHINE]:.0f}"])


def misses(runs: list[dict], least: dict[str, int]) -> list[str]:
    """Return a line for each category that misses its bar, with what cost it."""
    found = []
    for category, bar in least.items():
        run = counted(runs, category)
        if score(run, category) < bar:
            found.append(
                f"{category} is {score(run, category)}, and should be {bar}: {'; '.join(_costs(run, category))}"
            )
    return found


def score(run: dict, category: str) -> int:
    """Return what a run scores in a category, of 100."""
    return round((run["categories"][category]["score"] or 0) * 100)  # none where an audit could not be made


def _costs(run: dict, category: str) -> list[str]:
    """Return what lowered the score, the heaviest first."""
    costly = []
    for ref in run["categories"][category]["auditRefs"]:
        audit = run["audits"][ref["id"]]
        if ref["weight"] and audit["score"] != 1 and audit["scoreDisplayMode"] not in ("notApplicable", "manual"):
            costly.append((ref["weight"] * ((audit["score"] or 0) - 1), ref["id"], audit))
    return [" ".join(filter(None, (name, _said(audit)))) for _, name, audit in sorted(costly, key=lambda one: one[:2])]


def _said(audit: dict) -> str:
    items = audit.get("details", {}).get("items", [])
    nodes = [item["node"]["snippet"][:100] for item in items if "node" in item][:_SHOWN]
    return " ".join(filter(None, (audit.get("displayValue", audit.get("errorMessage", "")), ", ".join(nodes))))
