"""The same pages with the theme's own search, for comparison."""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
# The best that the theme's search was measured with: keeps `PassRole` one word, and versions whole.
SEPARATOR = r'[\s\u200b\-_,:!?=\[\]()"`/]+|\.(?!\d)|&[lg]t;'


def build_stock(folder: Path) -> Path:
    """Build the pages with the theme's search below `folder`; return the site's folder.

    Raises subprocess.CalledProcessError if the build fails.
    """
    shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("partials"))
    configuration = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "docs"),
        "site_dir": str(folder / "site"),
        "hooks": [str(ROOT / "scripts/study/hook.py")],  # the templates ask it for addresses
        "plugins": ["awesome-pages", {"search": {"separator": SEPARATOR}}],
        "theme": {"custom_dir": str(folder / "overrides")},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(configuration), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return folder / "site"
