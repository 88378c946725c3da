"""The search of the live site, whose index is made when somebody looks for something: it takes longer than all else
that follows an edit."""

import threading
from collections.abc import Callable
from pathlib import Path

from bank import Bank
from search.build import build_index, index_cache
from served_files import ServedFile, write_files

FOLDER = "/search/"
SECONDS_TO_BUILD = 60
# The digest of what is not there yet cannot be in a name.
NAMES = {kind: f"search/{kind}-live.js" for kind in ("first", "whole", "engine", "arrival")}


class LiveIndex:
    """Stands for the index of a bank; one at a time."""

    _built = threading.Event()  # the site whose index is asked for is there
    _making = threading.Lock()
    _latest: "LiveIndex | None" = None

    names = NAMES

    def __init__(self, bank: Bank, *, folders: bool):
        self._bank, self._folders = bank, folders
        self._site: Path | None = None
        LiveIndex._latest = self
        LiveIndex._built.clear()

    def write(self, site: Path) -> None:
        """Remember where the files go when they are asked for."""
        self._site = site
        LiveIndex._built.set()

    @classmethod
    def make_latest(cls) -> None:
        """Write the files of the site that was built last, unless they are there. Raises OSError."""
        cls._built.wait(SECONDS_TO_BUILD)
        with cls._making:
            index, cls._latest = cls._latest, None
            if index and index._site:
                index._make(index._site)

    def _make(self, site: Path) -> None:
        made = build_index(self._bank, index_cache(), folders=self._folders)
        made.write(site)
        contents = {file.name: file.content for file in made.files}
        # Data say their own name, by which the page asks for them.
        write_files(
            site,
            [
                ServedFile(NAMES[kind], contents[name].replace(Path(name).stem, Path(NAMES[kind]).stem, 1))
                for kind, name in made.names.items()
            ],
        )


def with_index(serve: Callable) -> Callable:
    """Return a WSGI application that makes the index when a file of it is asked for, and then answers as `serve`."""

    def served(environ: dict, start_response: Callable):
        if FOLDER in environ["PATH_INFO"]:
            LiveIndex.make_latest()
        return serve(environ, start_response)

    return served
