"""Build the project in this folder with a clock at each part; print the seconds of each as JSON.

usage: python build_shares.py      prints {"hook search": 0.9, ...}

Of parts within each other, the time counts for the innermost, so that the parts add up to the whole. What hooks give
the templates counts for the templates.
"""

import functools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jinja2 import Template
from markdown import Markdown
from mkdocs.plugins import PluginCollection
from mkdocs.structure.pages import Page

from command_line import command
from mkdocs_command import run_mkdocs

MARKDOWN = "Markdown: its own parser"


class Clock:
    """Seconds by label. The label in which the time passes is the last one entered."""

    def __init__(self, label: str):
        self.seconds: dict[str, float] = defaultdict(float)
        self._labels = [label]
        self._since = time.perf_counter()

    @contextmanager
    def entered(self, label: str) -> Iterator[None]:
        self._count()
        self._labels.append(label)
        try:
            yield
        finally:
            self._count()
            self._labels.pop()

    def timed(self, label: str, function: Callable) -> Callable:
        """Return the function with its time counted."""

        @functools.wraps(function)
        def counted(*arguments, **options):
            with self.entered(label):
                return function(*arguments, **options)

        return counted

    def _count(self) -> None:
        now = time.perf_counter()
        self.seconds[self._labels[-1]] += now - self._since
        self._since = now


def put_clocks(clock: Clock) -> None:
    """Count the events of hooks and plugins, the processors of Markdown's extensions, and the templates."""
    register, convert = PluginCollection._register_event, Markdown.convert

    def register_event(self, event_name, method, plugin_name=None):
        register(self, event_name, clock.timed(_owner(method), method), plugin_name=plugin_name)

    def convert_with_clocks(md: Markdown, source: str) -> str:
        blocks = md.parser.blockprocessors
        for processor in (*md.preprocessors, *blocks, *md.treeprocessors, *md.postprocessors):
            processor.run = clock.timed(_processor(processor), processor.run)
        with clock.entered(MARKDOWN):
            return convert(md, source)

    PluginCollection._register_event = register_event
    Markdown.convert = convert_with_clocks
    Page.render = clock.timed("Markdown: making ready its extensions", Page.render)
    Template.render = clock.timed("the templates", Template.render)


def _owner(method: Callable) -> str:
    module = type(method.__self__).__module__ if hasattr(method, "__self__") else method.__module__
    parts = module.removesuffix(".py").removesuffix("/hook").replace("/", ".").split(".")
    return f"hook {parts[-1]}" if "scripts" in parts else f"plugin {parts[0].removeprefix('mkdocs_')}"


def _processor(processor) -> str:
    module = type(processor).__module__
    if module.startswith(("markdown.", "mkdocs.")) and not module.startswith("markdown.extensions."):
        return MARKDOWN if module.startswith("markdown.") else "MkDocs: links and anchors"
    return f"extension {module.removeprefix('markdown.extensions.')}"


@command
def main() -> int:
    clock = Clock("Python, its packages and the configuration")
    put_clocks(clock)
    from mkdocs.commands import build as building

    building.build = clock.timed("MkDocs: files, navigation and writing", building.build)
    status = run_mkdocs("build", "--quiet", "--site-dir", "site")
    with clock.entered(""):
        pass
    print(json.dumps({name: seconds for name, seconds in clock.seconds.items() if name}))
    return status


if __name__ == "__main__":
    sys.exit(main())
