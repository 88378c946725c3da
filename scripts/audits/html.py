"""The HTML of the built pages, judged by html-validate."""

import json
from pathlib import Path

from audits.model import Report
from audits.node_tools import run_tool
from data_files import load_data

_RULES = Path(__file__).with_name("htmlvalidate.json")
_EXCEPTIONS = Path(__file__).with_name("html_exceptions.yaml")


def html_report(site: Path) -> Report:
    """Validate every page below a folder. Raises UsageError if the tool is missing or fails."""
    pages = sorted(str(page) for page in site.rglob("*.html"))
    said = run_tool("html-validate", "bin/html-validate.mjs", "--config", str(_RULES), "--formatter", "json", *pages)
    problems = html_problems(json.loads(said), load_data(_EXCEPTIONS), site)
    return Report(f"html: {len(pages)} pages, {len(problems)} problems", problems)


def html_problems(results: list[dict], exceptions: list[dict], site: Path) -> list[str]:
    """Return a line for each message that no exception names, and for each exception that names none."""
    problems, used = [], set()
    for result in results:
        lines = result["source"].splitlines()
        for message in result["messages"]:
            line = lines[message["line"] - 1]
            known = [e["rule"] + e["line"] for e in exceptions if e["rule"] == message["ruleId"] and e["line"] in line]
            used.update(known)
            if not known:
                page = Path(result["filePath"]).resolve().relative_to(site.resolve())
                problems.append(
                    f"{page}:{message['line']}: {message['message']} ({message['ruleId']}): {line.strip():.160}"
                )
    idle = [e for e in exceptions if e["rule"] + e["line"] not in used]
    return problems + [f"{_EXCEPTIONS.name}: nothing needs the exception {e['rule']} for {e['line']}" for e in idle]
