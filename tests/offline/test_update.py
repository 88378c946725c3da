"""How one edition gives way to the next."""

import re

from playwright.sync_api import expect

from offline.service_worker import NAME
from tests.accessibility import assert_accessible
from tests.offline.conftest import SAVE_DATA, Host, device, kept, state, visited, wait_until, wait_until_kept

GROUND = "getComputedStyle(document.body).getPropertyValue('--ground')"
RECOLORED = "#010203"


def change(host: Host, topic: str) -> None:
    """Bring a new edition: one topic has another heading."""
    name = f"{topic}index.html"
    page = (host.folder / name).read_text("utf-8")
    host.write(name, re.sub(r"(<h1[^>]*>)", r"\1Changed: ", page))
    host.deploy()


def wait_for_notice(tab) -> None:
    """Browsers look for a new worker only some time after a page has loaded."""
    expect(tab.locator(".notice")).to_contain_text("A newer edition is ready.", timeout=20_000)


def recolor(host: Host) -> None:
    styles = next(host.folder.glob("assets/stylesheets/site-*.css"))
    recolored = re.sub(r"--ground:#\w+", f"--ground:{RECOLORED}", styles.read_text("utf-8"))
    host.write(styles.relative_to(host.folder).as_posix(), recolored)


def test_a_newer_edition_is_announced_and_only_what_changed_is_fetched(browser, host, topics):
    with device(browser) as context:
        tab = visited(context, host)
        before = kept(tab, host)
        change(host, topics[0])
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url) if request.service_worker else None)
        tab.goto(host.address + topics[0])
        expect(tab.get_by_role("heading", level=1)).not_to_contain_text("Changed")
        wait_for_notice(tab)
        assert_accessible(tab, ".notice")
        assert state(tab)["waiting"] and before <= kept(tab, host)  # this page may still ask for its own files
        with tab.expect_navigation():
            tab.get_by_role("button", name="Reload").click()
        expect(tab.get_by_role("heading", level=1)).to_contain_text("Changed")
        wait_until_kept(tab, host, "shell", "rest")
        assert len(before - kept(tab, host)) == 1
        assert set(asked) <= {host.address + NAME, host.address + topics[0]}
        expect(tab.locator(".notice p")).to_have_count(0)


def test_an_edition_that_was_waved_away_comes_when_all_tabs_are_closed(browser, host, topics):
    with device(browser) as context:
        tab = visited(context, host)
        change(host, topics[0])
        tab.goto(host.address)
        wait_for_notice(tab)
        tab.get_by_role("button", name="Close").click()
        later = context.new_page()
        tab.close()

        def is_changed() -> bool:
            later.goto("about:blank")  # the browser may take a while to see that no tab is left
            later.goto(host.address + topics[0])
            return "Changed" in later.locator("h1").inner_text()

        wait_until(is_changed)


def test_another_tab_can_reload_after_one_has_taken_over(browser, host, topics):
    with device(browser) as context:
        one = visited(context, host)
        two = context.new_page()
        change(host, topics[0])
        for tab in (one, two):
            tab.goto(host.address + topics[0])
            wait_for_notice(tab)
        with one.expect_navigation():
            one.get_by_role("button", name="Reload").click()
        expect(one.get_by_role("heading", level=1)).to_contain_text("Changed")
        expect(two.get_by_role("heading", level=1)).not_to_contain_text("Changed")  # what is done there is not lost
        with two.expect_navigation():
            two.get_by_role("button", name="Reload").click()
        expect(two.get_by_role("heading", level=1)).to_contain_text("Changed")


def test_a_failed_installation_leaves_the_old_edition_working(browser, host, topics):
    with device(browser) as context:
        tab = visited(context, host)
        before = kept(tab, host)
        change(host, "")
        host.write("index.html", "half of it")  # a host in the middle of a deployment
        with context.expect_event("request", lambda r: r.url == host.address and bool(r.service_worker)):
            tab.goto(host.address)
        wait_until(lambda: not state(tab)["installing"])
        context.set_offline(True)
        for address in ("", *topics):
            tab.goto(host.address + address)
            expect(tab.get_by_role("heading", level=1)).not_to_contain_text("Changed")
        assert before <= kept(tab, host)
        expect(tab.locator(".notice p")).to_have_count(0)


def test_a_page_of_another_edition_gets_the_files_of_that_edition(browser, host, topics):
    with device(browser) as context:
        context.add_init_script(SAVE_DATA)
        tab = context.new_page()
        tab.goto(host.address)
        wait_until_kept(tab, host, "shell")
        recolor(host)
        host.write(f"{topics[0]}index.html", (host.folder / topics[0] / "index.html").read_bytes() + b"\n")
        tab.goto(host.address + topics[0])
        assert tab.evaluate(GROUND) == RECOLORED
        tab.goto(host.address)
        assert tab.evaluate(GROUND) != RECOLORED


def test_a_new_page_gets_the_new_styles(browser, host):
    with device(browser) as context:
        tab = visited(context, host)
        recolor(host)
        host.deploy()
        tab.goto(host.address)
        wait_for_notice(tab)
        assert tab.evaluate(GROUND) != RECOLORED
        with tab.expect_navigation():
            tab.get_by_role("button", name="Reload").click()
        assert tab.evaluate(GROUND) == RECOLORED
