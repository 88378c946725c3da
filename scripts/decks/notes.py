"""The note of a question: what its card says, in the fields of the model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import genanki

from addresses import page_address
from bank.model import Fence
from decks.drawings import Drawing, drawing
from decks.model import FIELDS
from decks.samples import sample_html
from exports.records import Record
from study.catalog import html


@dataclass(frozen=True, slots=True)
class Card:
    """A note, and the images that it shows."""

    note: genanki.Note
    drawings: tuple[Drawing, ...]


def guid(question: str) -> str:
    """Return the name by which Anki knows the note of the question with this id, in whatever deck it is.

    Of the id alone, which is for ever: a question may get another title, and move to another topic.
    """
    return genanki.guid_for("aloud", question)


def card(record: Record, fences: Sequence[Fence], *, model: genanki.Model, site: str, position: int) -> Card:
    """Return the card of a question with its fences (diagrams and samples).

    `site` is the site's absolute address, or empty; new cards are learned in the order of their `position`. Raises
    UsageError for a diagram that is not drawn yet, else OSError.
    """
    drawings = {fence.line: drawing(fence.content) for fence in fences if fence.language == "mermaid"}
    more = [_figure(drawings[fence.line]) if fence.line in drawings else sample_html(fence) for fence in fences]
    fields = {
        "Question": escape(record.title),
        "Topic": escape(record.topic_title),
        "Level": record.level,
        "Type": record.type,
        "Answer": html(record.thirty_seconds),
        "Takeaway": html(record.takeaway),
        "Follow-ups": _list(link.title for link in record.follow_ups),
        "More": "\n".join(more),
        "Link": escape(f"{site}{page_address(f'{record.topic}.md')}#{record.id}") if site else "",
        "Id": record.id,
    }
    note = genanki.Note(
        model, [_literal(fields[name]) for name in FIELDS], tags=_tags(record), guid=guid(record.id), due=position
    )
    return Card(note, tuple(drawings.values()))


def _literal(field: str) -> str:
    # Anki reads [sound:…], [latex] and others in the text of a field, code included.
    return field.replace("[", "&#91;")


def _figure(drawing: Drawing) -> str:
    # The style sheet of the cards needs the width: it lets a wide drawing scroll where it would become too small.
    return (
        f'<figure class="diagram" style="--width: {drawing.width}px"><img src="{drawing.name}" '
        f'width="{drawing.width}" height="{drawing.height}" alt="{escape(drawing.text)}"></figure>'
    )


def _list(titles: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(title)}</li>" for title in titles)
    return f"<ul>{items}</ul>" if items else ""


def _tags(record: Record) -> list[str]:
    return [
        f"aloud::topic::{record.topic.replace('/', '::')}",
        f"aloud::level::{record.level}",
        f"aloud::type::{record.type}",
    ]
