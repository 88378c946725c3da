"""MkDocs hook: tells search engines, and whoever gets a link, what each page is."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_kind import is_live
from finding.facts import finding_facts, last_review
from finding.robots import robots
from rendering.site_bank import site_bank
from served_files import write_files


def on_env(env, *, config: MkDocsConfig, files):
    """Give the templates `config.extra.finding`, and date the pages.

    A page has the date of its review, or of the last of all reviews, and not that of the build: a sitemap must not
    claim a change that was none.
    """
    bank = site_bank(Path(config.docs_dir))
    address, folders = config.site_url or "", config.use_directory_urls
    if not is_live():  # nobody finds that one
        config.extra["finding"] = finding_facts(bank, name=config.site_name, address=address, folders=folders)
    last = last_review(bank)
    for file in files.documentation_pages():
        file.page.update_date = str(file.page.meta.get("reviewed") or last or file.page.update_date)
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write `robots.txt`."""
    write_files(Path(config.site_dir), [robots(config.site_url or "")])
