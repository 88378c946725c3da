"""Makes the search's files, named by their content, so that each can be cached for ever.

`engine-*.js` searches and shows what was found; `arrival-*.js` marks the words on the page that was found.
`first-*.js` holds the titles, and is small; `whole-*.js` an index of all text, and what else people type for a
question; and `text-*.js` the text of one topic, from which the box shows passages. The engine that searches in the
browser also builds the index, in V8: what is a word, and what its stem, is said in one place.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from py_mini_racer import MiniRacer

from addresses import page_address
from bank import Bank, Page, load_bank
from bank.cache import ContentCache
from bank.load import page_cache
from bank.model import Question
from data_files import load_data
from search.documents import Document, documents
from served_files import ServedFile, bundle, data_script, write_files

HERE = Path(__file__).parent
SYNONYMS = HERE / "synonyms.yaml"
PHRASINGS = HERE / "phrasings"
LICENSES = HERE / "vendor/LICENSES.txt"
# What makes an index, what else searches it, and what marks words: in the order in which they run.
INDEXER = ("vendor/minisearch.js", "vendor/stemmer.js", "browser/terms.js", "browser/engine.js")
ENGINE = (*INDEXER, *(f"browser/{name}.js" for name in ("query", "ranking", "find", "passage", "results")))
NOTICE = "/*! MiniSearch and stemmer are under the MIT license: LICENSES.txt beside this file */\n"
ARRIVAL = ("vendor/stemmer.js", *(f"browser/{name}.js" for name in ("terms", "passage", "arrival")))


class Index(NamedTuple):
    """The files of the search, and the names of those that the box brings in itself."""

    files: tuple[ServedFile, ...]
    first: str
    whole: str
    engine: str
    arrival: str

    @property
    def names(self) -> dict[str, str]:
        """The names of those files, as templates read them: `config.extra.search`."""
        return {"first": self.first, "whole": self.whole, "engine": self.engine, "arrival": self.arrival}

    def write(self, site: Path) -> None:
        """Write the files below the site's folder. Raises OSError."""
        write_files(site, self.files)


def phrasings(page: Page) -> dict[str, list[str]]:
    """Return what people type for the questions of a topic, by their ids; {} if nobody has written any."""
    file = PHRASINGS / Path(page.path).with_suffix(".yaml")
    return load_data(file) if file.exists() else {}


def build_index(
    bank: Bank,
    cache: ContentCache | None = None,
    phrasings_of: Callable[[Page], Mapping[str, list[str]]] = phrasings,
    *,
    folders: bool = True,
) -> Index:
    """Return the search index of a bank, from the cache if no searched text has changed.

    `phrasings_of` gives what people type for the questions of a topic, by their ids; `folders` is as in
    `page_address`.
    """
    questions = [
        _Question(page, question, document, f"{page_address(page.path, folders=folders)}#{question.id}")
        for page in bank.topics
        for question, document in zip(page.questions, documents(page, phrasings_of(page)), strict=True)
    ]
    source = json.dumps([asdict(question.document) for question in questions], ensure_ascii=False)
    index = cache.get_or_make(source, lambda: _run(questions)) if cache else _run(questions)
    texts = {page.path: _text(page, [one for one in questions if one.page is page]) for page in bank.topics}
    topics = [
        *(_topic(page, page_address(page.path, folders=folders), texts[page.path].name) for page in bank.topics),
        *(_topic(page, page_address(page.path, folders=folders)) for page in bank.guides),
    ]
    first = data_script(
        "search/first",
        {"questions": [question.facts for question in questions], "topics": topics, "synonyms": _synonyms()},
    )
    whole = data_script(
        "search/whole",
        {
            "index": json.loads(index),
            "asked": [question.document.asked for question in questions],
            "phrases": [question.document.phrases for question in questions],
        },
    )
    engine = bundle("search/engine", [HERE / file for file in ENGINE], NOTICE)
    arrival = bundle("search/arrival", [HERE / file for file in ARRIVAL], NOTICE)
    licenses = ServedFile("search/LICENSES.txt", LICENSES.read_text("utf-8"))
    files = (first, whole, engine, arrival, *texts.values(), licenses)
    return Index(files, first.name, whole.name, engine.name, arrival.name)


def build_index_of(docs: Path, folders: bool) -> Index:
    """Return the search index of the bank below `docs`, as the site has it; see `build_index`."""
    return build_index(load_bank(docs, page_cache()), index_cache(), folders=folders)


def index_cache() -> ContentCache:
    """Return a cache for `build_index` that knows what an index depends on besides the text."""
    return ContentCache(Path(".cache/search"), [HERE / file for file in INDEXER])


class _Question(NamedTuple):
    page: Page
    question: Question
    document: Document
    url: str

    @property
    def facts(self) -> dict:
        return {
            "title": self.document.title,
            "topic": self.page.title,
            "url": self.url,
            "type": self.question.types[0] if self.question.types else "",
            "level": self.question.levels[0] if self.question.levels else "",
        }


def _text(page: Page, questions: Sequence[_Question]) -> ServedFile:
    """Return the file with a topic's text: for each question id its passages."""
    name = page.topic.replace("/", "-")
    return data_script(f"search/text-{name}", {one.question.id: one.document.passages for one in questions})


def _topic(page: Page, url: str, text: str = "") -> dict:
    names = _names(page) if page.is_topic else [page.title]
    return {"title": page.title, "url": url, "names": names, "count": len(page.questions), "text": text}


def _names(page: Page) -> list[str]:
    """Return what a reader calls the whole topic: its title, the titles that it joins, and its abbreviations."""
    abbreviations = [alias for alias in page.aliases if alias.isupper() and alias.isalnum()]
    return list(dict.fromkeys([page.title, *page.title.split(" and "), *abbreviations]))


def _synonyms() -> dict:
    data = load_data(SYNONYMS)
    return {"same": data["same"], "leads": list(data["leads"].items())}


def _run(questions: Sequence[_Question]) -> str:
    fields = [{"id": number, **_fields(question.document)} for number, question in enumerate(questions)]
    with MiniRacer() as engine:
        for file in INDEXER:
            engine.eval((HERE / file).read_text("utf-8"))
        return engine.call("aloud.index.build", fields)


def _fields(document: Document) -> dict[str, str]:
    fields = {name: value for name, value in asdict(document).items() if name != "passages"}
    return {name: "\n".join(value) if isinstance(value, list) else value for name, value in fields.items()}
