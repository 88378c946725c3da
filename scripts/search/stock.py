"""The same pages as plain Material makes them, for comparison: its own search, and nothing of ours."""

import re
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load
from pymdownx.superfences import fence_code_format

from mkdocs_command import run_mkdocs_apart

ROOT = Path(__file__).parents[2]
# The best that the theme's search was measured with: keeps `PassRole` one word, and versions whole.
SEPARATOR = r'[\s\u200b\-_,:!?=\[\]()"`/]+|\.(?!\d)|&[lg]t;'
OUR_EXTENSIONS = "rendering."
_OUR_TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)


def build_stock(folder: Path, docs: Path = ROOT / "docs") -> Path:
    """Build the pages below `docs` as a project below `folder`; return the site's folder.

    Raises UsageError if the build fails.
    """
    run_mkdocs_apart("build", "--quiet", "--config-file", str(stock_project(folder, docs)))
    return folder / "site"


def stock_project(folder: Path, docs: Path = ROOT / "docs") -> Path:
    """Write a project with the pages below `docs` into `folder`; return its configuration.

    Theme, features, palette and Markdown dialect are those of our site. Diagrams stay code for the theme to draw, and
    no font is loaded from elsewhere. Raises OSError.
    """
    for file in docs.rglob("*"):
        if file.suffix == ".md" or file.name == ".pages":
            copy = folder / "docs" / file.relative_to(docs)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_OUR_TEMPLATE.sub("", file.read_text("utf-8"), count=1), "utf-8")
    configuration = folder / "mkdocs.yml"
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as stream:
        ours = yaml_load(stream)
    configuration.write_text(yaml.dump(_configuration(ours)), "utf-8")
    return configuration


def _configuration(ours: dict) -> dict:
    theme = ours["theme"]
    return {
        "site_name": ours["site_name"],
        "site_description": ours["site_description"],
        "site_url": "https://aloud.example/",
        "theme": {
            "name": theme["name"],
            "font": False,
            "palette": [scheme | {"primary": "indigo", "accent": "indigo"} for scheme in theme["palette"]],
            "features": theme["features"],
        },
        "plugins": ["awesome-pages", {"search": {"separator": SEPARATOR}}],
        "markdown_extensions": [_extension(one) for one in ours["markdown_extensions"] if not _is_ours(one)],
    }


def _is_ours(extension: str | dict) -> bool:
    return isinstance(extension, str) and extension.startswith(OUR_EXTENSIONS)


def _extension(extension: str | dict) -> str | dict:
    if isinstance(extension, dict) and "pymdownx.superfences" in extension:
        fence = {"name": "mermaid", "class": "mermaid", "format": fence_code_format}
        return {"pymdownx.superfences": {"custom_fences": [fence]}}
    return extension
