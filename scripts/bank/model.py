"""What a page is, once read. All line and column numbers count from 1, as editors do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from bank.stretches import Stretches
from bank.vocabulary import LEVELS, TYPES, PartKind

ALSO_KNOWN_AS = "Also known as:"
GUIDES = ("about/", "study/")  # the folders of pages that are no topics
WORD = re.compile(r"\w[\w'’-]*")


class Defect(NamedTuple):
    """Something in the bytes of a file that the reader had to get past.

    `kind` is one of: unreadable, too-large, binary, not-utf-8, bom, crlf, empty, front-matter.
    """

    kind: str
    line: int
    column: int
    detail: str = ""


class Heading(NamedTuple):
    """A heading. `id` is the explicit one, `anchor` the one that the built page will have."""

    level: int
    text: str
    id: str | None
    anchor: str
    classes: tuple[str, ...]
    line: int


class Link(NamedTuple):
    """A link or an image, with the place of its target in the source."""

    target: str
    text: str
    line: int
    column: int
    is_image: bool = False


class Reference(NamedTuple):
    """`[text][name]` in prose, where the page defines no such name."""

    text: str
    line: int
    column: int


class Block(NamedTuple):
    """A stretch of prose: a paragraph, a heading, a list item's text, a table's row, a callout's title.

    `text` is its source; in `prose`, which is as long, code spans, HTML and link targets are blank.
    """

    line: int
    end_line: int
    text: str
    prose: str


class Row(NamedTuple):
    """A row of a table, with the number of cells that its source has. The first row of a table is its head."""

    line: int
    cells: int
    is_head: bool


class Html(NamedTuple):
    """A piece of raw HTML in the page, comments included."""

    line: int
    text: str


class Suppression(NamedTuple):
    """`<!-- allow CODE: reason -->`: the finding may stand in the block after it, whose lines these are."""

    code: str
    reason: str
    line: int
    first_line: int
    last_line: int


class Fence(NamedTuple):
    """A fenced code block. `content_line` is the line of its first line of content."""

    language: str
    markup: str
    title: str
    classes: tuple[str, ...]
    attributes: Mapping[str, str]
    content: str
    line: int
    content_line: int
    end_line: int
    closed: bool


class Part(NamedTuple):
    """A part of a question that the page marks, with the lines that it covers (both included)."""

    kind: PartKind
    line: int
    end_line: int
    text: str


class Question(NamedTuple):
    """A question. `number` is None where the heading has none; `end_line` is included."""

    heading: Heading
    number: int | None
    title: str
    end_line: int
    parts: tuple[Part, ...]

    @property
    def id(self) -> str | None:
        return self.heading.id

    @property
    def line(self) -> int:
        return self.heading.line

    @property
    def types(self) -> tuple[str, ...]:
        return tuple(c for c in self.heading.classes if c in TYPES)

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(c for c in self.heading.classes if c in LEVELS)

    @property
    def normal_title(self) -> str:
        """The title in lower case, without punctuation: two questions that share it are the same."""
        return " ".join(WORD.findall(self.title.lower()))

    def part(self, key: str) -> Part | None:
        """Return the first part with this key, such as "takeaway"."""
        return next((p for p in self.parts if p.kind.key == key), None)


@dataclass(frozen=True)
class Page:
    """One Markdown file. `path` is relative to the bank's root, with `/`; `file` is where it was read."""

    path: str
    file: Path
    text: str
    front_matter: Mapping[str, Any]
    defects: tuple[Defect, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    undefined_references: tuple[Reference, ...] = ()
    fences: tuple[Fence, ...] = ()
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    html: tuple[Html, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    questions: tuple[Question, ...] = ()
    anchors: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    def line_of(self, start: str) -> int:
        """Return the first line that begins with this, counting from 1; 1 if none does."""
        return next((number for number, line in enumerate(self.lines, 1) if line.startswith(start)), 1)

    @cached_property
    def lower_text(self) -> str:
        return self.text.lower()

    @cached_property
    def stretches(self) -> Stretches:
        """The blocks and samples: what one reason can excuse."""
        blocks = [(block.line, block.text) for block in self.blocks]
        return Stretches(self.lower_text, blocks + [(fence.content_line, fence.content) for fence in self.fences])

    @property
    def is_topic(self) -> bool:
        """Whether the page is a service topic, and not the home page or a page about the site."""
        return "/" in self.path and not self.path.startswith((*GUIDES, "assets/"))

    @property
    def topic(self) -> str:
        """The name of the topic, as commands and addresses have it, such as "security/iam"."""
        return self.path.removesuffix(".md")

    @property
    def is_guide(self) -> bool:
        """Whether the page is about the site, or a tool to study with."""
        return self.path.startswith(GUIDES)

    @property
    def title(self) -> str:
        return str(self.front_matter.get("title") or (self.headings[0].text if self.headings else self.path))

    @property
    def description(self) -> str:
        """One sentence, or "" if there is none."""
        return str(self.front_matter.get("description") or "")

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """What the topic is also called: the names in its sentence "Also known as: ..." before the first question."""
        first = self.questions[0].line if self.questions else len(self.lines) + 1
        lead = " ".join(" ".join(block.text.split()) for block in self.blocks if block.line < first)
        _, _, names = lead.partition(ALSO_KNOWN_AS)
        return tuple(filter(None, (name.strip() for name in names.split(". ")[0].rstrip(".").split(","))))

    @property
    def category(self) -> str:
        return self.path.rpartition("/")[0]
