"""The built pages, as what finds them reads them."""

import pytest

from addresses import page_address
from tests.conftest import ROOT
from tests.finding.heads import Head, read_head


@pytest.fixture(scope="package")
def site_address() -> str:
    """The address that the site is built for, with a slash at its end."""
    from mkdocs.config import load_config

    return load_config(str(ROOT / "mkdocs.yml")).site_url


@pytest.fixture(scope="package")
def heads(bank, built) -> dict[str, Head]:
    """What each page says of itself, by the path of its source."""
    return {
        path: read_head((built.folder / page_address(path) / "index.html").read_text("utf-8")) for path in bank.pages
    }
