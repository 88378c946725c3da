"""Bodies of CloudWatch dashboards: a schema of ours, and the rules of its arrays of metrics and of its grid.

Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
Not checked: that metrics and dimensions exist, metric math and queries beyond the references in expressions.
"""

import re
from collections.abc import Iterator, Sequence

from samples.documents import document_verdict
from samples.json_documents.schemas import own_validator, schema_problems
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean
from samples.parts import integer, mapping, mappings, sequence, text
from samples.wording import kind_of, path_text
from samples.yaml_nodes import Document, Path, read_json

_COLUMNS = 24
_DEFAULT_WIDTH = 6
_MAX_DIMENSIONS = 30
_STRING = re.compile(r"'[^']*'|\"[^\"]*\"")


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [document_verdict(sample, read_json, _problems, "schema") for sample in samples]


def _problems(document: Document) -> Iterator[Problem]:
    yield from schema_problems(own_validator("dashboard"), document)
    for i, widget in enumerate(mappings(mapping(document.value).get("widgets"))):
        yield from _grid(document, widget, ("widgets", i))
        properties, path = mapping(widget.get("properties")), ("widgets", i, "properties")
        if widget.get("type") == "metric":
            yield from _metrics(document, sequence(properties.get("metrics")), (*path, "metrics"))
        if widget.get("type") == "log" and _lacks_source(properties):
            message = "the query of a log widget begins with SOURCE and the log group: SOURCE '/ecs/api' | ..."
            yield Problem(document.line((*path, "query")), message)


def _lacks_source(properties: dict) -> bool:
    """Tell whether the query of a log widget names no log group; queries in SQL and PPL name it in their own ways."""
    query = text(properties.get("query"))
    if query is None or properties.get("queryLanguage", "CWLI") != "CWLI":
        return False
    return not query.lstrip().upper().startswith("SOURCE")


def _grid(document: Document, widget: dict, path: Path) -> Iterator[Problem]:
    x, width = integer(widget.get("x")), integer(widget.get("width", _DEFAULT_WIDTH))
    if x is not None and width is not None and 0 <= x < _COLUMNS < x + width:
        message = f"the widget goes from column {x} to {x + width}, and a dashboard has {_COLUMNS} columns"
        yield Problem(document.line((*path, "x")), message)


def _metrics(document: Document, rows: list, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the rows of a metric widget: [namespace, name, dimension, value, ..., {options}]."""
    previous: list | None = None
    ids: dict[str, Path] = {}
    used: list[tuple[Path, str]] = []
    for i, row in enumerate(rows):
        at = (*path, i)
        if not isinstance(row, list) or not row:
            continue
        options = row[-1] if isinstance(row[-1], dict) else None
        if options is not None:
            where = (*at, len(row) - 1)
            yield from schema_problems(_rendering(), document, value=options, root=where)
            if isinstance(options.get("id"), str):
                if options["id"] in ids:
                    yield Problem(document.line((*where, "id")), f"two metrics have the id '{options['id']}'")
                ids[options["id"]] = where
            if isinstance(options.get("expression"), str):
                used.append(((*where, "expression"), options["expression"]))
        texts = row[:-1] if options is not None else row
        if options is not None and "expression" in options:
            if texts:
                yield Problem(document.line(at), "a row with an expression names no metric")
            continue
        yield from _row(document, texts, previous, at)
        previous = _resolved(texts, previous)
    for where, expression in used:
        yield from _references(document, expression, ids, where)


def _rendering():
    schema = own_validator("dashboard").schema
    return own_validator("dashboard").evolve(schema={"$ref": "#/$defs/rendering", "$defs": schema["$defs"]})


def _row(document: Document, texts: list, previous: list | None, path: Path) -> Iterator[Problem]:
    line = document.line(path)
    for part in texts:
        if not isinstance(part, str):
            yield Problem(line, f"{path_text(path)} holds {kind_of(part)}; a metric is named by strings")
            return
    if previous is None and ("." in texts or "..." in texts):
        yield Problem(line, "`.` and `...` repeat the row before, and there is none")
        return
    resolved = _resolved(texts, previous)
    if resolved is None:
        yield Problem(line, "`.` repeats the value in the same place of the row before, and there is none")
    elif len(resolved) < 2:
        yield Problem(line, "a metric needs a namespace and a name")
    elif len(resolved) % 2:
        yield Problem(line, f"the dimension '{resolved[-1]}' has no value")
    elif len(resolved) > 2 + 2 * _MAX_DIMENSIONS:
        yield Problem(line, f"a metric has {_MAX_DIMENSIONS} dimensions at most")


def _resolved(texts: list, previous: list | None) -> list | None:
    """Return a row with `.` and `...` replaced by what they repeat; None if there is nothing to repeat."""
    if "..." in texts and previous is not None:
        rest = texts[texts.index("...") + 1 :]
        texts = [*previous[: len(previous) - len(rest)], *rest]
    result = []
    for i, part in enumerate(texts):
        if part == "." and (previous is None or i >= len(previous)):
            return None
        result.append(previous[i] if part == "." else part)
    return result


def _references(document: Document, expression: str, ids: dict[str, Path], path: Path) -> Iterator[Problem]:
    """Yield identifiers of metrics that an expression uses and nothing defines; functions are in capitals."""
    if re.match(r"\s*(SELECT|SEARCH)\b", expression, re.IGNORECASE):
        return
    for name in re.findall(r"\b[a-z]\w*\b", _STRING.sub("''", expression)):
        if name not in ids:
            message = f"the expression uses '{name}', which is no id of a metric here{did_you_mean(name, ids)}"
            yield Problem(document.line(path), message)
