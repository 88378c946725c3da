"""MkDocs hook: makes the site an app that works without a network, when all its files are there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from build_kind import is_hosted, is_live
from offline.app import TOKENS, app_facts, colors, web_manifest
from offline.service_worker import removal, worker
from served_files import write_files


def on_env(env, *, config: MkDocsConfig, files):
    """Tell the templates of the app; not where pages keep nothing: on the live site, and on a file system."""
    config.extra["app"] = app_facts(_colors(config)) if is_hosted(config) else None
    return env


@event_priority(-100)  # after everybody who writes files: the search comes after all hooks otherwise
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the app's manifest and the service worker, which lists all that is there."""
    site = Path(config.site_dir)
    if is_live():
        write_files(site, [removal()])
    elif is_hosted(config):
        write_files(site, [web_manifest(config.site_name, config.site_description or "", _colors(config)["default"])])
        write_files(site, [worker(site)])


def _colors(config: MkDocsConfig) -> dict[str, dict[str, str]]:
    return colors((Path(config.docs_dir) / TOKENS).read_text("utf-8"))
