"""SQL: sqlglot parses it in the dialect that the title names, and the engine of that dialect would take it."""

import logging
from collections.abc import Iterator, Sequence

from samples.model import Problem, Sample, Verdict


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Return a verdict for each sample."""
    from samples.sql_code.data import dialect_of

    logger = logging.getLogger("sqlglot")
    level = logger.level
    logger.setLevel(logging.ERROR)  # it warns of statements that it takes as a whole, which are judged here
    try:
        verdicts = []
        for sample in samples:
            dialect = dialect_of(sample.title)
            problems = set(_problems(sample.content, dialect))
            verdicts.append(Verdict(tuple(sorted(problems)), f"sqlglot ({dialect})"))
        return verdicts
    finally:
        logger.setLevel(level)


def _problems(content: str, dialect: str) -> Iterator[Problem]:
    from sqlglot.errors import TokenError

    from samples.sql_code.columns import column_problems
    from samples.sql_code.commands import split

    try:
        statements = split(content, dialect)
    except TokenError:
        yield Problem(
            _unreadable_line(content, dialect), f"is no valid SQL ({dialect}): a quote or a comment never ends"
        )
        return
    if not statements:
        yield Problem(1, "there is no statement")
    parsed = []
    for tokens in statements:
        # Blank lines stand for what is before, so that the parser counts as the sample does.
        above = content[: tokens[0].start]
        text = "\n" * above.count("\n") + content[tokens[0].start : tokens[-1].end + 1]
        yield from _statement(text, content, tokens, dialect, parsed)
    yield from column_problems(parsed)


def _statement(text: str, content: str, tokens: list, dialect: str, parsed: list) -> Iterator[Problem]:
    import sqlglot
    from sqlglot import exp
    from sqlglot.errors import ParseError, TokenError

    from samples.sql_code.commands import inner_queries, unknown_command
    from samples.sql_code.rules import statement_problems, token_problems

    line = tokens[0].line
    inner = inner_queries(content, tokens, dialect)
    if inner is not None:
        if not inner:
            yield Problem(line, f"there is no query in `{tokens[0].text}`")
        for query in inner:
            for problem in _problems(query.text, dialect):
                yield Problem(problem.line + query.lines_above, problem.message)
        return
    try:
        statement = sqlglot.parse_one(text, dialect=dialect)
    except ParseError as error:
        first = error.errors[0]
        what = (
            "something is missing"
            if "<class" in first["description"]
            else first["description"].partition(" but got <")[0]
        )
        yield Problem(first["line"] or line, f"is no valid SQL ({dialect}): {what} at `{first['highlight']}`")
        return
    except TokenError as error:
        yield Problem(line, f"is no valid SQL ({dialect}): {error}")
        return
    if isinstance(statement, exp.Command):
        message = unknown_command(text, dialect)
        if message:
            yield Problem(line, message)
        return
    if isinstance(statement, exp.Condition | exp.Alias) and not isinstance(statement, exp.Query):
        yield Problem(line, f"`{tokens[0].text}` begins no statement of SQL ({dialect})")
        return
    parsed.append((statement, line))
    yield from token_problems(tokens, dialect)
    yield from statement_problems(statement, dialect, line)


def _unreadable_line(content: str, dialect: str) -> int:
    """Return the line at which the text begins that cannot be split into tokens."""
    from sqlglot.errors import TokenError

    from samples.sql_code.commands import split

    lines = content.split("\n")
    for count in range(len(lines) - 1, 0, -1):
        try:
            split("\n".join(lines[:count]), dialect)
        except TokenError:
            continue
        return count + 1
    return 1
