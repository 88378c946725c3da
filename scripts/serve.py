"""Serve the live site: pages reload when a source changes.

usage: serve.py [PORT]     default: 8000

Exit status: 0 stopped by Ctrl+C, 2 the port is not free, or something is missing.
"""

import argparse
import socket
import sys

from command_line import UsageError, command
from live.pages import remember_pages
from mkdocs_command import run_mkdocs

HOST = "127.0.0.1"


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="serve.py", description=__doc__.splitlines()[0])
    parser.add_argument("port", nargs="?", type=_port, default=8000, metavar="PORT", help="default: 8000")
    port = parser.parse_args(arguments).port
    _check(port)
    remember_pages()
    print(f"Serving on http://{HOST}:{port} (stop with Ctrl+C)", flush=True)
    try:
        return run_mkdocs("serve", "--quiet", "--dev-addr", f"{HOST}:{port}")
    except KeyboardInterrupt:
        return 0


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no port; give a number from 1 to 65535, such as 8001")


def _check(port: int) -> None:
    """Raise UsageError if nothing can listen on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = error.strerror.lower()
            raise UsageError(f"port {port} cannot be used ({reason}); choose another: `make serve PORT=8001`") from None


if __name__ == "__main__":
    sys.exit(main())
