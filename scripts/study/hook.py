"""MkDocs hook: makes the data of the bank and of the tools to study with, and tells each page which script it needs."""

from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from addresses import page_address
from bank import Bank
from exports.data_files import data_files
from exports.records import records
from rendering.site_bank import site_bank
from served_files import ServedFile, bundle, write_files
from study.bundles import bundle_of, bundles
from study.catalog import answer_files, catalog_file

VENDOR = Path(__file__).parent / "vendor"


class _Made:
    """The files of the build that is running."""

    files: tuple[ServedFile, ...] = ()


def on_env(env, *, config: MkDocsConfig, files):
    """Make the files, and give the templates `study_script(page)`, the names of a page's script and its data,
    `study_topics`, the topics by category, and `page_address(path)`, the address of a page relative to the site."""
    bank = site_bank(Path(config.docs_dir))
    known = records(bank)
    folders = config.use_directory_urls
    answers = answer_files(known)
    catalog = catalog_file(bank, known, answers, folders=folders)
    scheduler = bundle("study/scheduler", [VENDOR / "scheduler.js"])
    licenses = ServedFile("study/LICENSES.txt", (VENDOR / "LICENSES.txt").read_text("utf-8"))
    scripts = bundles()
    data = data_files(known, name=config.site_name, address=config.site_url or "", folders=folders)
    _Made.files = (*data, *answers.values(), catalog, scheduler, licenses, *scripts.values())

    def study_script(page) -> dict | None:
        name = bundle_of(bank.pages.get(page.file.src_uri)) if page else ""
        return {"script": scripts[name].name, "catalog": catalog.name, "scheduler": scheduler.name} if name else None

    env.globals["study_script"] = study_script
    env.globals["study_topics"] = _topics(bank)
    env.globals["page_address"] = partial(page_address, folders=folders)
    return env


def _topics(bank: Bank) -> list[tuple[str, list[dict]]]:
    topics: dict[str, list[dict]] = {}
    for page in bank.topics:
        topic = {"path": page.topic, "title": page.title, "count": len(page.questions)}
        topics.setdefault(bank.category_title(page.category), []).append(topic)
    return list(topics.items())


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files."""
    write_files(Path(config.site_dir), _Made.files)
