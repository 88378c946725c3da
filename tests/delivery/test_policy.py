"""What pages may load and run."""

import re
from urllib.parse import quote

import pytest

from delivery.policy import digests, header, with_policy

META = re.compile(r'<meta http-equiv="content-security-policy" content="([^"]*)">')
SHOUT = "document.documentElement.dataset.injected = 'yes'"
INJECTIONS = [
    f"<script>{SHOUT}</script>",
    f'<img src="x" onerror="{SHOUT}">',
    f'"><svg onload="{SHOUT}">',
    f"';{SHOUT};'",
    f"javascript:{SHOUT}",
]


def pages(built) -> dict[str, str]:
    return {file.relative_to(built.folder).as_posix(): file.read_text("utf-8") for file in built.folder.rglob("*.html")}


def test_each_page_has_its_policy_before_anything_that_it_governs(built):
    for name, html in pages(built).items():
        assert META.search(html), name
        assert META.search(html).start() < min(html.index("<script"), html.index("<link")), name


def test_scripts_run_by_digest_or_from_the_site_only(built):
    for name, html in pages(built).items():
        scripts = re.search("script-src ([^;]*)", META.search(html)[1])[1].split()
        assert scripts == ["'self'", *digests(html)], name
        assert not re.search(r"<[a-z][^<>]*\son[a-z]+=", re.sub(r"<pre.*?</pre>", "", html, flags=re.DOTALL)), name


def test_the_header_allows_what_each_page_allows_itself(built):
    html = pages(built)
    scripts = re.search("script-src ([^;]*)", header(html.values()))[1].split()
    assert set(scripts) == {"'self'"}.union(*(digests(page) for page in html.values()))
    assert "frame-ancestors 'none'" in header(html.values())


def test_a_page_that_has_no_head_is_refused():
    with pytest.raises(ValueError, match="security policy"):
        with_policy("<p>Half a page</p>")


def test_a_script_that_got_into_a_page_does_not_run(browser, address):
    page = browser.new_page(service_workers="block")
    inject = f"<script>{SHOUT}</script><img src='x' onerror=\"{SHOUT}\">"

    def with_more(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</main>", f"{inject}</main>"))

    page.route(address, with_more)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.injected") is None
    assert len([text for text in refused if "Content Security Policy" in text]) == 2
    page.close()


@pytest.mark.parametrize("path", ["?q={}", "study/questions/?q={}", "study/mock-interview/?topics={}&seed={}"])
def test_what_an_address_says_stays_text(visit, path):
    tab = visit()
    for text in INJECTIONS:
        page = tab.goto(path.replace("{}", quote(text)))
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.dataset.injected") is None, text
        assert page.locator("main [onerror], main [onload], [role=dialog] :is([onerror], [onload])").count() == 0, text
