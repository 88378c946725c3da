"""The build at several times the bank: seconds a page, and memory."""

from collections.abc import Iterator

from benchmarks.rows import Row
from benchmarks.setting import BUILD, Setting, enlarged_docs, our_project
from benchmarks.timing import run
from search.stock import stock_project


def measure(setting: Setting) -> Iterator[Row]:
    """Yield for each size the seconds, the milliseconds a page and the memory of one build that finds nothing kept."""
    for size in setting.sizes:
        folder = setting.folder / f"times-{size}"
        docs = enlarged_docs(size, folder / "docs")
        pages = sum(1 for _ in docs.rglob("*.md"))
        ours = run(BUILD, our_project(folder / "ours", docs))
        theirs = run(BUILD, stock_project(folder / "theirs", docs).parent)
        name = f"{size} times the bank, {pages} pages"
        yield Row(f"{name}: build", ours.seconds, "s", theirs.seconds)
        yield Row(f"{name}: each page", ours.seconds / pages * 1e3, "ms", theirs.seconds / pages * 1e3)
        yield Row(f"{name}: memory", ours.peak / 1e6, "MB", theirs.peak / 1e6)
