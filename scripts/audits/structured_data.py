"""The JSON-LD of the built pages, judged by the types that schema-dts makes of the vocabulary of https://schema.org."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from audits.model import Report
from audits.node_tools import PACKAGES, run_tool

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_ERROR = re.compile(r"page(\d+)\.ts\((\d+),\d+\): error \w+: (.*)")
_IMPORT = 'import type { Graph, Thing, WithContext } from "schema-dts";'
_TYPED = "export const data: Graph | WithContext<Thing> = "
_OPTIONS = {"strict": True, "noEmit": True, "skipLibCheck": True, "types": [], "module": "esnext"}
_LONGEST = 240  # letters of a message: those about types list every type


def data_report(site: Path) -> Report:
    """Check the data of every page below a folder. Raises UsageError if the compiler is missing or fails."""
    pages = {page: data for page in sorted(site.rglob("*.html")) if (data := _DATA.findall(page.read_text("utf-8")))}
    problems = [f"{page.relative_to(site)}: two scripts hold structured data" for page in pages if len(pages[page]) > 1]
    problems += data_problems({page.relative_to(site).as_posix(): data[0] for page, data in pages.items()})
    return Report(f"structured data: {len(pages)} pages, {len(problems)} problems", problems)


def data_problems(data: dict[str, str]) -> list[str]:
    """Return what is wrong with JSON-LD, given by the names of its pages. Raises UsageError."""
    problems, sources = [], {}
    for name, text in data.items():
        try:
            sources[name] = f"{_IMPORT}\n{_TYPED}{json.dumps(json.loads(text), indent=1)};\n"
        except json.JSONDecodeError as error:
            problems.append(f"{name}: the structured data is no JSON: {error}")
    return problems + [_problem(line, sources) for line in _compiled(sources.values())]


def _compiled(sources: Iterable[str]) -> list[str]:
    """Return what the compiler says of TypeScript, which it knows as page0.ts, page1.ts, and so on."""
    options = _OPTIONS | {"paths": {"schema-dts": [str(PACKAGES / "schema-dts/dist/schema.d.ts")]}}
    with TemporaryDirectory() as folder:
        for number, source in enumerate(sources):
            Path(folder, f"page{number}.ts").write_text(source, "utf-8")
        Path(folder, "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["*.ts"]}), "utf-8")
        said = run_tool("typescript", "bin/tsc", "--project", folder, "--pretty", "false")
    return [line for line in said.splitlines() if not line.startswith(" ")]  # what is indented says more of a line


def _problem(line: str, sources: dict[str, str]) -> str:
    error = _ERROR.search(line)
    if not error:
        return line
    name, source = list(sources.items())[int(error[1])]
    return f"{name}: {error[3]:.{_LONGEST}}: {source.splitlines()[int(error[2]) - 1].strip():.{_LONGEST}}"
