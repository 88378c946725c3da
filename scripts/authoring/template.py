"""What a new question looks like: every part that the gate asks for, with a TODO wherever somebody must write."""

from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent / "template"
_FIGURES = {"comparison": "table.md", "architecture": "diagram.md", "debugging": "diagram.md"}  # by type, as Q5 asks


def question_text(number: int, title: str, id_: str, type_: str, level: str) -> str:
    """Return a question in Markdown, from its heading to its sources, without a line end. Raises nothing."""
    figure = f"\n{_read(_FIGURES[type_])}" if type_ in _FIGURES else ""
    template = Template(_read("question.md"))
    return template.substitute(number=number, title=title, id=id_, type=type_, level=level, figure=figure).rstrip()


def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
