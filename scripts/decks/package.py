"""Anki's package format: a ZIP archive with a collection and its images."""

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing

import genanki

# The earliest time that a ZIP archive can have. Its own times say nothing: Anki asks those in the collection.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def package(decks: Sequence[genanki.Deck], images: Mapping[str, bytes], time: int) -> bytes:
    """Return a package of decks and the images that they show, by the names of their files.

    `time` is when it was made, in seconds since 1970: Anki updates a note that it has only by one that is later. What
    is the same is packed into the same bytes, which genanki's own writer does not do.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package(list(decks)).write_to_db(database.cursor(), time, itertools.count(time * 1000))
        database.commit()
        collection = database.serialize()
    names = dict(enumerate(sorted(images)))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in (
            ("collection.anki2", collection),
            ("media", json.dumps(names).encode()),
            *((str(number), images[name]) for number, name in names.items()),
        ):
            file.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()
