"""Pages as data for search engines, in the vocabulary of https://schema.org, as JSON-LD.

A topic is a FAQPage: each question has one answer, and it is the site's. (QAPage is for pages where readers answer:
https://developers.google.com/search/docs/appearance/structured-data/qapage.) Every text is one that the page shows.
"""

import json
from collections.abc import Sequence

from addresses import page_address
from bank import Bank, Page
from bank.plain import plain
from exports.records import Record

_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_CONTEXT = {"@context": "https://schema.org"}


def structured_data(bank: Bank, page: Page, records: Sequence[Record], site_name: str, site_address: str) -> str:
    """Return the JSON-LD of a page, to stand in a `<script>`. `records` are those of the page's questions.

    `site_address` is absolute, with a slash at its end.
    """
    website = {"@type": "WebSite", "@id": f"{site_address}#site", "name": site_name, "url": site_address}
    if page.path == "index.md":
        return _script(website | {"description": page.description, "inLanguage": "en", "license": _LICENSE})
    address = site_address + page_address(page.path)
    about = {
        "@type": "FAQPage" if records else "WebPage",
        "@id": address,
        "url": address,
        "name": page.title,
        "description": page.description,
        "inLanguage": "en",
        "license": _LICENSE,
        "isPartOf": {"@id": website["@id"]},
    }
    if records:
        about["dateModified"] = records[0].reviewed
        about["mainEntity"] = [_question(address, record) for record in records]
    return _script({"@graph": [website, about, _breadcrumbs(page, site_name, site_address, address)]})


def _question(address: str, record: Record) -> dict:
    return {
        "@type": "Question",
        "@id": f"{address}#{record.id}",
        "name": record.title,
        "acceptedAnswer": {"@type": "Answer", "text": plain(record.thirty_seconds), "url": f"{address}#{record.id}"},
    }


def _breadcrumbs(page: Page, site_name: str, site_address: str, address: str) -> dict:
    places = [(site_name, site_address), (page.title, address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": item}
            for position, (name, item) in enumerate(places, 1)
        ],
    }


def _script(data: dict) -> str:
    """Return JSON in which nothing ends the script that it stands in."""
    return json.dumps(_CONTEXT | data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
