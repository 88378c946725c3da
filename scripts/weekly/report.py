"""Open, renew or close the one issue of the weekly run, with the GitHub CLI.

usage: python -m weekly.report REPORTS --run ADDRESS

REPORTS is the folder with the files of the checks. Needs only the standard library, so that the job that may write
issues installs nothing. Exit status: 0 done, 1 GitHub did not take it, 2 the command was used wrongly.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from command_line import command
from weekly.issue_text import issue_text

LABEL = "weekly-care"  # who may not label issues cannot make another issue pass for this one
TITLE = "Weekly care"


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="weekly.report", description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path, metavar="REPORTS", help="the folder with the files of the checks")
    parser.add_argument("--run", required=True, metavar="ADDRESS", help="the address of the run")
    options = parser.parse_args(arguments)
    try:
        print(settle(issue_text(options.reports, options.run)))
        return 0
    except FileNotFoundError:
        print("weekly.report: the GitHub CLI, gh, is not installed", file=sys.stderr)
    except subprocess.CalledProcessError as error:
        print(f"weekly.report: {' '.join(error.cmd[:3])}: {error.stderr.strip()}", file=sys.stderr)
    except subprocess.TimeoutExpired as error:
        print(f"weekly.report: {' '.join(error.cmd[:3])}: no answer in {error.timeout} seconds", file=sys.stderr)
    return 1


def settle(text: str | None) -> str:
    """Make the repository have one open issue with this text, or none for None; return what was done.

    Raises FileNotFoundError without gh, and subprocess.SubprocessError if gh fails or does not answer.
    """
    find = ("issue", "list", "--label", LABEL, "--state", "open", "--limit", "1")
    number = _gh(*find, "--json", "number", "--jq", ".[].number")
    if text is None:
        if not number:
            return "Nothing to mend."
        _gh("issue", "close", number, "--comment", "The weekly run found nothing any more.")
        return f"Nothing to mend: closed #{number}."
    if number:
        _gh("issue", "edit", number, "--body-file", "-", said=text)
        return f"Renewed #{number}."
    _gh("label", "create", LABEL, "--force", "--description", "What the weekly run found")
    return f"Opened {_gh('issue', 'create', '--title', TITLE, '--label', LABEL, '--body-file', '-', said=text)}"


def _gh(*arguments: str, said: str = "") -> str:
    result = subprocess.run(["gh", *arguments], input=said, capture_output=True, text=True, check=True, timeout=60)
    return result.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
