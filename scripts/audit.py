"""Audit the site as it is published, with tools of others.

usage: audit.py [html] [data] [formatting] [lighthouse] [vulnerabilities] [--site site]

Without names it runs all but the last, which needs a network. Without --site it builds the site, elsewhere, as it is
published. Exit status: 0 nothing to mend, 1 something to mend, 2 the command was used wrongly or something is missing.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from audits.formatting import formatting_report
from audits.html import html_report
from audits.lighthouse import lighthouse_report
from audits.model import Report
from audits.structured_data import data_report
from audits.vulnerabilities import vulnerabilities_report
from command_line import UsageError, command
from mkdocs_command import run_mkdocs_apart

AUDITS: dict[str, Callable[[Path], Report]] = {
    "formatting": formatting_report,
    "html": html_report,
    "data": data_report,
    "lighthouse": lighthouse_report,
    "vulnerabilities": vulnerabilities_report,
}
_OF_THE_SITE = {"html", "data", "lighthouse"}
_ELSEWHERE = {"vulnerabilities"}
# Pages as they are published offer downloads; the audits do not load them.
_PUBLISHED = {"SHEETS": "true", "DOWNLOADS": "true"}


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="audit.py", description=__doc__.splitlines()[0])
    parser.add_argument("audits", nargs="*", metavar="AUDIT", help=", ".join(AUDITS))
    parser.add_argument("--site", type=Path, help="the folder of a site that is built (default: build one)")
    options = parser.parse_args(arguments)
    names = options.audits or [name for name in AUDITS if name not in _ELSEWHERE]
    if unknown := [name for name in names if name not in AUDITS]:
        raise UsageError(f"there is no audit '{unknown[0]}'; the audits are: {', '.join(AUDITS)}")
    if options.site and not (options.site / "index.html").is_file():
        raise UsageError(f"{options.site} is no built site; run `make site`, or leave out --site")
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or Path(folder)
        if not options.site and _OF_THE_SITE & set(names):
            run_mkdocs_apart("build", "--strict", "--quiet", "--site-dir", str(site), **_PUBLISHED)
        return max([_run(name, site) for name in names])


def _run(name: str, site: Path) -> int:
    report = AUDITS[name](site)
    for problem in report.problems:
        print(problem)
    print(report.summary, flush=True)
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
