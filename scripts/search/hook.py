"""MkDocs hook: puts our search in the place of the theme's.

The theme shows a search box where a plugin of the name "material/search" is there; this one makes our index and
tells the box (`overrides/partials/search.html`) where it is.
"""

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from build_kind import is_live
from live.search import LiveIndex, with_index
from rendering.site_bank import site_bank
from search.build import build_index_of
from workers import in_background


class SearchConfig(Config):
    enabled = config_options.Type(bool, default=True)


class Search(BasePlugin[SearchConfig]):
    """Builds the index beside the pages, whose templates name its files, and writes it after them."""

    def on_pre_build(self, *, config) -> None:
        docs, folders = Path(config.docs_dir), config.use_directory_urls
        bank = site_bank(docs)  # first, so that the other process finds its pages in the cache
        if is_live():
            self._index = LiveIndex(bank, folders=folders)
        else:
            self._coming = in_background(build_index_of, docs, folders)

    def on_env(self, env, *, config, files):
        if not is_live():
            self._index = self._coming.result()
        config.extra["search"] = self._index.names
        return env

    def on_serve(self, server, *, config, builder):
        server.set_app(with_index(server.get_app()))
        return server

    def on_post_build(self, *, config) -> None:
        self._index.write(Path(config.site_dir))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    plugin = Search()
    plugin.load_config({})
    config.plugins["material/search"] = plugin
    return config
