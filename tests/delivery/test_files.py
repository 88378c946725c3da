"""What a first visit fetches before it shows anything."""

import re
from pathlib import Path

import pytest

from data_files import load_data
from delivery.styles import one_style_sheet

SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)"( media="print")?>')


def test_a_page_waits_for_one_style_sheet_and_for_no_script(built):
    for file in built.folder.rglob("*.html"):
        head = file.read_text("utf-8").split("</head>")[0]
        sheets = SHEET.findall(head)
        assert [medium for _, medium in sheets] == ["", ' media="print"'], file
        assert all(re.search(r"\sdefer\b", script) for script in re.findall(r"<script[^>]*\ssrc=[^>]*>", head)), file


def test_what_was_bundled_is_not_served_again(built):
    for folder, suffix in (("stylesheets", "css"), ("scripts", "js")):
        served = [file.name for file in (built.folder / "assets" / folder).rglob(f"*.{suffix}")]
        assert all(re.search(r"-[0-9a-f]{12}\.", name) or name == "offline-page.js" for name in served), served


def test_the_style_sheet_finds_what_it_names(built):
    for styles in (built.folder / "assets/stylesheets").glob("*.css"):
        for name in re.findall(r"url\(\"?([^)\"]*)", styles.read_text("utf-8")):
            assert name.startswith("data:") or (styles.parent / name).is_file(), name


def test_no_page_uses_what_is_said_to_be_unused(built):
    unused = tuple(load_data(Path("scripts/delivery/unused.yaml")))
    for file in built.folder.rglob("*.html"):
        classes = " ".join(re.findall(r'\sclass="([^"]*)"', file.read_text("utf-8"))).split()
        used = sorted({name for name in classes if name.startswith(unused)})
        assert not used, f"{file} uses {used}: remove their lines from scripts/delivery/unused.yaml"


def test_rules_of_unused_parts_are_left_out(tmp_path):
    file = tmp_path / "own.css"
    file.write_text(".md-banner, .md-tabs .b { margin: 0 } .a { margin: 1px } .c:not(.md-banner) { margin: 2px }")
    assert one_style_sheet("site", [file]).content == ".a{margin:1px}.c:not(.md-banner){margin:2px}"


def test_a_style_sheet_that_browsers_would_not_read_is_refused(tmp_path):
    file = tmp_path / "broken.css"
    file.write_text(".a { color: red; } }", "utf-8")
    with pytest.raises(ValueError, match=r"broken\.css"):
        one_style_sheet("site", [file])


def test_every_rule_of_the_sources_is_there(tmp_path):
    file = tmp_path / "own.css"
    file.write_text("/* note */\n.a { color: red; }\n\n.b { & .c { margin: 0; } }\n", "utf-8")
    name, content = one_style_sheet("site", [file, file])
    assert content == ".a{color:red}.b{& .c{margin:0}}" * 2
    assert re.fullmatch(r"assets/stylesheets/site-[0-9a-f]{12}\.css", name)
