"""The one Markdown parser: CommonMark with the extensions that `mkdocs.yml` switches on."""

from functools import cache

from markdown_it import MarkdownIt
from mdformat_mkdocs.mdit_plugins import material_admon_plugin, material_content_tabs_plugin
from mdit_py_plugins.front_matter import front_matter_plugin


@cache
def parser() -> MarkdownIt:
    """Return the parser. Its tokens carry line numbers, also inside callouts and tabs."""
    return (
        MarkdownIt("commonmark")
        .enable("table")
        .use(front_matter_plugin)
        .use(material_admon_plugin)
        .use(material_content_tabs_plugin)
    )
