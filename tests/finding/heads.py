"""Reads of a page what search engines and shared links read of it."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Head(HTMLParser):
    """What a page says of itself; `text` is all that readers see, its white space collapsed."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: list[str] = field(default_factory=list)
    data: list[dict] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._inside = ""
        self._texts: list[str] = []

    def handle_starttag(self, tag: str, attrs) -> None:
        given = dict(attrs)
        self._inside = given.get("type", tag) if tag in ("script", "style") else ""
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            self.meta.setdefault(name, []).append(given["content"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "application/ld+json":
            self.data.append(json.loads(data))
        elif not self._inside:
            self._texts.append(data)

    def close(self) -> None:
        super().close()
        self.text = " ".join("".join(self._texts).split())


def read_head(html: str) -> Head:
    head = Head()
    head.feed(html)
    head.close()
    return head
