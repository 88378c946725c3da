"""Makes the search's files, named by their content, so that each can be cached for ever.

`engine-*.js` searches and shows what was found; `arrival-*.js` marks the words on the page that was found.
`first-*.json` holds the titles, and is small; `whole-*.json` an index of all text, and what else people type for a
question; and `text-*.json` the text of one topic, from which the box shows passages. The engine that searches in the
browser also builds the index, in V8: what is a word, and what its stem, is said in one place.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from py_mini_racer import MiniRacer

from bank import Bank, Page
from bank.cache import ContentCache
from bank.model import Question
from data_files import load_data
from search.documents import Document, documents

HERE = Path(__file__).parent
SYNONYMS = HERE / "synonyms.yaml"
PHRASINGS = HERE / "phrasings"
LICENSES = HERE / "vendor/LICENSES.txt"
# What makes an index, what else searches it, and what marks words: in the order in which they run.
INDEXER = ("vendor/minisearch.js", "vendor/stemmer.js", "browser/terms.js", "browser/engine.js")
ENGINE = (*INDEXER, *(f"browser/{name}.js" for name in ("query", "ranking", "find", "passage", "results")))
ARRIVAL = ("vendor/stemmer.js", *(f"browser/{name}.js" for name in ("terms", "passage", "arrival")))


class Index(NamedTuple):
    """The files by their names relative to the site, and the names of those that the box brings in itself."""

    files: dict[str, str]
    first: str
    whole: str
    engine: str
    arrival: str

    def write(self, site: Path) -> None:
        """Write the files below the site's folder."""
        for name, content in self.files.items():
            file = site / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, "utf-8")


def phrasings(page: Page) -> dict[str, list[str]]:
    """Return what people type for the questions of a topic, by their ids; {} if nobody has written any."""
    file = PHRASINGS / Path(page.path).with_suffix(".yaml")
    return load_data(file) if file.exists() else {}


def build_index(
    bank: Bank,
    cache: ContentCache | None = None,
    phrasings_of: Callable[[Page], Mapping[str, list[str]]] = phrasings,
) -> Index:
    """Return the search index of a bank, from the cache if no searched text has changed.

    `phrasings_of` gives what people type for the questions of a topic, by their ids."""
    questions = [
        _Question(page, question, document)
        for page in bank.topics
        for question, document in zip(page.questions, documents(page, phrasings_of(page)), strict=True)
    ]
    source = json.dumps([asdict(question.document) for question in questions], ensure_ascii=False)
    index = cache.get_or_make(source, lambda: _run(questions)) if cache else _run(questions)
    texts = {page.path: _text(page, [one for one in questions if one.page is page]) for page in bank.topics}
    first_name, first = _named(
        "first",
        {
            "questions": [question.facts for question in questions],
            "topics": [
                *(_topic(page, texts[page.path][0]) for page in bank.topics),
                *(_topic(page) for page in _about(bank)),
            ],
            "synonyms": _synonyms(),
        },
    )
    whole_name, whole = _named(
        "whole",
        {
            "index": json.loads(index),
            "asked": [question.document.asked for question in questions],
            "phrases": [question.document.phrases for question in questions],
        },
    )
    engine_name, engine = _bundle("engine", ENGINE)
    arrival_name, arrival = _bundle("arrival", ARRIVAL)
    files = {first_name: first, whole_name: whole, engine_name: engine, arrival_name: arrival}
    files |= {**dict(texts.values()), "search/LICENSES.txt": LICENSES.read_text("utf-8")}
    return Index(files, first_name, whole_name, engine_name, arrival_name)


def index_cache() -> ContentCache:
    """Return a cache for `build_index` that knows what an index depends on besides the text."""
    return ContentCache(Path(".cache/search"), [HERE / file for file in INDEXER])


class _Question(NamedTuple):
    page: Page
    question: Question
    document: Document

    @property
    def facts(self) -> dict:
        return {
            "title": self.document.title,
            "topic": self.page.title,
            "url": f"{_address(self.page)}#{self.question.id}",
            "type": self.question.types[0] if self.question.types else "",
            "level": self.question.levels[0] if self.question.levels else "",
        }


def _text(page: Page, questions: Sequence[_Question]) -> tuple[str, str]:
    """Return name and content of the file with a topic's text: for each question id its passages."""
    name = page.path.removesuffix(".md").replace("/", "-")
    return _named(f"text-{name}", {one.question.id: one.document.passages for one in questions})


def _about(bank: Bank) -> list[Page]:
    return [page for page in bank.pages.values() if page.path.startswith("about/")]


def _topic(page: Page, text: str = "") -> dict:
    names = _names(page) if page.is_topic else [page.title]
    return {"title": page.title, "url": _address(page), "names": names, "count": len(page.questions), "text": text}


def _names(page: Page) -> list[str]:
    """Return what a reader calls the whole topic: its title, the titles that it joins, and its abbreviations."""
    abbreviations = [alias for alias in page.aliases if alias.isupper() and alias.isalnum()]
    return list(dict.fromkeys([page.title, *page.title.split(" and "), *abbreviations]))


def _synonyms() -> dict:
    data = load_data(SYNONYMS)
    return {"same": data["same"], "leads": list(data["leads"].items())}


def _address(page: Page) -> str:
    return page.path.removesuffix(".md") + "/"


def _run(questions: Sequence[_Question]) -> str:
    fields = [{"id": number, **_fields(question.document)} for number, question in enumerate(questions)]
    with MiniRacer() as engine:
        for file in INDEXER:
            engine.eval((HERE / file).read_text("utf-8"))
        return engine.call("aloud.index.build", fields)


def _fields(document: Document) -> dict[str, str]:
    fields = {name: value for name, value in asdict(document).items() if name != "passages"}
    return {name: "\n".join(value) if isinstance(value, list) else value for name, value in fields.items()}


def _named(kind: str, data) -> tuple[str, str]:
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"search/{kind}-{_digest(content)}.json", content


def _bundle(kind: str, files: Sequence[str]) -> tuple[str, str]:
    """Return name and content of scripts in one file: over a slow line each request costs more than its bytes."""
    notice = "/*! MiniSearch and stemmer are under the MIT license: LICENSES.txt beside this file */\n"
    content = notice + "\n".join((HERE / file).read_text("utf-8") for file in files)
    return f"search/{kind}-{_digest(content)}.js", content


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:12]
