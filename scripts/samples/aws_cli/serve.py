"""The parser's process: reads lists of commands from standard input, one a line, and writes the reports."""

import io
import json
import os
import signal
import sys

_FORBIDDEN = {"os.exec", "os.fork", "os.posix_spawn", "os.system", "socket.connect", "socket.getaddrinfo"}
_FORBIDDEN |= {"socket.bind", "socket.sendto", "subprocess.Popen"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _guard(event: str, arguments: tuple) -> None:
    """Refuse whatever would leave this process: connections, other processes, writing to files."""
    if event in _FORBIDDEN or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING):
        raise PermissionError(f"checking a command must not do this: {event}")


def main() -> None:
    """Answer until standard input ends, or nobody reads the answers any more."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # First of all: `awscli` has a botocore of its own, which counts only if no other has been imported.
    import awscli  # noqa: F401

    from samples.aws_cli.check import Checker

    answers = sys.stdout
    sys.dont_write_bytecode = True
    checker = Checker()
    sys.addaudithook(_guard)
    for line in sys.stdin:
        # Commands print help and warnings, which must not get between the answers.
        sys.stdout = sys.stderr = io.StringIO()
        try:
            reports = [checker.check(**command) for command in json.loads(line)]
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
        answers.write(json.dumps(reports) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
