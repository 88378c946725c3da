"""The kind of note that a question becomes ("note type" in Anki): its fields, its template and its style."""

from pathlib import Path

import genanki

from decks.palette import DARK, LIGHT, declarations

NAME = "Aloud"
# A learner's Anki knows the kind by this number. With another, it would update none of the notes that it has.
MODEL_ID = 1607392319
# For ever, as is the number of templates: if a field is added, taken away, renamed or moved, Anki updates no note that
# a learner has, unless "Merge note types" is chosen at the import. "More" is HTML: what a card shall say in addition
# can go there. What the template and the style say may change; Anki takes them over from a later build.
FIELDS = ("Question", "Topic", "Level", "Type", "Answer", "Takeaway", "Follow-ups", "More", "Link", "Id")

_HERE = Path(__file__).parent


def model() -> genanki.Model:
    """Return the kind of note. Raises OSError."""
    front, back, style = ((_HERE / name).read_text("utf-8") for name in ("front.html", "back.html", "card.css"))
    light, dark = declarations(style, LIGHT), declarations(style, DARK)
    colors = f".card,\n.card .diagram {{\n{light}}}\n\n.card.nightMode,\n.nightMode .card {{\n{dark}}}\n"
    return genanki.Model(
        MODEL_ID,
        NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Say it aloud", "qfmt": front, "afmt": back}],
        css=f"{colors}\n{style}",
    )
