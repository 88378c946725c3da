"""Which bank, which pages and which topics a command line means."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from bank import Bank, Page
from bank.load import CONFIGURATION, page_files
from command_line import UsageError

DOCS = "docs"


def targets(given: Iterable[Path]) -> list[tuple[Path, list[str]]]:
    """Return each bank that the given paths belong to, with its pages that are meant, sorted.

    A page belongs to the `docs` folder beside the nearest `mkdocs.yml` above it, if it lies in one; else to its own
    folder. Raises UsageError for a path that is missing, holds no page, or is no page.
    """
    roots: dict[Path, list[str]] = {}
    for path in given:
        if not path.exists():
            raise UsageError(f"{path} does not exist; give a Markdown file or a folder that holds some")
        if path.is_file() and path.suffix != ".md":
            raise UsageError(f"{path} is not a Markdown file (*.md)")
        pages = [path] if path.is_file() else page_files(path)
        if not pages:
            raise UsageError(f"{path} holds no Markdown file (*.md); give the folder of the pages, such as {DOCS}")
        root = _root_of(path)
        roots.setdefault(root, []).extend(_name(page, root) for page in pages)
    return [(root, sorted(set(paths))) for root, paths in roots.items()]


def _name(page: Path, root: Path) -> str:
    # Not resolved to the end: a page that is a symbolic link keeps the name that it has in the bank.
    return (page.parent.resolve() / page.name).relative_to(root).as_posix()


def _root_of(path: Path) -> Path:
    path = path.resolve() if path.is_dir() else path.parent.resolve()
    for folder in (path, *path.parents):
        if folder.name == DOCS and (folder.parent / CONFIGURATION).is_file():
            return folder
    return path


def named_topics(bank: Bank, wanted: Iterable[str] = ()) -> dict[str, Page]:
    """Return the topics with these names, or all if none is named, by their names.

    Raises UsageError for a name that no topic has.
    """
    topics = {page.topic: page for page in bank.topics}
    wanted = [name.strip("/").removeprefix(f"{DOCS}/").removesuffix(".md") for name in wanted]
    for name in wanted:
        if name not in topics:
            near = get_close_matches(name, topics, 3, 0.4) or [t for t in topics if name.rpartition("/")[2] in t]
            hint = f"did you mean {' or '.join(near)}?" if near else f"the topics are: {', '.join(topics)}"
            raise UsageError(f"there is no topic '{name}'; {hint}")
    return {name: topics[name] for name in wanted or topics}
