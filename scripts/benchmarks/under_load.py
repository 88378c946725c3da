"""The built site under load, as rows; `load.py` puts it there."""

import shutil
from collections.abc import Iterator

from benchmarks.load import CONNECTIONS, SCRIPT, loaded, sitemap_paths
from benchmarks.nginx import nginx
from benchmarks.rows import Row
from benchmarks.setting import Setting
from command_line import UsageError
from local_server import served

SECONDS = 5  # for each number of connections


def measure(setting: Setting) -> Iterator[Row]:
    """Yield requests each second, waiting times and errors for each number of connections."""
    if not (wrk := shutil.which("wrk")):
        raise UsageError("wrk is missing; install it, on Debian and Ubuntu with `apt-get install wrk`")
    script = setting.folder / "paths.lua"
    script.write_text(SCRIPT % ", ".join(f'"/{path}"' for path in sitemap_paths(setting.site)), "utf-8")
    program = shutil.which("nginx")
    with nginx(program, setting.site, setting.folder) if program else served(setting.site) as address:
        for connections in CONNECTIONS:
            found = loaded([wrk, f"-c{connections}", f"-d{SECONDS}s"], script, address)
            name = f"{connections} connections to {'nginx' if program else 'our own server'}"
            yield Row(f"{name}: requests each second", found["requests"] / (found["duration"] / 1e6), "")
            yield Row(f"{name}: wait, p99", found["p99"] / 1e3, "ms")
            yield Row(f"{name}: errors", found["errors"], "", most=0)
