"""The built site under load: requests each second, waiting times and errors, with ever more connections.

usage: python scripts/benchmarks/load.py [--site SITE] [--seconds 10]      needs a built site (`make build`) and wrk

The pages are asked for one after the other, as listed in the sitemap. They come from nginx if it is installed, else
from our own plain server. Client and server share this machine, so a host is faster; what counts is that nobody gets
an error. Exit status: 0 no error, 1 some, 2 something is missing.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.nginx import nginx
from command_line import UsageError, command
from local_server import served

THREADS = 2
CONNECTIONS = (8, 64, 256)
TIMEOUT = 10  # seconds after which an answer counts as an error
# Each thread of wrk runs this for itself; `done` is called once, with times in microseconds.
SCRIPT = """local paths = {%s}
local number = 0
request = function()
  number = number %% #paths + 1
  return wrk.format("GET", paths[number])
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests": %%d, "duration": %%d, "p50": %%d, "p99": %%d, "errors": %%d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""


@command
def main() -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(description="Loads the built site with wrk.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    parser.add_argument("--seconds", type=int, default=10, help="for each number of connections (default: 10)")
    options = parser.parse_args()
    if not (wrk := shutil.which("wrk")):
        raise UsageError("wrk is missing; install it, on Debian and Ubuntu with `apt-get install wrk`")
    paths = sitemap_paths(options.site)
    errors = 0
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "paths.lua"
        script.write_text(SCRIPT % ", ".join(f'"/{path}"' for path in paths), "utf-8")
        program = shutil.which("nginx")
        with nginx(program, options.site, Path(folder)) if program else served(options.site) as address:
            print(f"load: {len(paths)} pages from {'nginx' if program else 'our own server'}, {THREADS} threads")
            for connections in CONNECTIONS:
                found = loaded([wrk, f"-c{connections}", f"-d{options.seconds}s"], script, address)
                errors += found["errors"]
                print(f"  {connections:>4} connections: {described(found)}", flush=True)
    return 1 if errors else 0


def sitemap_paths(site: Path) -> list[str]:
    """Return the addresses of the site's pages, relative to the site. Raises UsageError if it has no sitemap."""
    try:
        addresses = [each.text or "" for each in ElementTree.parse(site / "sitemap.xml").findall(".//{*}loc")]
    except (FileNotFoundError, ElementTree.ParseError):
        raise UsageError(f"{site}/ is no built site with a sitemap; run `make build`") from None
    home = min(addresses, key=len, default="")
    return [urlsplit(address).path[len(urlsplit(home).path) :] for address in addresses]


def loaded(command: Sequence[str], script: Path, address: str) -> dict[str, int]:
    """Return what wrk has measured: requests, and duration, p50 and p99 in microseconds, and errors."""
    options = [f"-t{THREADS}", f"--timeout={TIMEOUT}s", "--latency", "-s", str(script), address]
    result = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    if result.returncode:
        raise UsageError(f"wrk failed: {(result.stdout + result.stderr).strip()}")
    return json.loads(result.stdout.splitlines()[-1])


def described(found: dict[str, int]) -> str:
    rate = found["requests"] / (found["duration"] / 1e6)
    times = ", ".join(f"{name} {found[name] / 1e3:.1f} ms" for name in ("p50", "p99"))
    return f"{rate:,.0f} requests/s, {times}, {found['errors']} errors"


if __name__ == "__main__":
    sys.exit(main())
