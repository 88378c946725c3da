"""Print the value of the header `Content-Security-Policy` for a built site.

usage: content_security_policy.py [--site site]

Exit status: 0 printed, 2 the command was used wrongly or there is no built site.
"""

import argparse
import sys
from pathlib import Path

from command_line import UsageError, command
from delivery.policy import header


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="content_security_policy.py", description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    options = parser.parse_args(arguments)
    pages = [file.read_text("utf-8") for file in sorted(options.site.rglob("*.html"))]
    if not pages:
        raise UsageError(f"{options.site} holds no page; run `make build` first")
    print(header(pages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
