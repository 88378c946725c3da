"""The page of the benchmarks, from what was measured, and the file in which that is kept between runs."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from benchmarks.rows import Row, figure
from command_line import UsageError
from whole_files import write_whole

TEMPLATE = Path(__file__).with_name("page.md.jinja")


@dataclass(frozen=True)
class Measured:
    """The rows of one part, with the day (ISO) and the machine."""

    day: str
    machine: str
    rows: tuple[Row, ...]


def read_results(file: Path) -> dict[str, Measured]:
    """Return what was measured, by part; {} if there is no file. Raises UsageError if it cannot be read."""
    if not file.exists():
        return {}
    try:
        data = json.loads(file.read_text("utf-8"))
        return {
            name: Measured(one["day"], one["machine"], tuple(Row(**row) for row in one["rows"]))
            for name, one in data.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UsageError(f"{file} does not hold results; remove it, and run `make bench`") from None


def write_results(file: Path, results: dict[str, Measured]) -> None:
    """Write what was measured, whole. Raises OSError."""
    data = {
        name: {**asdict(one), "rows": [{k: v for k, v in asdict(row).items() if v is not None} for row in one.rows]}
        for name, one in results.items()
    }
    write_whole(file, json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def page(parts: Sequence, results: dict[str, Measured]) -> str:
    """Return the page as Markdown. `parts` say what each is about; one that was never measured says so."""
    environment = Environment(
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    known = [(part, results[part.name]) for part in parts if part.name in results]
    machines: dict[str, list[str]] = {}
    for part, one in known:
        machines.setdefault(one.machine, []).append(part.title)
    return template.render(
        known=known,
        unmeasured=[part.title for part in parts if part.name not in results],
        missed=[(part, row) for part, one in known for row in one.rows if row.is_missed],
        machines=machines,
        figure=figure,
    )
