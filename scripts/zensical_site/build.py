"""Runs Zensical, and adds to its site what hooks add to the site of MkDocs."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bank import load_bank
from bank.load import CONFIGURATION, page_cache
from command_line import UsageError
from delivery.policy import with_policy
from delivery.site_files import delivery_files, replaced
from delivery.styles import FOLDER, THEME_STYLES
from finding.facts import finding_facts
from finding.robots import robots
from offline.app import TOKENS, app_facts, colors, web_manifest
from offline.service_worker import worker
from search.build import build_index, index_cache
from served_files import write_files
from study.site_files import site_files
from targets import DOCS
from workspace import check_replaceable, replace_site, workspace
from zensical_site.configuration import TEMPLATES, VARIANT, configuration

FRAME = Path(__file__).with_name("search-frame.css")
OVERRIDES = "overrides"


def build(root: Path, target: Path) -> int:
    """Build the site of the project in `root`, and put it in the place of the folder `target`, whole or not at all.

    Returns the number of pages. Raises UsageError, with the reason, if the site cannot be built, and OSError.
    """
    check_replaceable(target)
    settings = _settings(root / CONFIGURATION)
    docs = root / DOCS
    bank = load_bank(docs, page_cache())
    site_name, address = settings["site_name"], settings["site_url"] or ""
    palette = colors((docs / TOKENS).read_text("utf-8"))
    index = build_index(bank, index_cache())
    study, facts = site_files(bank, name=site_name, address=address, folders=True)
    found = finding_facts(bank, name=site_name, address=address, folders=True)
    delivered, names = delivery_files(docs, settings["extra_css"], [*_theme_styles(settings), FRAME])
    extra = {**facts, **names, "search": index.names, "app": app_facts(palette), "finding": found}
    with workspace(target) as work:
        _copy_documents(root, work, leave_out=replaced(settings["extra_css"]))
        derived = configuration((root / CONFIGURATION).resolve(), (root / OVERRIDES).resolve(), bank, extra)
        (work / CONFIGURATION).write_text(json.dumps(derived), "utf-8")  # JSON is YAML
        _run(work / CONFIGURATION, root)
        site = work / "site"
        manifest = web_manifest(site_name, settings["site_description"] or "", palette["default"])
        write_files(site, [*index.files, *delivered, *study, manifest, robots(address)])
        for page in site.rglob("*.html"):
            page.write_text(with_policy(page.read_text("utf-8")), "utf-8")
        write_files(site, [worker(site)])  # last: it lists all that is there
        replace_site(target, site, work)
    return len(bank.pages)


def _copy_documents(root: Path, work: Path, *, leave_out: Iterable[str]) -> None:
    """Copy the documents beside the configuration, below which Zensical wants them, and where it leaves a cache."""
    shutil.copytree(root / DOCS, work / DOCS)
    for template in TEMPLATES:
        shutil.copy(root / OVERRIDES / template, work / DOCS / template)
    for name in leave_out:
        (work / DOCS / name).unlink()


def _settings(file: Path) -> dict:
    """Return `mkdocs.yml` as Zensical reads it, with the variables of the environment. Raises UsageError."""
    try:
        from zensical.config import ConfigurationError, parse_mkdocs_config
    except ImportError:
        raise UsageError("Zensical is not installed; run `make zensical`, which installs it first") from None
    try:
        return parse_mkdocs_config(str(file.resolve()))
    except ConfigurationError as error:
        reason = " ".join(error.message.split())
        raise UsageError(f"{file} cannot be read: {reason}") from error


def _theme_styles(settings: dict) -> list[Path]:
    folder = Path(settings["theme_dirs"][-1], FOLDER, VARIANT)
    return [next(folder.glob(f"{name}.*.min.css")) for name in THEME_STYLES]


def _run(file: Path, root: Path) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(file)]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if result.returncode:
        said = (result.stdout + result.stderr).strip()
        raise UsageError(f"Zensical could not build the site: {said.splitlines()[-1] if said else 'it gave no reason'}")
