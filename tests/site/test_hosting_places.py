"""The same site wherever it is put, and whenever it is built."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from local_server import served
from tests.conftest import build

SUB_PATH = "repository/"


def test_two_builds_are_the_same_byte_for_byte(built, tmp_path):
    build(tmp_path / "again")
    for file in sorted((tmp_path / "again").rglob("*")):
        if file.is_file():
            name = file.relative_to(tmp_path / "again")
            assert file.read_bytes() == (built.folder / name).read_bytes(), name


@pytest.fixture(scope="module")
def below_a_path(tmp_path_factory):
    """The address of a site that was built for a place below the root of its host."""
    host = tmp_path_factory.mktemp("host")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"https://owner.example/{SUB_PATH}")
        build(host / SUB_PATH)
    shutil.copy(host / SUB_PATH / "404.html", host / "404.html")  # what such hosts answer for anything unknown
    with served(host) as address:
        yield address


def test_below_a_path_pages_and_search_find_each_other(browser, below_a_path):
    page = browser.new_page(service_workers="block")
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{below_a_path}{SUB_PATH}")
    page.get_by_role("link", name="IAM", exact=True).first.click()
    expect(page).to_have_url(re.compile(f"/{SUB_PATH}security/iam/$"))
    page.wait_for_load_state()  # a key means something once scripts have run
    page.keyboard.press("/")
    page.fill(".md-search__input", "exit code 137")
    expect(page.locator(".search-result mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/{SUB_PATH}containers/ecs/"))
    assert failed == []
    page.close()


def test_below_a_path_an_unknown_address_leads_back_into_the_site(browser, below_a_path):
    page = browser.new_page(service_workers="block")
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{below_a_path}404.html")
    page.locator("main").get_by_text("Search a service").click()
    page.fill(".md-search__input", "exit code 137")
    expect(page.locator(".search-result mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/{SUB_PATH}containers/ecs/"))
    page.go_back()
    page.get_by_role("link", name="All topics").click()
    expect(page).to_have_url(f"{below_a_path}{SUB_PATH}")
    assert failed == []
    page.close()
