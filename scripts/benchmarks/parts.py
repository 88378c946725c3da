"""The benchmarks in the order of the page, and what each is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks import (
    build,
    downloads,
    question_list,
    rebuild,
    scores,
    search,
    sizes,
    under_load,
    validator,
    visit,
)
from benchmarks.rows import Row
from benchmarks.setting import Setting


@dataclass(frozen=True)
class Part:
    """A benchmark: the name by which it is asked for, its title, how it measures, and what gives its rows."""

    name: str
    title: str
    how: str
    measure: Callable[[Setting], Iterator[Row]]


PARTS = (
    Part(
        "build",
        "Build",
        "Ours beside plain Material: the same Markdown, the same dialect, its own search, none of our hooks, "
        "extensions and templates. The runs alternate, and the fastest of each counts. Then, from one build with a "
        "clock at each part, what share of the time passes where.",
        build.measure,
    ),
    Part(
        "sizes",
        "Build of a larger bank",
        "All topics several times over, with ids and titles of their own. One build each, with nothing kept. "
        "Every page carries the navigation of the whole site, so that each costs more where there are more of them.",
        sizes.measure,
    ),
    Part(
        "rebuild",
        "After an edit",
        "`make serve`, and the largest page open in a browser: from the write of one paragraph to the reloaded page "
        "that shows it. The first edit is not counted.",
        rebuild.measure,
    ),
    Part(
        "visit",
        "First visit",
        "A phone of 390 × 844 pixels that has been nowhere before, the site on this machine, compressed; medians of "
        "alternating visits, service worker off. In favor of plain Material, its web font and the script that draws "
        "its diagrams are left out: they come from other hosts. Its home page has no list of topics, and ours has.",
        visit.measure,
    ),
    Part(
        "lighthouse",
        "Lighthouse",
        "A phone on a slow line, as Lighthouse simulates it; of three runs the median of performance, and the worst of "
        "all else.",
        scores.measure,
    ),
    Part(
        "validator",
        "Validator",
        "`make check` without its samples, beside markdownlint-cli2, which knows general rules of Markdown only.",
        validator.measure,
    ),
    Part(
        "search",
        "Search",
        "Typed at 100 words a minute into a browser that is slowed to a quarter. "
        "The slow line has 1.6 Mbit/s and 150 ms.",
        search.measure,
    ),
    Part(
        "list",
        "List of all questions",
        "Words typed, boxes ticked, with ten times the questions.",
        question_list.measure,
    ),
    Part(
        "downloads",
        "Sheets, cards and zip",
        "Each by its command, with nothing kept. The sheets are a sample of the topics.",
        downloads.measure,
    ),
    Part(
        "load",
        "Under load",
        "The pages of the sitemap one after the other, asked for by wrk on the same machine.",
        under_load.measure,
    ),
)
