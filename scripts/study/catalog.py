"""What the tools know of the bank: a catalog of all questions, and for each topic the answers to say."""

from collections.abc import Iterable, Sequence
from functools import cache

from markdown_it import MarkdownIt

from addresses import page_address
from bank import Bank
from exports.records import Record
from served_files import ServedFile, data_script


def answer_files(records: Iterable[Record]) -> dict[str, ServedFile]:
    """Return for each topic a file with what a card of each question says, as HTML.

    Its data: {id: {"answer": HTML, "takeaway": HTML, "followUps": [[title, id], ...]}}.
    """
    topics: dict[str, dict] = {}
    for record in records:
        topics.setdefault(record.topic, {})[record.id] = {
            "answer": html(record.thirty_seconds),
            "takeaway": html(record.takeaway),
            "followUps": [[link.title, link.target] for link in record.follow_ups],
        }
    return {topic: data_script(f"study/answers-{topic.replace('/', '-')}", data) for topic, data in topics.items()}


def catalog_file(bank: Bank, records: Sequence[Record], answers: dict[str, ServedFile], *, folders: bool) -> ServedFile:
    """Return the file that names all topics and their questions.

    Its data: {"topics": [{"path", "title", "category", "url", "answers": file}], "questions": [[id, title, number of
    the topic in that list, type, level], ...]}.
    """
    pages = [page for page in bank.topics if page.topic in answers]
    topics = [page.topic for page in pages]
    number = {topic: n for n, topic in enumerate(topics)}
    return data_script(
        "study/catalog",
        {
            "topics": [
                {
                    "path": topic,
                    "title": page.title,
                    "category": bank.category_title(page.category),
                    "url": page_address(page.path, folders=folders),
                    "answers": answers[topic].name,
                }
                for topic, page in zip(topics, pages, strict=True)
            ],
            "questions": [[r.id, r.title, number[r.topic], r.type, r.level] for r in records],
        },
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    # An answer that is shown by itself, or spoken, leads nowhere: of its links, the text.
    for end in ("open", "close"):
        parser.add_render_rule(f"link_{end}", lambda *_: "")
    return parser


@cache
def html(markdown: str) -> str:
    """Return a spoken answer or a takeaway as HTML, its links as text."""
    return _parser().render(markdown).strip()
