"""MkDocs hook: makes the site an app that works without a network, when all its files are there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from offline.app import ICONS, NAME, colors, web_manifest
from offline.service_worker import removal, worker
from served_files import write_files

TOKENS = "assets/stylesheets/tokens.css"


class _Run:
    """What MkDocs was called for."""

    is_live = False


def on_startup(*, command: str, dirty: bool) -> None:
    _Run.is_live = command == "serve"


def on_env(env, *, config: MkDocsConfig, files):
    """Give the templates `app`: its manifest, an icon, and the color of the browser's bar in each scheme.

    It is None where pages keep nothing: on the live site, and on a file system.
    """
    bars = {scheme: names["surface"] for scheme, names in _colors(config).items()}
    app = {"manifest": NAME, "icon": ICONS[-1][0], "light": bars["default"], "dark": bars["slate"]}
    env.globals["app"] = app if _is_hosted(config) else None
    return env


@event_priority(-100)  # after everybody who writes files: the search comes after all hooks otherwise
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the app's manifest and the service worker, which lists all that is there."""
    site = Path(config.site_dir)
    if _Run.is_live:
        write_files(site, [removal()])
    elif _is_hosted(config):
        write_files(site, [web_manifest(config.site_name, config.site_description or "", _colors(config)["default"])])
        write_files(site, [worker(site)])


def _is_hosted(config: MkDocsConfig) -> bool:
    """Return whether pages come from a host: a build without folders is for a file system."""
    return config.use_directory_urls and not _Run.is_live


def _colors(config: MkDocsConfig) -> dict[str, dict[str, str]]:
    return colors((Path(config.docs_dir) / TOKENS).read_text("utf-8"))
