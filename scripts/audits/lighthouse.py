"""How fast, accessible, sound and findable pages are on a phone, judged by Lighthouse with simulated throttling."""

import json
from pathlib import Path
from statistics import median_low

from audits.model import Report
from audits.node_tools import run_tool
from browser import ARGUMENTS, find_browser
from data_files import load_data
from local_server import served

_BUDGET = Path(__file__).with_name("budget.yaml")
_TIMEOUT = 240  # seconds for one run
_TIMES = {  # milliseconds, by Lighthouse's name of the audit
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
}
_SHOWN = 3  # elements of an audit


def lighthouse_report(site: Path) -> Report:
    """Measure the pages of the budget in a built site. Raises UsageError if Lighthouse or a browser is missing."""
    budget = load_data(_BUDGET)
    rows, problems = [], []
    with served(site, compressed=True) as address:
        for page in [*budget["pages"], largest_topic(site)]:
            runs = [_run(address + page, budget["least"]) for _ in range(budget["runs"])]
            rows.append(row(page, runs, budget["least"]))
            problems += [f"{page or 'home'}: {one}" for one in misses(runs, budget["least"])]
    return Report("\n".join(["lighthouse: the median run of each page", *rows]), problems)


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


def middle(runs: list[dict]) -> dict:
    """Return the run with the median score of performance."""
    score = median_low([_score(run, "performance") for run in runs])
    return next(run for run in runs if _score(run, "performance") == score)


def row(page: str, runs: list[dict], least: dict[str, int]) -> str:
    """Return a line of the table: scores, times, and how fast this machine was (Lighthouse wants some 1000)."""
    run = middle(runs)
    scores = [f"{category} {_score(run, category)}" for category in least]
    times = [f"{name} {run['audits'][audit]['numericValue']:.0f} ms" for audit, name in _TIMES.items()]
    return "  ".join([f"{page or 'home':24}", *scores, *times, f"CPU {run['environment']['benchmarkIndex']:.0f}"])


def misses(runs: list[dict], least: dict[str, int]) -> list[str]:
    """Return a line for each category that misses its bar, with what cost it.

    Performance differs from run to run: the median counts. Of the others, the worst.
    """
    found = []
    for category, bar in least.items():
        run = middle(runs) if category == "performance" else min(runs, key=lambda run: _score(run, category))
        if _score(run, category) < bar:
            found.append(
                f"{category} is {_score(run, category)}, and should be {bar}: {'; '.join(_costs(run, category))}"
            )
    return found


def _score(run: dict, category: str) -> int:
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
