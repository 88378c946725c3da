"""Drives a search box in a browser: ours, and the theme's, for comparison."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from bank import Bank

SHOWN = 10
_ANSWERED = """() => document.querySelector(".md-search-result__link")
  || /^No match/.test(document.querySelector(".md-search-result__meta").textContent)"""


@dataclass
class OurBox:
    """Our box on an open page."""

    page: Page

    def prepare(self) -> None:
        """Open the box, and wait until all text is searched."""
        self.page.keyboard.press("/")
        self.page.wait_for_selector(".md-search.is-complete", state="attached")

    def ask(self, text: str) -> list[str]:
        """Type a query; return the addresses of the questions shown, best first."""
        self.page.fill(".md-search__input", text)
        self.page.wait_for_selector(".search-results:not([aria-busy])", state="attached")
        return self.page.eval_on_selector_all(
            ".search-result:not(.search-result--topic) a", "links => links.map((link) => link.href)"
        )


@dataclass
class StockBox:
    """The theme's own box on an open page."""

    page: Page

    def prepare(self) -> None:
        """Open the box, and wait until its index is there."""
        self.page.keyboard.press("/")
        self._type("a")
        self.page.wait_for_function(_ANSWERED)

    def ask(self, text: str) -> list[str]:
        """Type a query; return the addresses of the sections shown, best first."""
        self._type("")
        self.page.wait_for_function("() => !document.querySelector('.md-search-result__item')")
        self._type(text)
        with suppress(PlaywrightTimeout):  # a query of stop words only leaves the box as it is
            self.page.wait_for_function(_ANSWERED, timeout=2_000)
        return self.page.eval_on_selector_all(".md-search-result__link", "links => links.map((link) => link.href)")

    def _type(self, text: str) -> None:
        self.page.fill(".md-search__input", text)
        self.page.dispatch_event(".md-search__input", "keyup")  # what the theme's box listens to


def questions_of(addresses: list[str], anchors: Mapping[str, str]) -> tuple[str, ...]:
    """Return the questions (`page#id`) behind addresses, each once; an address that is in no question is left out."""
    found = dict.fromkeys(anchors.get(_place(address)) for address in addresses)
    return tuple(question for question in found if question)[:SHOWN]


def anchors_of(bank: Bank) -> dict[str, str]:
    """Return for each heading inside a question (`page#anchor`) its question (`page#id`)."""
    anchors = {}
    for page in bank.topics:
        path = page.topic
        for question in page.questions:
            for heading in page.headings:
                if question.line <= heading.line <= question.end_line:
                    anchors[f"{path}#{heading.anchor}"] = f"{path}#{question.id}"
    return anchors


def _place(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path.strip('/')}#{parts.fragment}"
