"""Text to page: one pass over the tokens of a file collects all that anybody asks about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from markdown.extensions.toc import slugify, unique
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from bank.attributes import parse_info, split_heading
from bank.model import Block, Defect, Fence, Heading, Html, Link, Page, Part, Question, Reference, Row, Suppression
from bank.parser import parser
from bank.read import read_text
from bank.vocabulary import LEVELS, TYPES, part_of_callout, part_of_label

_NUMBER = re.compile(r"(\d+)\.\s+")
_REFERENCE = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
_SUPPRESSION = re.compile(r"<!--\s*allow\s+(?P<code>[A-Z]\d{3})\s*:?\s*(?P<reason>.*?)\s*-->", re.DOTALL)
# What of a block's source is not read as prose: code spans, HTML, the targets of links, attribute lists.
_NOT_PROSE = re.compile(
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<[^>\n]+>|(?<=\])\([^)\s]*\)|\{[^{}\n]*\}[ ]*$", re.DOTALL
)
_INLINE_ID = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")
_CALLOUT_OPEN = ("admonition_open", "admonition_mkdocs_open")
_CALLOUT_TITLE = re.compile(r'"(.*)"\s*$')


def scan_page(file: Path, path: str) -> Page:
    """Read and parse one file. `path` is its name in the bank. Raises nothing."""
    text, defects = read_text(file)
    return scan_text(text, file, path, defects)


def scan_text(text: str, file: Path, path: str, defects: Sequence[Defect] = ()) -> Page:
    """Parse the text of a page. `file` is only recorded, not opened."""
    scan = _Scan(text.split("\n"))
    scan.run(parser().parse(text))
    return Page(
        path=path,
        file=file,
        text=text,
        front_matter=scan.front_matter,
        defects=(*defects, *scan.defects),
        headings=tuple(scan.headings),
        links=tuple(scan.links),
        undefined_references=tuple(scan.references),
        fences=tuple(scan.fences),
        blocks=tuple(scan.blocks),
        rows=tuple(scan.rows),
        html=tuple(scan.html),
        suppressions=tuple(scan.suppressions),
        questions=tuple(_questions(scan)),
        anchors=frozenset(scan.anchors),
    )


@dataclass
class _Scan:
    """The collector behind `scan_text`; lives for one page."""

    lines: list[str]
    front_matter: dict[str, Any] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    html: list[Html] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def run(self, tokens: Sequence[Token]) -> None:
        for index, token in enumerate(tokens):
            if token.type == "front_matter":
                self._front_matter(token)
            elif token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "fence":
                self._fence(token)
            elif token.type in _CALLOUT_OPEN:
                self._callout(token)
            elif token.type == "tr_open":
                self._row(token, is_head=tokens[index - 1].type == "thead_open")
            elif token.type == "html_block":
                self._html_block(token, tokens[index + 1 :])
            elif token.type == "inline":
                if token.level == 1 and tokens[index - 1].type == "paragraph_open":
                    self._labelled_paragraph(token)
                self._inline(token)

    def _front_matter(self, token: Token) -> None:
        try:
            data = yaml.safe_load(token.content)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self.defects.append(
                Defect(
                    "front-matter",
                    2 + (mark.line if mark else 0),
                    1 + (mark.column if mark else 0),
                    getattr(error, "problem", None) or "not valid YAML",
                )
            )
            return
        if isinstance(data, dict):
            self.front_matter = data
        elif data is not None:
            self.defects.append(Defect("front-matter", 2, 1, "not a list of keys and values"))

    def _heading(self, token: Token, inline: Token) -> None:
        text, attributes = split_heading(inline.content)
        anchor = attributes.id or unique(slugify(text, "-"), self.anchors)
        self.anchors.add(anchor)
        self.headings.append(
            Heading(int(token.tag[1]), text, attributes.id, anchor, attributes.classes, token.map[0] + 1)
        )

    def _fence(self, token: Token) -> None:
        first, end = token.map
        language, attributes = parse_info(token.info)
        last = self.lines[end - 1].strip() if end - 1 < len(self.lines) else ""
        closed = end - 1 > first and last.startswith(token.markup) and not last.strip(token.markup[0])
        self.fences.append(
            Fence(
                language,
                token.markup,
                attributes.others.get("title", ""),
                attributes.classes,
                attributes.others,
                token.content,
                first + 1,
                first + 2,
                end,
                closed,
            )
        )

    def _callout(self, token: Token) -> None:
        kind, _, rest = token.info.strip().partition(" ")
        title = _CALLOUT_TITLE.search(rest)
        part = part_of_callout(kind, title.group(1) if title else "")
        if part and token.level == 0:
            self._part(part, token)

    def _labelled_paragraph(self, token: Token) -> None:
        children = token.children or []
        if len(children) > 2 and children[1].type == "strong_open":
            part = part_of_label(children[2].content)
            if part:
                self._part(part, token)

    def _part(self, kind, token: Token) -> None:
        first, end = token.map
        while end > first + 1 and not self.lines[end - 1].strip():
            end -= 1
        self.parts.append(Part(kind, first + 1, end, "\n".join(self.lines[first:end])))

    def _row(self, token: Token, *, is_head: bool) -> None:
        line = self.lines[token.map[0]].strip()
        cells = escapedSplit(line.removeprefix("|").removesuffix("|"))
        self.rows.append(Row(token.map[0] + 1, len(cells), is_head))

    def _html_block(self, token: Token, following: Sequence[Token]) -> None:
        line = token.map[0] + 1
        self.html.append(Html(line, token.content))
        if match := _SUPPRESSION.fullmatch(token.content.strip()):
            after = next((t.map for t in following if t.map and t.level == token.level), (line, line))
            self.suppressions.append(Suppression(match["code"], match["reason"], line, after[0] + 1, after[1]))

    def _block(self, token: Token) -> None:
        first, end = token.map
        text = "\n".join(self.lines[first:end])
        if self.blocks and self.blocks[-1].line == first + 1 and self.blocks[-1].text == text:
            return  # the cells of one row share its line
        self.blocks.append(Block(first + 1, end, text, _NOT_PROSE.sub(lambda m: _blank(m.group()), text)))

    def _inline(self, token: Token) -> None:
        self._block(token)
        for child, line in _html_inline(token):
            self.html.append(Html(line + 1, child.content))
        for child, text, line in _links(token):
            target = child.attrGet("href") or child.attrGet("src") or ""
            # The parser percent-encodes what the author may have written plainly.
            column = max(self.lines[line].find(target), self.lines[line].find(unquote(target))) + 1
            self.links.append(Link(target, text, line + 1, max(column, 1), child.type == "image"))
        if "][" in token.content:
            self._references(token)
        if "{" in token.content:
            self.anchors.update(_INLINE_ID.findall(token.content))

    def _references(self, token: Token) -> None:
        for text, line in _text_lines(token):
            for match in _REFERENCE.finditer(text):
                column = self.lines[line].find(match.group()) + 1
                self.references.append(Reference(match.group(), line + 1, max(column, 1)))


def _blank(text: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in text)


def _placed(token: Token) -> Iterator[tuple[Token, int]]:
    """Yield each child of an inline token with its 0-based line. A code span or a tag may go over several lines."""
    line, read = token.map[0], 0
    for child in token.children or []:
        yield child, line
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "html_inline":
            line += child.content.count("\n")
        elif child.type == "code_inline" and "\n" in token.content:
            mark, words = re.escape(child.markup), r"\s+".join(map(re.escape, child.content.split()))
            if span := re.compile(rf"{mark}\s*{words}\s*{mark}").search(token.content, read):
                line, read = line + span.group().count("\n"), span.end()


def _html_inline(token: Token) -> Iterator[tuple[Token, int]]:
    """Yield each piece of HTML of an inline token with its 0-based line."""
    return ((child, line) for child, line in _placed(token) if child.type == "html_inline")


def _text_lines(token: Token) -> Iterator[tuple[str, int]]:
    """Yield each stretch of plain text of an inline token with its 0-based line."""
    return ((child.content, line) for child, line in _placed(token) if child.type == "text")


def _links(token: Token) -> Iterator[tuple[Token, str, int]]:
    """Yield each link and image of an inline token with its text and its 0-based line."""
    opened, text = None, ""
    for child, line in _placed(token):
        if child.type == "link_open":
            opened, text = child, ""
        elif child.type == "link_close" and opened:
            # The target stands after the text, so a text of two lines puts it on the second.
            yield opened, text, line
            opened = None
        elif opened:
            text += " " if child.type in ("softbreak", "hardbreak") else child.content
        if child.type == "image":
            yield child, child.content, line


def _questions(scan: _Scan) -> Iterator[Question]:
    """Yield the page's questions: the level-2 headings that carry a type, a level or a number."""
    second_level = [h for h in scan.headings if h.level <= 2]
    for index, heading in enumerate(second_level):
        number = _NUMBER.match(heading.text)
        classified = any(c in TYPES or c in LEVELS for c in heading.classes)
        if heading.level != 2 or not (classified or number):
            continue
        following = second_level[index + 1].line if index + 1 < len(second_level) else len(scan.lines) + 1
        end = following - 1
        while end > heading.line and not scan.lines[end - 1].strip():
            end -= 1
        yield Question(
            heading=heading,
            number=int(number.group(1)) if number else None,
            title=heading.text[number.end() :] if number else heading.text,
            end_line=end,
            parts=tuple(p for p in scan.parts if heading.line < p.line < following),
        )
