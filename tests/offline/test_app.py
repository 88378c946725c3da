"""The site as an app."""

import json
import re
import struct

import pytest

from offline.app import colors
from tests.conftest import ROOT

TAG = re.compile(r'<link rel="manifest" href="([^"]*)">')


@pytest.fixture
def manifest(built) -> dict:
    return json.loads((built.folder / "manifest.webmanifest").read_text("utf-8"))


def test_every_page_names_the_manifest(built, bank):
    for file in built.folder.rglob("*.html"):
        if file.name != "404.html":  # its addresses are those of the host's root
            assert (file.parent / TAG.search(file.read_text("utf-8"))[1]).resolve() == (
                built.folder / "manifest.webmanifest"
            ), file


def test_icons_have_the_sizes_that_the_manifest_says(manifest, built):
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"] if icon["purpose"] == "any"}
    assert any(icon["purpose"] == "maskable" for icon in manifest["icons"])
    for icon in manifest["icons"]:
        header = (built.folder / icon["src"]).read_bytes()[:24]
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert "{}x{}".format(*struct.unpack(">II", header[16:])) == icon["sizes"], icon["src"]


def test_shortcuts_and_start_are_pages_below_the_manifest(manifest, built):
    for address in (manifest["start_url"], manifest["scope"], *(one["url"] for one in manifest["shortcuts"])):
        assert not address.startswith("/")
        assert (built.folder / address / "index.html").is_file(), address


def test_colors_are_those_of_the_light_scheme(manifest, built):
    light = colors((ROOT / "docs/assets/stylesheets/tokens.css").read_text("utf-8"))["default"]
    assert (manifest["theme_color"], manifest["background_color"]) == (light["surface"], light["ground"])


def test_the_browser_finds_no_fault_with_the_manifest(browser, address):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        said = context.new_cdp_session(page).send("Page.getAppManifest")
    assert said["url"] == f"{address}manifest.webmanifest"
    assert said["errors"] == []
