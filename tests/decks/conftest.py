"""The packages of the whole bank, made once, and empty collections of a real Anki to import them into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportLogWithChanges
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition

import make_decks
from bank import load_bank
from decks import make

MADE = 1_790_000_000  # the time of the build, in seconds since 1970
MADE_UP = "security/made-up"


@pytest.fixture(scope="session")
def packages(tmp_path_factory) -> Path:
    """The folder of the packages, made by the command line."""
    site = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(MADE))
        assert make_decks.main(["--site", str(site)]) == 0
    return site / make.FOLDER


@pytest.fixture
def collection(tmp_path) -> Iterator[Collection]:
    """The collection of a learner who has no notes yet."""
    collection = Collection(str(tmp_path / "collection.anki2"))
    yield collection
    collection.close()


def imported(collection: Collection, package: Path) -> ImportLogWithChanges.Log:
    """Import a package as Anki proposes it: what is newer is updated, note types are not merged."""
    newer = ImportAnkiPackageUpdateCondition.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
    options = ImportAnkiPackageOptions(update_notes=newer, update_notetypes=newer)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log


@pytest.fixture
def package_of(tmp_path) -> Callable[..., Path]:
    """A function that makes the package of a bank with this one page, with `time` as of the build."""

    def package(page: str, time: int = MADE) -> Path:
        file = tmp_path / f"docs/{MADE_UP}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, "utf-8")
        (tmp_path / "mkdocs.yml").write_text("site_url: https://aloud.example/\n", "utf-8")
        site = tmp_path / str(time)
        list(make.make_decks(load_bank(tmp_path / "docs"), [MADE_UP], with_all=False, site=site, time=time))
        return site / make.file_of(MADE_UP)

    return package


def page(answer: str, more: str = "", title: str = "What is made up?") -> str:
    """Return a topic page with one question, whose id is `made-up`."""
    return f"""---
title: Made up
reviewed: 2026-11-20
---

# Made up

## 1. {title} {{ #made-up .concept .foundational }}

!!! abstract "In 30 seconds"
    {answer}

{more}

!!! tip "Key takeaway"
    Make up nothing.
"""
