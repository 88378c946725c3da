"""nginx as a server of static files, for as long as something is measured."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from command_line import UsageError

SECONDS_TO_START = 10
# Everything that it writes goes into a folder of its own. Files are read by the user who started it.
CONFIGURATION = """{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  default_type text/html;
  access_log off;
  sendfile on;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port} backlog=1024; root "{site}"; }}
}}
"""


@contextmanager
def nginx(program: str, site: Path, folder: Path) -> Iterator[str]:
    """Serve a site with the nginx at `program` while the context lasts; the value is its address, ending in a slash.

    `folder` takes what it writes. Raises UsageError if it does not start.
    """
    port = _free_port()
    file = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    file.write_text(CONFIGURATION.format(user=user, folder=folder, port=port, site=site.resolve()), "utf-8")
    log = folder / "error.log"
    process = subprocess.Popen([program, "-c", str(file), "-e", str(log)], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process, log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.05)
    said = log.read_text("utf-8").strip().splitlines()[-1:] if log.exists() else []
    raise UsageError(f"nginx does not start: {''.join(said) or 'it does not say why'}")
