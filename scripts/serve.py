"""Serve the live site: pages reload when a source changes.

usage: serve.py [PORT]     default: 8000

Exit status: 0 stopped by Ctrl+C, 2 the port is not free.
"""

import socket
import subprocess
import sys

HOST = "127.0.0.1"


def main(port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = error.strerror.lower()
            print(f"Port {port} cannot be used ({reason}): choose another, `make serve PORT=8001`.", file=sys.stderr)
            return 2
    print(f"Serving on http://{HOST}:{port} (stop with Ctrl+C)", flush=True)
    try:
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"{HOST}:{port}"]
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000))
