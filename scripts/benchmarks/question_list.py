"""The list of all questions, ten times as long and with ten thousand marks: from a filter to the painted list."""

import json
import re
import time
from collections.abc import Iterator

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.painting import PAINTED
from benchmarks.rows import Row, times
from benchmarks.setting import Setting
from browser import open_browser
from local_server import served

LIST = "study/questions/"
TIMES = 10
MARKS = 10_000
SETTLED = 300  # milliseconds between two actions
WORDS = ("how do you", "security group", "cost")
CHIPS = ("advanced", "debugging", "known", "due")
TIMING = f"""() => {{
  window.measured = [];
  const painted = {PAINTED};
  for (const kind of ["input", "change"]) {{
    document.querySelector(".list-form").addEventListener(kind, (event) => {{
      const isText = event.target.matches(".list-form__words");
      if (isText === (kind === "input")) painted(event.timeStamp);
    }}, true);
  }}
}}"""


def measure(setting: Setting) -> Iterator[Row]:
    """Yield the times of filters, as fast as this machine is and on a quarter of it."""
    longer = enlarged((setting.site / LIST / "index.html").read_text("utf-8"))
    count = longer.count('class="entry"')
    with sync_playwright() as playwright, served(setting.site) as address:
        browser = open_browser(playwright)
        for rate, what in ((1, "as fast as this machine is"), (4, "slowed to a quarter")):
            found = measured(browser, address, longer, rate, setting.rounds)
            yield from times(f"{count} questions, {MARKS} marks: a filter to the painted list, {what}", found)
        browser.close()


def enlarged(html: str) -> str:
    """Return the page with its list `TIMES` over, each copy with ids and topics of its own."""
    start, end = html.index("<section", html.index('class="entries"')), html.rindex("</section>") + len("</section>")
    entries = html[start:end]
    copies = (re.sub(r'data-(id|topic)="([^"]+)"', rf'data-\1="\2-c{n}"', entries) for n in range(TIMES))
    return html[:start] + "".join(copies) + html[end:]


def marks(html: str) -> str:
    """Return `MARKS` marks, as the site stores them: of every question in the page, and of others that it had once."""
    ids = re.findall(r'data-id="([^"]+)"', html)
    ids += [f"an-older-question-{n}" for n in range(MARKS - len(ids))]
    now, day = int(time.time() * 1000), 86_400_000
    names = ("known", "unsure", "unknown")
    known = {
        one: {
            "mark": names[n % 3],
            "at": now - n % 30 * day,
            "card": [now + (n % 40 - 20) * day, 3.1262, 5.3145, 1 + n % 5, 0, 2, now - n % 30 * day],
            "before": [now - n % 30 * day, 2.3065, 4.1933, n % 5, 0, 2, now - n % 60 * day],
        }
        for n, one in enumerate(ids)
    }
    return json.dumps({"version": 1, "marks": known})


def measured(browser: Browser, address: str, html: str, rate: int, rounds: int) -> list[float]:
    """Return the milliseconds of each filter, with the processor `rate` times slower."""
    page = browser.new_page(service_workers="block")
    page.add_init_script(f"localStorage.setItem('aloud.marks', {json.dumps(marks(html))})")
    page.route(f"{address}{LIST}", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(address + LIST)
    page.wait_for_selector(".list-form")
    page.wait_for_timeout(1000)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.evaluate(TIMING)
    for _ in range(rounds):
        use(page)
    found = page.evaluate("() => window.measured")
    page.close()
    return found


def use(page: Page) -> None:
    """Type words, tick boxes, choose a topic: what a reader does, in its variety."""
    for words in WORDS:
        for letter in words:
            page.locator(".list-form__words").press("Space" if letter == " " else letter)
            page.wait_for_timeout(SETTLED)
        page.locator(".list-form__words").fill("")
        page.wait_for_timeout(SETTLED)
    for value in CHIPS * 2:  # on, and off again
        page.locator(f".chip input[value={value}]").click()
        page.wait_for_timeout(SETTLED)
