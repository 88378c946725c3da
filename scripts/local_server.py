"""A plain static server on this machine, for the browsers that test and measure the built site."""

import functools
import gzip
import http.server
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hosting.sending import cache_control, is_named_by_content

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open, as those of a host do

    def log_message(self, *_):
        """Say nothing: what the browser sees matters."""


class _Compressing(_Quiet):
    """Answers as hosts of static sites do: text is compressed for those who take it, and kept if its name says so."""

    def send_head(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in _COMPRESSED or "gzip" not in self.headers.get("Accept-Encoding", "") or not file.exists():
            return super().send_head()
        body = _gzipped(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        if is_named_by_content(name := file.relative_to(self.directory).as_posix()):
            self.send_header("Cache-Control", cache_control(name))
        self.end_headers()
        return io.BytesIO(body)


@functools.cache
def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 1024  # connections that wait to be accepted; with the default of 5, a crowd is turned away

    def handle_error(self, request, client_address):
        """Say nothing of a browser that was closed before its answer came."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve a folder while the context lasts; the value is its address, with a slash at its end."""
    handler = functools.partial(_Compressing if compressed else _Quiet, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
