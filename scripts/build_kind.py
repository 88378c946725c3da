"""What the pages that MkDocs is building are for."""

from mkdocs.config.defaults import MkDocsConfig


class _Run:
    is_live = False


def set_command(command: str) -> None:
    """Remember what MkDocs was called for: `build` or `serve`."""
    _Run.is_live = command == "serve"


def is_live() -> bool:
    """Return whether pages are for their writer, and reload by themselves."""
    return _Run.is_live


def is_hosted(config: MkDocsConfig) -> bool:
    """Return whether pages will come from a host: a build without folders is for a file system."""
    return config.use_directory_urls and not _Run.is_live
