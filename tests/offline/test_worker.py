"""How the service worker comes, what it keeps, and how it goes."""

import shutil

from playwright.sync_api import expect

from local_server import served
from offline.service_worker import NAME, removal
from tests.offline.conftest import SAVE_DATA, Host, device, kept, state, visited, wait_until, wait_until_kept


def test_the_first_visit_announces_nothing(browser, host):
    with device(browser) as context:
        tab = visited(context, host)
        expect(tab.locator(".notice p")).to_have_count(0)


def test_a_file_that_does_not_match_is_shown_and_not_kept(browser, host, topics):
    page = (host.folder / topics[0] / "index.html").read_text("utf-8")
    host.write(f"{topics[0]}index.html", page.replace("<h1", "<p>Of tomorrow</p><h1"))
    with device(browser) as context:
        tab = context.new_page()
        tab.goto(host.address)
        wait_until(lambda: state(tab)["active"])
        tab.goto(host.address + topics[0])
        expect(tab.get_by_text("Of tomorrow")).to_be_visible()
        assert not any(key.startswith(topics[0]) for key in kept(tab, host))


def test_interrupted_filling_goes_on_at_the_next_visit(browser, host, topics):
    missing = host.folder / topics[1] / "index.html"
    aside = missing.rename(host.folder / "aside")
    with device(browser) as context:
        tab = context.new_page()
        tab.goto(host.address)
        wait_until(lambda: state(tab)["active"])
        aside.rename(missing)
        tab.goto(host.address)
        wait_until_kept(tab, host, "shell", "rest")


def test_whoever_saves_data_keeps_the_shell_and_what_was_visited(browser, host, topics):
    with device(browser) as context:
        context.add_init_script(SAVE_DATA)
        tab = context.new_page()
        tab.goto(host.address + topics[0])
        wait_until_kept_with(tab, host, topics[0])
        context.set_offline(True)
        tab.goto(host.address + topics[0])
        expect(tab.locator("section.question").first).to_be_visible()
        tab.goto(host.address + topics[1])
        expect(tab.get_by_role("heading", level=1)).to_have_text("No network")


def wait_until_kept_with(tab, host: Host, topic: str) -> None:
    """Wait until the topic's page is kept; then no other page is but those of the shell."""
    wait_until(lambda: any(key.startswith(f"{topic}?") for key in kept(tab, host)))
    pages = {key.split("?")[0] for key in kept(tab, host) - host.keys("shell")}
    assert {page for page in pages if page.endswith("/")} == {topic}


def test_below_a_path_it_works_too(browser, host, topics, tmp_path):
    shutil.move(host.folder, tmp_path / "whole/repo")
    with served(tmp_path / "whole") as address, device(browser) as context:
        below = Host(tmp_path / "whole/repo", f"{address}repo/")
        tab = visited(context, below)
        context.set_offline(True)
        tab.goto(below.address + topics[0].rstrip("/"))
        expect(tab.locator("section.question").first).to_be_visible()
        tab.goto(below.address + "not-there/")
        expect(tab).to_have_url(f"{below.address}offline.html?page=not-there%2F")


def test_the_removing_worker_takes_everything_away(browser, host, topics):
    with device(browser) as context:
        tab = visited(context, host)
        host.write(f"{topics[0]}index.html", "<h1>Written just now</h1>")
        host.write(NAME, removal().content)
        with tab.expect_event("framenavigated", lambda _: True):
            tab.goto(host.address + topics[0])
        expect(tab.get_by_role("heading", level=1)).to_have_text("Written just now")
        wait_until(lambda: not any(state(tab).values()))
        assert tab.evaluate("caches.keys()") == []
