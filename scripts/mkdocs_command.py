"""MkDocs, whose failures are a sentence; run as a command, it takes the arguments of MkDocs."""

import os
import subprocess
import sys

import click
from mkdocs.__main__ import cli

from command_line import UsageError, command


@command
def main() -> int:
    """Run MkDocs with the arguments of this process. Returns the exit status."""
    return run_mkdocs(*sys.argv[1:])


def run_mkdocs(*arguments: str, **variables: str) -> int:
    """Run a command of MkDocs with these environment variables in this process; return its exit status.

    Who ends this process then ends MkDocs too. Raises KeyboardInterrupt on Ctrl+C, and OSError.
    """
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        cli.main(list(arguments), prog_name="mkdocs", standalone_mode=False)
    except click.Abort:  # what Click makes of Ctrl+C
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Warning as warning:  # as a plugin refuses what a strict build must not have
        print(warning, file=sys.stderr)
        return 1
    finally:
        os.environ.clear()
        os.environ.update(before)
    return 0


def run_mkdocs_apart(*arguments: str, **variables: str) -> None:
    """Run a command of MkDocs with these environment variables in a process of its own, which prints nothing.

    Raises UsageError if it fails.
    """
    process = [sys.executable, __file__, *arguments]
    result = subprocess.run(process, capture_output=True, text=True, check=False, env={**os.environ, **variables})
    if result.returncode:
        said = (result.stdout + result.stderr).strip().splitlines() or ["no reason was given"]
        raise UsageError(f"the site could not be built: {said[-1]}; `make build` says more")


if __name__ == "__main__":
    sys.exit(main())
