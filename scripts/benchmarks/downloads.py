"""What is made beside the pages: study sheets, cards, the zip and the pictures for shared links."""

import sys
from collections.abc import Iterator

from bank import load_bank
from benchmarks.rows import Row
from benchmarks.setting import BUILD, DOCS, ROOT, Setting, our_project
from benchmarks.timing import run

SAMPLE = 6  # topics whose sheets are printed
SHEETS_OF_TOPIC = 2  # full and cram
OFFERED = {"SHEETS": "true", "DOWNLOADS": "true"}


def measure(setting: Setting) -> Iterator[Row]:
    """Yield the seconds of each, nothing kept from an earlier run."""
    project = our_project(setting.folder)
    run(BUILD, project, OFFERED)
    topics = [page.topic for page in load_bank(DOCS).topics]
    sample = topics[:: max(1, len(topics) // SAMPLE)][:SAMPLE]

    def seconds(tool: str, *arguments: str) -> float:
        return run((sys.executable, ROOT / "scripts" / f"{tool}.py", *arguments), project, OFFERED).seconds

    sheets = seconds("make_sheets", *sample, "--paper", "a4", "--no-cache")
    count = SHEETS_OF_TOPIC * len(sample)
    yield Row(f"{count} study sheets on A4, of {len(sample)} topics", sheets, "s")
    yield Row("each of them", sheets / count, "s")
    yield Row("Anki decks of all topics, and of all in one", seconds("make_decks"), "s")
    yield Row("zip of the site", seconds("make_zip"), "s")
    yield Row("a picture for each page", seconds("make_social_cards"), "s")
