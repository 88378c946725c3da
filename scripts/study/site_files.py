"""All files of the study tools and of the bank for others, and what templates have to know of them."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from addresses import page_address
from bank import Bank, Page
from bank.vocabulary import LEVELS
from exports.bank_files import bank_files
from exports.records import records
from served_files import ServedFile, bundle
from study.bundles import bundle_of, bundles
from study.catalog import answer_files, catalog_file

VENDOR = Path(__file__).parent / "vendor"


class SiteFiles(NamedTuple):
    """Files to write below the site, and data that templates read as `config.extra.…`: values, no functions, so that
    any generator can hand them over."""

    files: tuple[ServedFile, ...]
    extra: dict[str, Any]


def site_files(bank: Bank, *, name: str, address: str, folders: bool) -> SiteFiles:
    """Return the files, and for the templates:

    `addresses`: {page: address relative to the site}; `study`: {address: names of the page's script and of its data},
    for pages that have a script; `topics`: [(category, [{"path", "title", "count"}, ...]), ...]; `topic_facts`:
    {address of a topic: its category, the number of its questions, and how many there are of each level, as text}.

    `name` and `address` are the site's; `folders` is as in `page_address`. Raises OSError.
    """
    known = records(bank)
    answers = answer_files(known)
    catalog = catalog_file(bank, known, answers, folders=folders)
    scheduler = bundle("study/scheduler", [VENDOR / "scheduler.js"])
    licenses = ServedFile("study/LICENSES.txt", (VENDOR / "LICENSES.txt").read_text("utf-8"))
    scripts = bundles()
    data = bank_files(known, name=name, address=address, folders=folders)
    addresses = {path: page_address(path, folders=folders) for path in bank.pages}
    study = {
        addresses[path]: {"script": scripts[kind].name, "catalog": catalog.name, "scheduler": scheduler.name}
        for path, page in bank.pages.items()
        if (kind := bundle_of(page))
    }
    facts = {addresses[page.path]: _facts(bank, page) for page in bank.topics}
    files = (*data, *answers.values(), catalog, scheduler, licenses, *scripts.values())
    return SiteFiles(files, {"addresses": addresses, "study": study, "topics": _topics(bank), "topic_facts": facts})


def _facts(bank: Bank, page: Page) -> dict[str, Any]:
    counts = Counter(level for question in page.questions for level in question.levels)
    levels = ", ".join(f"{counts[level]} {level}" for level in LEVELS if counts[level])
    return {"category": bank.category_title(page.category), "questions": len(page.questions), "levels": levels}


def _topics(bank: Bank) -> list[tuple[str, list[dict]]]:
    topics: dict[str, list[dict]] = {}
    for page in bank.topics:
        topic = {"path": page.topic, "title": page.title, "count": len(page.questions)}
        topics.setdefault(bank.category_title(page.category), []).append(topic)
    return list(topics.items())
