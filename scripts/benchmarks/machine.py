"""What the figures were measured on."""

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from browser import find_browser

PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "mini-racer", "playwright")


def machine() -> str:
    """Return processor, cores, memory, and the versions of what matters. Raises NoBrowser."""
    browser = subprocess.run([find_browser(), "--version"], capture_output=True, text=True, check=False).stdout
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    number = re.search(r"[\d.]+", browser)
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}; "
        f"Python {platform.python_version()}, Chromium {number[0] if number else 'of an unknown version'}, {packages}"
    )


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", file.read_text("utf-8")) if file.exists() else None
    return " ".join(found[1].split()) if found else platform.processor() or platform.machine()
