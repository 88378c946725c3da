"""MkDocs hook: makes the data of the bank and of the tools to study with, and tells each page which script it needs."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from rendering.site_bank import site_bank
from served_files import ServedFile, write_files
from study.site_files import site_files


class _Made:
    """The files of the build that is running."""

    files: tuple[ServedFile, ...] = ()


def on_env(env, *, config: MkDocsConfig, files):
    """Make the files, and give the templates their data as `config.extra`."""
    bank = site_bank(Path(config.docs_dir))
    made = site_files(bank, name=config.site_name, address=config.site_url or "", folders=config.use_directory_urls)
    _Made.files = made.files
    config.extra.update(made.extra)
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files."""
    write_files(Path(config.site_dir), _Made.files)
