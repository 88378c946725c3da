// The search box: what its keys do, what it says, and when it looks.

{
  const box = document.querySelector("[data-search]");
  const toggle = document.getElementById("__search");
  const input = box.querySelector("input");
  const list = box.querySelector(".search-results");
  const status = box.querySelector(".search-status");
  const retry = box.querySelector(".search-retry");
  const more = box.querySelector(".search-more");
  const share = box.querySelector(".search-share");
  const PAGE = 10; // results shown without asking for more
  const AT_ONCE = 4; // of them, those that follow each key; the others, and the passages, wait for a pause
  const PAUSE = 180; // milliseconds

  const files = JSON.parse(box.dataset.search);
  const IDLE = status.textContent;
  let loading = null;
  let finder = null;
  let data = null;
  let isComplete = false;
  let found = null;
  let notice = null; // said instead of the count until the words change
  let cameFrom = null; // what had the focus when a key opened the search
  let shown = 0;
  let round = 0; // counts what was looked for, so that what is late for one does not show for the next

  const isOpen = () => toggle.checked;
  const links = () => [...list.querySelectorAll("a")];
  const words = () => input.value.trim();

  function open() {
    if (!isOpen()) toggle.click(); // a click, so that the theme learns of it
    load();
  }

  function close() {
    if (isOpen()) toggle.click();
    input.blur();
    cameFrom = null;
  }

  function load() {
    loading ??= aloud
      .loadSearch(files, (nextFinder, nextData, isAll) => {
        [finder, data, isComplete] = [nextFinder, nextData, isAll];
        box.classList.toggle("is-complete", isComplete);
        look();
      })
      .catch(() => {
        loading = null;
        retry.hidden = false;
        say(
          finder
            ? "Only titles could be searched: the rest of the index did not load."
            : "The search index did not load.",
        );
      });
  }

  function say(text) {
    status.textContent = text;
  }

  function look() {
    box.classList.toggle("has-words", words() !== "");
    if (!words()) {
      found = null;
      show();
      say(IDLE);
    } else if (finder) {
      found = finder.find(input.value);
      show();
      say(notice ?? summary());
    } else if (loading) say("Loading the search index …");
  }

  function summary() {
    const { questions, topics, whole } = found;
    const topic = topics.length ? ", and the topic" : "";
    if (!questions.length && !topic) {
      return isComplete ? "Nothing found. Try another word for it, or fewer words." : "Loading the search index …";
    }
    if (!whole) return "No question has all of these words. These have the most:";
    const count = `${whole} ${whole === 1 ? "question" : "questions"}${topic}`;
    return whole < questions.length ? `${count}; then those with most of the words` : count;
  }

  function show() {
    const focused = links().indexOf(document.activeElement);
    round += 1;
    more.hidden = true;
    if (found) extend(AT_ONCE);
    else list.replaceChildren();
    if (focused >= 0) links()[focused]?.focus();
  }

  // Shows results up to the number `to`; when no key comes for a while, at least a page of them, with their passages.
  function extend(to) {
    list.setAttribute("aria-busy", "true");
    showUpTo(to);
    const mine = round;
    setTimeout(() => {
      if (mine !== round) return;
      const complete = showUpTo(Math.max(to, PAGE));
      list.removeAttribute("aria-busy");
      more.hidden = shown >= found.questions.length;
      complete(() => mine === round);
    }, PAUSE);
  }

  function showUpTo(to) {
    shown = Math.min(to, found.questions.length);
    return aloud.showResults(list, found, { data, words: words(), base: files.base, to });
  }

  function move(step) {
    const stops = [input, ...links()];
    const next = stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function address() {
    const here = new URL(location.href);
    here.search = new URLSearchParams({ q: words() });
    here.hash = "";
    return here.href;
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      const back = cameFrom;
      close();
      back?.focus();
    } else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && event.target === input) links()[0]?.click();
    else return;
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOpen()) return;
    if (!["/", "f", "s"].includes(event.key) || event.target.closest("input, textarea, select, [contenteditable]"))
      return;
    event.preventDefault();
    cameFrom = document.activeElement;
    input.focus();
  });

  input.addEventListener("focus", open);
  input.addEventListener("input", () => {
    notice = null;
    look();
  });
  toggle.addEventListener("change", () => {
    if (isOpen()) input.focus();
  });
  box.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  box.querySelector("form").addEventListener("reset", () => {
    setTimeout(() => {
      notice = null;
      look();
      input.focus();
    });
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) close();
  });
  more.addEventListener("click", () => {
    const before = links().length;
    extend(shown + PAGE);
    links()[before]?.focus();
  });
  retry.addEventListener("click", () => {
    retry.hidden = true;
    input.focus();
    load();
    look();
  });
  share.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address());
      notice = "The address of this search is copied.";
    } catch {
      notice = `Copy this address: ${address()}`;
    }
    say(notice);
  });

  const asked = new URLSearchParams(location.search);
  if (asked.has("q")) {
    input.value = asked.get("q");
    input.focus();
    open();
    look();
  }
  if (asked.has("h")) {
    aloud.loadScript(files.arrival).then(
      () => aloud.markArrival(asked.get("h")),
      () => {},
    );
  }
}
