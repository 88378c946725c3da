"""The bank as JSON, with its schema, and as CSV."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from addresses import page_address
from exports.records import Record
from served_files import ServedFile

SCHEMA = Path(__file__).with_name("questions.schema.json")
FOLDER = "data"
COLUMNS = ("id", "url", "title", "type", "level", "topic", "category", "thirty_seconds", "takeaway", "reviewed")


def bank_files(records: Sequence[Record], *, name: str, address: str, folders: bool) -> list[ServedFile]:
    """Return `questions.json`, its schema and `questions.csv`.

    `name` and `address` are the site's; `folders` is as in `page_address`. Raises OSError if the schema is missing.
    """
    urls = [f"{page_address(f'{record.topic}.md', folders=folders)}#{record.id}" for record in records]
    bank = {
        "$schema": SCHEMA.name,
        "name": name,
        "address": address,
        "license": "CC-BY-4.0",
        "questions": [_json(record, url) for record, url in zip(records, urls, strict=True)],
    }
    return [
        ServedFile(f"{FOLDER}/questions.json", json.dumps(bank, ensure_ascii=False, indent=1) + "\n"),
        ServedFile(f"{FOLDER}/{SCHEMA.name}", SCHEMA.read_text("utf-8")),
        ServedFile(f"{FOLDER}/questions.csv", _csv(records, [address + url for url in urls])),
    ]


def _json(record: Record, url: str) -> dict:
    data = {_camel_case(key): value for key, value in asdict(record).items()}
    if record.quick_check:
        data["quickCheck"]["options"] = [{"text": o.text, "isRight": o.is_right} for o in record.quick_check.options]
    return {"id": record.id, "url": url, **data}


def _camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _csv(records: Sequence[Record], urls: Sequence[str]) -> str:
    text = io.StringIO()
    text.write("\ufeff")  # or a spreadsheet takes the bytes for those of another encoding
    rows = csv.DictWriter(text, COLUMNS, extrasaction="ignore", lineterminator="\r\n")  # as RFC 4180 has it
    rows.writeheader()
    for record, url in zip(records, urls, strict=True):
        rows.writerow(
            {
                **{column: getattr(record, column) for column in COLUMNS if column != "url"},
                "url": url,
                **{k: " ".join(getattr(record, k).split()) for k in ("thirty_seconds", "takeaway")},
            }
        )
    return text.getvalue()
