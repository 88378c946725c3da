"""What the service worker keeps, by the files of the built site."""

import hashlib
import json

from addresses import page_address
from build_kind import set_command
from offline.files import is_later
from offline.hook import on_post_build
from offline.service_worker import edition


def files_by_address(folder) -> dict[str, str]:
    names = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return {name.removesuffix("index.html") if name.split("/")[-1] == "index.html" else name: name for name in names}


def written(folder) -> dict[str, dict[str, str]]:
    first = (folder / "sw.js").read_text("utf-8").splitlines()[0]
    return json.loads(first.removeprefix("const EDITION = ").removesuffix(";"))


def test_the_built_worker_names_exactly_what_pages_load(built):
    expected = {
        address
        for address, name in files_by_address(built.folder).items()
        if not name.startswith(("data/", "pdf/", "social/", "sitemap"))
        and not name.endswith(".txt")
        and name not in ("sw.js", "404.html")
    }
    parts = written(built.folder)
    assert {*parts["shell"], *parts["rest"]} == expected
    assert not parts["shell"].keys() & parts["rest"].keys()


def test_every_digest_is_that_of_the_file(built):
    files = files_by_address(built.folder)
    parts = written(built.folder)
    for address, digest in {**parts["shell"], **parts["rest"]}.items():
        content = (built.folder / files[address]).read_bytes()
        assert hashlib.sha256(content).hexdigest().startswith(digest) and len(digest) == 12, address


def test_the_shell_has_home_and_tools_and_no_topic(built, bank):
    shell = edition(built.folder)["shell"]
    assert {"", "offline.html", "manifest.webmanifest", "study/questions/", "assets/fonts/sans.woff2"} <= shell.keys()
    assert any(address.startswith("search/first-") for address in shell)
    assert not {page_address(page.path) for page in bank.topics} & shell.keys()
    assert not any(is_later(address) for address in shell)


def test_downloads_that_are_made_later_are_left_out(tmp_path):
    for name in ("index.html", "pdf/all.pdf", "decks/all.apkg", "aloud.zip", "a b/é.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert edition(tmp_path)["shell"].keys() == {"", "a%20b/%C3%A9.html"}


def test_an_edition_of_the_same_files_has_the_same_bytes(built):
    assert written(built.folder) == edition(built.folder)


def test_the_live_site_gets_the_worker_that_removes(tmp_path):
    from mkdocs.config import load_config

    config = load_config(site_dir=str(tmp_path))
    set_command("serve")
    try:
        on_post_build(config=config)
    finally:
        set_command("build")
    assert [file.name for file in tmp_path.iterdir()] == ["sw.js"]
    assert "unregister" in (tmp_path / "sw.js").read_text("utf-8")
