"""Plants one defect at a random place of a page, and says what the validator must find there.

Each function gets a random generator and a page, and returns a Mutation, or None where the page has no place for it.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape

from bank import Page
from rules import freshness, residue
from samples.table import checker_name


@dataclass(frozen=True)
class Mutation:
    """The changed text, the code that must be found, and its line. `mended` is what `--fix` must make of the text:
    the original, or None where the rule has no edit. `also` are the codes of what else it breaks, and of nothing more;
    ANYTHING where that depends on the place."""

    text: str
    code: str
    line: int
    mended: str | None = None
    also: frozenset[str] = frozenset()


ANYTHING = frozenset({"*"})
LOST_ID = frozenset({"L402", "Q213", "Q215", "Q216"})

Mutator = Callable[[random.Random, Page], Mutation | None]
MUTATORS: list[Mutator] = []


def mutator(function: Mutator) -> Mutator:
    MUTATORS.append(function)
    return function


def with_line(page: Page, number: int, new: str | None) -> str:
    """Return the page's text with line `number` (from 1) replaced, or removed if `new` is None."""
    lines = list(page.lines)
    lines[number - 1 : number] = [] if new is None else [new]
    return "\n".join(lines)


def plain_blocks(page: Page) -> list:
    """Paragraphs of bodies: places into which a sentence can be put without touching anything else."""
    rows = {row.line for row in page.rows}
    parts = [(part.line, part.end_line) for q in page.questions for part in q.parts]
    first = page.questions[0].line
    return [
        block
        for block in page.blocks
        if block.line > first
        and block.line not in rows
        and re.match(r"[A-Z]", block.text)
        and not any(low <= block.line <= high for low, high in parts)
    ]


def after_first_sentence(page: Page, rng: random.Random, sentence: str) -> tuple[str, int] | None:
    """Put a sentence behind a random paragraph; return the text and its line."""
    if not (blocks := plain_blocks(page)):
        return None
    number = rng.choice(blocks).end_line
    return with_line(page, number, f"{page.lines[number - 1]} {sentence}"), number


@mutator
def wrong_number(rng, page):
    question = rng.choice(page.questions)
    line = page.lines[question.line - 1]
    wrong = line.replace(f"## {question.number}.", f"## {question.number + rng.randint(1, 30)}.", 1)
    return Mutation(with_line(page, question.line, wrong), "Q201", question.line, page.text)


@mutator
def no_number(rng, page):
    question = rng.choice(page.questions)
    line = page.lines[question.line - 1].replace(f"## {question.number}. ", "## ", 1)
    return Mutation(with_line(page, question.line, line), "Q202", question.line, page.text)


@mutator
def no_type(rng, page):
    question = rng.choice(page.questions)
    line = page.lines[question.line - 1].replace(f" .{question.types[0]}", "", 1)
    return Mutation(with_line(page, question.line, line), "Q207", question.line)


@mutator
def no_takeaway(rng, page):
    question = rng.choice(page.questions)
    part = question.part("takeaway")
    lines = list(page.lines)
    del lines[part.line - 1 : part.end_line + 1]
    return Mutation("\n".join(lines), "Q208", question.line)


@mutator
def second_takeaway(rng, page):
    part = rng.choice(page.questions).part("takeaway")
    copy = [*page.lines[part.line - 1 : part.end_line], ""]
    lines = list(page.lines)
    lines[part.line - 1 : part.line - 1] = copy
    return Mutation("\n".join(lines), "Q209", part.line + len(copy))


@mutator
def short_spoken_answer(rng, page):
    part = rng.choice(page.questions).part("thirty_seconds")
    lines = list(page.lines)
    lines[part.line : part.end_line] = ["    It is quick to say."]
    return Mutation("\n".join(lines), "Q210", part.line, also=frozenset({"Q218"}))  # perhaps the answer is short now


@mutator
def foreign_source(rng, page):
    return _retarget(rng, page, "sources", lambda target: re.sub(r"//[^/]+/", "//medium.com/", target), "Q211")


@mutator
def landing_page(rng, page):
    return _retarget(rng, page, "sources", lambda target: "https://aws.amazon.com/ec2/", "Q212")


@mutator
def plain_http(rng, page):
    link = _random_link(rng, page, lambda link: link.target.startswith("https://"))
    if not link:
        return None
    line = page.lines[link.line - 1]
    changed = line[: link.column - 1] + "http" + line[link.column + 4 :]
    return Mutation(with_line(page, link.line, changed), "L404", link.line, page.text)


@mutator
def dead_link(rng, page):
    link = _random_link(rng, page, lambda link: ".md" in link.target)
    if not link:
        return None
    line = page.lines[link.line - 1].replace(link.target, link.target.replace(".md", "s.md"), 1)
    return Mutation(with_line(page, link.line, line), "L401", link.line)


@mutator
def dead_anchor(rng, page):
    link = _random_link(rng, page, lambda link: link.target.startswith("#"))
    if not link:
        return None
    line = page.lines[link.line - 1]
    changed = line[: link.column - 1] + link.target + "-gone" + line[link.column - 1 + len(link.target) :]
    return Mutation(with_line(page, link.line, changed), "L402", link.line)


@mutator
def undefined_reference(rng, page):
    return _sentence(rng, page, "See [the guide][nowhere].", "L406")


@mutator
def empty_link_text(rng, page):
    return _sentence(rng, page, "Read [here](https://docs.aws.amazon.com/a/b.html).", "L407")


@mutator
def absolute_link(rng, page):
    return _sentence(rng, page, "Read [the page](/security/iam.md) about it.", "L403")


@mutator
def no_language(rng, page):
    fence = rng.choice([f for f in page.fences if f.title])
    line = page.lines[fence.line - 1]
    return Mutation(with_line(page, fence.line, line[: line.index(fence.markup)] + fence.markup), "F302", fence.line)


@mutator
def unknown_language(rng, page):
    fence = rng.choice([f for f in page.fences if f.title])
    line = page.lines[fence.line - 1].replace(fence.language, f"{fence.language}x", 1)
    return Mutation(with_line(page, fence.line, line), "F303", fence.line)


@mutator
def unknown_kind(rng, page):
    name = "notes.odt"
    fence = rng.choice([f for f in page.fences if f.title and checker_name(f.language, name) is None])
    line = page.lines[fence.line - 1].replace(f'"{fence.title}"', f'"{name}"', 1)
    return Mutation(with_line(page, fence.line, line), "F304", fence.line)


@mutator
def wide_line(rng, page):
    fence = rng.choice([f for f in page.fences if f.title])
    number = fence.content_line + rng.randrange(fence.content.count("\n"))
    return Mutation(with_line(page, number, page.lines[number - 1] + " and more" * 12), "F305", number)


@mutator
def diagram_without_title(rng, page):
    fences = [f for f in page.fences if f.language == "mermaid"]
    if not fences:
        return None
    fence = rng.choice(fences)
    number = next(n for n in range(fence.line, fence.end_line) if "accTitle:" in page.lines[n - 1])
    return Mutation(with_line(page, number, None), "F308", fence.line)


@mutator
def cell_too_many(rng, page):
    rows = [row for row in page.rows if not row.is_head]
    if not rows:
        return None
    row = rng.choice(rows)
    return Mutation(with_line(page, row.line, page.lines[row.line - 1] + " more |"), "P109", row.line)


@mutator
def deep_heading(rng, page):
    headings = [h for h in page.headings if h.level == 3]
    if not headings:
        return None
    heading = rng.choice(headings)
    return Mutation(with_line(page, heading.line, "#" + page.lines[heading.line - 1]), "P107", heading.line)


@mutator
def unknown_key(rng, page):
    return Mutation(page.text.replace("---\n", "---\nauthor: nobody\n", 1), "P104", 2)


@mutator
def future_review(rng, page):
    number = page.line_of("reviewed:")
    return Mutation(with_line(page, number, "reviewed: 2999-01-01"), "R711", number)


@mutator
def two_right_options(rng, page):
    parts = [part for q in page.questions if (part := q.part("quick_check"))]
    if not parts:
        return None
    part = rng.choice(parts)
    number = next(n for n in range(part.line, part.end_line + 1) if "- [ ]" in page.lines[n - 1])
    return Mutation(with_line(page, number, page.lines[number - 1].replace("[ ]", "[x]", 1)), "Q214", part.line)


@mutator
def mojibake(rng, page):
    if not (blocks := plain_blocks(page)):
        return None
    number = rng.choice(blocks).end_line
    odd, right = rng.choice([("â€”", "—"), ("â€œwordâ€\x9d", "“word”"), ("cafÃ©", "café"), ("It‚Äôs", "It’s")])
    line = page.lines[number - 1]
    return Mutation(
        with_line(page, number, f"{line} {odd}"), "E611", number, with_line(page, number, f"{line} {right}")
    )


@mutator
def no_id(rng, page):
    question = rng.choice(page.questions)
    line = page.lines[question.line - 1].replace(f"#{question.id} ", "", 1)
    return Mutation(with_line(page, question.line, line), "Q204", question.line, also=LOST_ID)


@mutator
def capital_id(rng, page):
    question = rng.choice(page.questions)
    line = page.lines[question.line - 1].replace(f"#{question.id} ", f"#{question.id.title()} ", 1)
    return Mutation(with_line(page, question.line, line), "Q205", question.line, also=LOST_ID)


@mutator
def taken_id(rng, page):
    first, question = page.questions[0], rng.choice(page.questions[1:])
    line = page.lines[question.line - 1].replace(f"#{question.id} ", f"#{first.id} ", 1)
    return Mutation(with_line(page, question.line, line), "Q206", question.line, also=LOST_ID)


@mutator
def heading_without_classes(rng, page):
    question = rng.choice(page.questions)
    line = f"## {question.title}"
    return Mutation(with_line(page, question.line, line), "Q203", question.line, also=LOST_ID | {"Q201"})


@mutator
def level_out_of_order(rng, page):
    question = page.questions[0]
    line = page.lines[question.line - 1].replace(f".{question.levels[0]}", ".advanced", 1)
    return Mutation(with_line(page, question.line, line), "Q217", page.questions[1].line, also=frozenset({"Q218"}))


@mutator
def answer_without_a_body(rng, page):
    question = rng.choice([q for q in page.questions if "advanced" in q.levels])
    start, end = question.part("thirty_seconds").end_line, question.part("mistakes").line
    lines = list(page.lines)
    lines[start : end - 1] = [""]
    return Mutation("\n".join(lines), "Q218", question.line, also=frozenset({"L402", "Q219", "Q220"}))


@mutator
def architecture_without_a_diagram(rng, page):
    diagrams = [f.line for f in page.fences if f.language == "mermaid"]
    bare = [q for q in page.questions if not any(q.line < line <= q.end_line for line in diagrams)]
    if not bare:
        return None
    question = rng.choice(bare)
    line = page.lines[question.line - 1].replace(f".{question.types[0]}", ".architecture", 1)
    return Mutation(with_line(page, question.line, line), "Q220", question.line)


@mutator
def same_title(rng, page):
    first, question = page.questions[0], rng.choice(page.questions[1:])
    line = page.lines[question.line - 1].replace(question.title, first.title, 1)
    return Mutation(with_line(page, question.line, line), "Q221", question.line)


@mutator
def follow_up_to_itself(rng, page):
    question = rng.choice(page.questions)
    part = question.part("follow_up")
    lines = list(page.lines)
    lines[part.line - 1 : part.end_line] = [f"**Follow-up:** [What is this?](#{question.id})"]
    return Mutation("\n".join(lines), "Q213", part.line)


@mutator
def fence_never_closed(rng, page):
    fence = rng.choice(page.fences[:-1])
    return Mutation(with_line(page, fence.end_line, None), "F301", fence.line, also=ANYTHING)


@mutator
def wrong_on_purpose_untold(rng, page):
    return _fence_attribute(rng, page, ".wrong", "F306")


@mutator
def unchecked_without_a_reason(rng, page):
    return _fence_attribute(rng, page, 'data-unchecked=""', "F307")


@mutator
def sideways_diagram(rng, page):
    fences = [f for f in page.fences if f.language == "mermaid" and "flowchart TD" in f.content]
    if not fences:
        return None
    number = rng.choice(fences).content_line
    return Mutation(with_line(page, number, "flowchart LR"), "F309", number)


@mutator
def broken_front_matter(rng, page):
    return Mutation(page.text.replace("title: ", "title: [", 1), "P101", 3, also=frozenset({"P102"}))


@mutator
def no_description(rng, page):
    number = page.line_of("description:")
    return Mutation(with_line(page, number, None), "P102", 1)


@mutator
def second_page_title(rng, page):
    heading = rng.choice([h for h in page.headings if h.level == 3])
    line = page.lines[heading.line - 1].removeprefix("##")
    return Mutation(with_line(page, heading.line, line), "P103", heading.line, also=ANYTHING)


@mutator
def no_alias_sentence(rng, page):
    text = re.sub(r"Also\s+known\s+as:", "See", page.text, count=1)
    # A former name in the sentence is excused by it.
    return Mutation(text, "P105", page.headings[0].line, also=frozenset({"R702"}))


@mutator
def vendor_in_title(rng, page):
    number = page.line_of("title:")
    line = page.lines[number - 1].replace("title: ", "title: AWS ")
    return Mutation(with_line(page, number, line), "P106", number, also=frozenset({"P103"}))


@mutator
def heading_like_a_part(rng, page):
    heading = rng.choice([h for h in page.headings if h.level == 3])
    return Mutation(with_line(page, heading.line, "### Summary"), "P108", heading.line, also=frozenset({"L402"}))


@mutator
def image_without_text(rng, page):
    return _sentence(rng, page, "![](../assets/images/mark.svg)", "P110")


@mutator
def needless_suppression(rng, page):
    if not (blocks := plain_blocks(page)):
        return None
    number = rng.choice(blocks).line
    lines = list(page.lines)
    lines[number - 1 : number - 1] = ["<!-- allow Q201: for no reason -->"]
    return Mutation("\n".join(lines), "P190", number)


@mutator
def link_to_a_folder(rng, page):
    mutation = _sentence(rng, page, "Read [the folder](../security/) too.", "L405")
    return mutation and replace(mutation, also=frozenset({"L401"}))


@mutator
def raw_html(rng, page):
    return _sentence(rng, page, "This is <b>bold</b>.", "E614")


@mutator
def drawn_rule(rng, page):
    return _sentence(rng, page, "Then ========== follows.", "E616")


@mutator
def foreign_numbering(rng, page):
    if not (blocks := plain_blocks(page)):
        return None
    number = rng.choice(blocks).line
    lines = list(page.lines)
    lines[number - 1 : number - 1] = ["Q44) What comes next?", ""]
    return Mutation("\n".join(lines), "E617", number)


@mutator
def outdated_fact(rng, page):
    fact = rng.choice(freshness.facts())
    mutation = _sentence(rng, page, "", freshness.KINDS[fact.kind][0])
    if not mutation:
        return None
    # As a paragraph of its own, or a word of its neighbors may excuse it.
    number = mutation.line + 1
    lines = [*page.lines[: number - 1], "", fact.example, *page.lines[number - 1 :]]
    codes = frozenset(code for code, _, _ in freshness.KINDS.values())
    return Mutation("\n".join(lines), freshness.KINDS[fact.kind][0], number + 1, also=codes)


@mutator
def dead_runtime(rng, page):
    fence = rng.choice([f for f in page.fences if f.language in ("hcl", "yaml", "json")])
    number = fence.content_line + rng.randrange(fence.content.count("\n"))
    if len(page.lines[number - 1]) > 60:
        return None
    return Mutation(with_line(page, number, f'{page.lines[number - 1]} "nodejs14.x"'), "R704", number)


@mutator
def old_review(rng, page):
    number = page.line_of("reviewed:")
    return Mutation(with_line(page, number, "reviewed: 2020-02-02"), "R710", number)


def _fence_attribute(rng, page, attribute: str, code: str) -> Mutation | None:
    """Rewrite a fence's opening line in braces, with one attribute more."""
    fence = rng.choice([f for f in page.fences if f.title])
    indent = page.lines[fence.line - 1].partition(fence.markup)[0]
    line = f'{indent}{fence.markup}{{ .{fence.language} {attribute} title="{fence.title}" }}'
    return Mutation(with_line(page, fence.line, line), code, fence.line)


def _residue(entry: dict) -> Mutator:
    def function(rng, page):
        text = rng.choice(entry["bad"])
        if entry["where"] == "code":
            fence = rng.choice([f for f in page.fences if f.language in ("bash", "hcl", "json", "yaml")])
            number = fence.content_line + rng.randrange(fence.content.count("\n"))
            line = page.lines[number - 1]
            if len(line) + len(text) > 80:
                return None
            mended = with_line(page, number, f"{line} {_mend(entry, text)}")
            return Mutation(with_line(page, number, f"{line} {text}"), entry["code"], number, mended)
        placed = _sentence(rng, page, text, entry["code"])
        return placed and replace(placed, mended=placed.text.replace(text, _mend(entry, text), 1))

    function.__name__ = f"residue_{entry['code']}_{entry['name']}"
    return function


def _mend(entry: dict, text: str) -> str:
    if entry.get("fix") == "unescape":
        return unescape(text)
    for old, new in (entry.get("fix") or {}).items():
        text = text.replace(old, new)
    return text


# These three must not begin or fill a line by chance: they have mutators of their own.
MUTATORS += [_residue(e) for e in residue.entries() if e["code"] not in ("E614", "E616", "E617")]


def _sentence(rng, page, sentence: str, code: str) -> Mutation | None:
    placed = after_first_sentence(page, rng, sentence)
    return Mutation(placed[0], code, placed[1]) if placed else None


def _random_link(rng, page, wanted):
    """Return a random link whose target stands in its line exactly once, so that it can be changed there."""
    links = [k for k in page.links if wanted(k) and page.lines[k.line - 1].count(f"({k.target})") == 1]
    return rng.choice(links) if links else None


def _retarget(rng, page, part_key: str, change, code: str) -> Mutation | None:
    part = rng.choice(page.questions).part(part_key)
    link = _random_link(rng, page, lambda k: part.line <= k.line <= part.end_line)
    if not link:
        return None
    line = page.lines[link.line - 1].replace(link.target, change(link.target), 1)
    return Mutation(with_line(page, link.line, line), code, link.line)
