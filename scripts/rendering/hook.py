"""MkDocs hook: extensions and other hooks of one build see one bank."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from rendering.site_bank import look_again


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Look at the files, as they are now."""
    look_again(Path(config.docs_dir))
