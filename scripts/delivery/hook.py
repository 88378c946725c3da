"""MkDocs hook: few and small files for the browser, and a policy of what pages may do.

Style sheets and the scripts of every page are served as one file each; what they were made from is not served.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from build_kind import is_hosted, is_live, set_command
from delivery.policy import with_policy
from delivery.site_files import delivery_files, replaced
from delivery.styles import FOLDER, THEME_STYLES
from live.templates import REMEMBERED
from served_files import ServedFile, write_files

# Of the theme: its source maps, and the worker of its search.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


class _Made:
    """What the build that is running serves in place of its sources."""

    files: list[ServedFile]


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether the site is built or served."""
    set_command(command)


def on_env(env, *, config: MkDocsConfig, files: Files):
    """Make the files, and give the templates their names as `config.extra`."""
    own = list(config.extra_css)
    theme = [_theme_style(config, name) for name in THEME_STYLES]
    try:
        _Made.files, extra = delivery_files(Path(config.docs_dir), own, theme)
    except ValueError as error:
        raise PluginError(str(error)) from error
    sources = set(replaced(own))
    for file in list(files):
        if file.src_uri in sources or _is_unused(file.src_uri):
            files.remove(file)
    config.extra_css = []
    config.extra.update(extra)
    if is_live():
        env.bytecode_cache = REMEMBERED
    return env


def _theme_style(config: MkDocsConfig, name: str) -> Path:
    found = [file for folder in config.theme.dirs for file in (Path(folder) / FOLDER).glob(f"{name}.*.min.css")]
    if len(found) != 1:
        raise PluginError(f"the theme should have one style sheet {FOLDER}/{name}.*.min.css, and has {len(found)}")
    return found[0]


def _is_unused(name: str) -> bool:
    """Return whether a file of the theme is served in another form, or not needed."""
    is_style = name.startswith(f"{FOLDER}/") and Path(name).name.startswith(THEME_STYLES)
    return is_style or name.startswith(_UNUSED) or name.endswith(".map")


def on_post_page(output: str, *, page, config: MkDocsConfig) -> str:
    """Put the policy into a page. Pages that reload by themselves, and files of a folder, could not keep to it."""
    return with_policy(output) if is_hosted(config) else output


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Put the policy into the pages that come from no Markdown."""
    return with_policy(output) if template_name.endswith(".html") and is_hosted(config) else output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the files."""
    write_files(Path(config.site_dir), _Made.files)
