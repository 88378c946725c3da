"""A first `make` without a network says so in a sentence, and the next one begins again."""

import os
import shutil
import subprocess

from tests.conftest import ROOT

# Nothing listens on port 9 of a machine, and no answer is waited for.
NO_NETWORK = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}


def test_a_set_up_without_a_network_says_what_to_do(tmp_path):
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "UV_", "MAKE"))} | NO_NETWORK
    command = ["make", ".venv/serve.stamp"]
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=200, check=False
    )
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    said = [line for line in result.stdout.splitlines() if line.startswith("The packages of requirements.txt")]
    assert len(said) == 1 and "run this again" in said[0]
    assert not (tmp_path / ".venv/serve.stamp").exists()
