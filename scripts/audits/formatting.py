"""How our scripts and style sheets for browsers are written, judged by Prettier."""

from pathlib import Path

from audits.model import Report
from audits.node_tools import run_tool

_SOURCES = (
    "docs/assets/scripts/**/*.js",
    "docs/assets/stylesheets/**/*.css",
    "scripts/**/*.{js,cjs,mjs,css}",
    "!scripts/*/vendor/*.js",  # bundles of others, minified
)


def formatting_report(_site: Path) -> Report:
    """Name what is not formatted. Raises UsageError if the tool is missing or cannot read a file."""
    names = run_tool("prettier", "bin/prettier.cjs", "--list-different", *_SOURCES).split()
    remedy = "is not formatted; run `npx prettier --write` on it"
    return Report(f"formatting: {len(names)} problems", [f"{name}: {remedy}" for name in names])
