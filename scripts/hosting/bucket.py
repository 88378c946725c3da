"""The bucket of the site: the files below `site/`, and beside them which of those no page asks for any more."""

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

from hosting.sending import cache_control, content_type, is_named_by_content

FOLDER = "site/"  # what CloudFront may read
SUPERSEDED = "superseded.json"  # {name: since when no page asks for it, in ISO 8601}
# A tab may stay open for weeks, and asks then for the files of its own edition.
KEPT = timedelta(days=30)
_AT_ONCE = 8
_DELETED_AT_ONCE = 1000  # more S3 does not take


class Bucket:
    """The site's bucket, by its name and a client of S3. All methods raise what botocore raises."""

    def __init__(self, client, name: str):
        self._s3 = client
        self._name = name

    def upload(self, site: Path, names: Iterable[str]) -> None:
        """Put files of the built site, given by their names relative to it. Raises OSError if one cannot be read."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for _ in pool.map(lambda name: self._put(site, name), names):
                pass

    def remove_old(self, names: Iterable[str], now: datetime) -> int:
        """Delete what is none of these files, which are all of the site, and return how many files that were.

        What is named by its content stays for `KEPT` after the first publication without it.
        """
        others = self._names() - set(names)
        since = self._superseded()
        superseded = {name: since.get(name, now.isoformat()) for name in others if is_named_by_content(name)}
        kept = {name: day for name, day in superseded.items() if datetime.fromisoformat(day) + KEPT > now}
        text = json.dumps(kept, indent=1, sort_keys=True)
        self._s3.put_object(Bucket=self._name, Key=SUPERSEDED, Body=text.encode(), ContentType="application/json")
        old = sorted(others - kept.keys())
        for start in range(0, len(old), _DELETED_AT_ONCE):
            keys = [{"Key": FOLDER + name} for name in old[start : start + _DELETED_AT_ONCE]]
            self._s3.delete_objects(Bucket=self._name, Delete={"Objects": keys, "Quiet": True})
        return len(old)

    def _put(self, site: Path, name: str) -> None:
        self._s3.put_object(
            Bucket=self._name,
            Key=FOLDER + name,
            Body=(site / name).read_bytes(),
            CacheControl=cache_control(name),
            ContentType=content_type(name),
        )

    def _names(self) -> set[str]:
        pages = self._s3.get_paginator("list_objects_v2").paginate(Bucket=self._name, Prefix=FOLDER)
        return {item["Key"].removeprefix(FOLDER) for page in pages for item in page.get("Contents", ())}

    def _superseded(self) -> dict[str, str]:
        try:
            return json.load(self._s3.get_object(Bucket=self._name, Key=SUPERSEDED)["Body"])
        except self._s3.exceptions.NoSuchKey:
            return {}
