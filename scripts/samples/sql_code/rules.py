"""What an engine rejects though sqlglot, which reads all dialects, parses it."""

from collections.abc import Iterator

from sqlglot import exp
from sqlglot.tokens import Token, TokenType

from samples.model import Problem
from samples.sql_code.data import load

_TRINO = ("athena", "trino")
# In these, a dot may as well lead into a structure as into a table.
_WITH_STRUCTURES = ("athena", "redshift", "spark", "trino")


def line_of(node: exp.Expression, default: int = 1) -> int:
    """Return the line of the first identifier in a node that has one."""
    lines = [part.meta["line"] for part in node.walk() if "line" in part.meta]
    return min(lines, default=default)


def token_problems(tokens: list[Token], dialect: str) -> Iterator[Problem]:
    """Yield tokens, and orders of tokens, that an engine does not have."""
    foreign = load()["foreign_tokens"].get(dialect, {})
    for index, token in enumerate(tokens):
        if token.token_type.name in foreign:
            instead = foreign[token.token_type.name]
            yield Problem(token.line, f"{dialect} has no `{token.text}`; write {instead}")
        if token.token_type != TokenType.LIMIT:
            continue
        after = [one.token_type for one in tokens[index + 2 : index + 3]]
        if after == [TokenType.OFFSET] and dialect in _TRINO:
            yield Problem(token.line, f"{dialect} wants OFFSET before LIMIT")
        if after == [TokenType.COMMA] and dialect != "mysql":
            yield Problem(token.line, f"{dialect} has no LIMIT with two numbers; write LIMIT n OFFSET m")


def statement_problems(statement: exp.Expression, dialect: str, line: int) -> Iterator[Problem]:
    """Yield what is wrong with a parsed statement; `line` is where it starts."""
    for names, found, message in _FOREIGN:
        if dialect not in names:
            for node in statement.walk():
                if found(node):
                    yield Problem(line_of(node, line), message.format(dialect=dialect))
    if isinstance(statement, exp.Insert):
        yield from _insert(statement, line)
    if dialect == "athena" and isinstance(statement, exp.Create):
        yield from _athena_table(statement, line)
    for select in statement.find_all(exp.Select):
        if dialect != "mysql":
            yield from _grouping(select, dialect, line)
        if dialect not in _WITH_STRUCTURES:
            yield from _tables(select, line)


# The engines that have a construct, how to recognize it, and what to say to the others.
_FOREIGN = (
    (
        ("postgres",),
        lambda node: isinstance(node, exp.Distinct) and node.args.get("on"),
        "{dialect} has no DISTINCT ON; number the rows with row_number()",
    ),
    (
        ("postgres", "redshift", "spark"),
        lambda node: isinstance(node, exp.ILike),
        "{dialect} has no ILIKE; compare lower(x) with LIKE",
    ),
    (
        ("postgres",),
        lambda node: isinstance(node, exp.OnConflict) and not node.args.get("duplicate"),
        "{dialect} has no ON CONFLICT",
    ),
    (
        ("mysql",),
        lambda node: isinstance(node, exp.OnConflict) and node.args.get("duplicate"),
        "{dialect} has no ON DUPLICATE KEY UPDATE",
    ),
    (("postgres",), lambda node: isinstance(node, exp.Returning), "{dialect} has no RETURNING"),
    (("redshift",), lambda node: isinstance(node, exp.Qualify), "{dialect} has no QUALIFY; filter in an outer query"),
    (
        ("athena", "postgres", "spark", "trino"),
        lambda node: isinstance(node, exp.Filter),
        "{dialect} has no FILTER; aggregate a CASE",
    ),
    (
        ("mysql",),
        lambda node: isinstance(node, exp.Delete | exp.Update) and node.args.get("limit"),
        "{dialect} has no LIMIT here; choose the rows in a subquery",
    ),
)


def _insert(statement: exp.Insert, line: int) -> Iterator[Problem]:
    if not (isinstance(statement.this, exp.Schema) and isinstance(statement.expression, exp.Values)):
        return
    columns = len(statement.this.expressions)
    for row in statement.expression.expressions:
        values = len(row.expressions) if isinstance(row, exp.Tuple) else 1
        if values != columns:
            yield Problem(line_of(row, line), f"INSERT has {columns} columns and {values} values")


def _athena_table(statement: exp.Create, line: int) -> Iterator[Problem]:
    if statement.args.get("kind") != "TABLE" or statement.expression is not None:
        return
    if statement.find(exp.ExternalProperty) or "iceberg" in statement.sql("athena").lower():
        return
    yield Problem(line, "Athena makes tables with CREATE EXTERNAL TABLE, AS SELECT, or the table_type ICEBERG only")


def _tables(select: exp.Select, line: int) -> Iterator[Problem]:
    """Yield columns of tables that neither this query nor one around it names."""
    known: set[str] = set()
    query: exp.Expression | None = select
    while query is not None:
        for table in query.find_all(exp.Table, exp.Subquery, exp.Lateral, exp.Unnest, exp.Values, exp.CTE):
            known.add(table.alias_or_name.lower())
            known.add(table.name.lower())
        query = query.parent
    known |= {"excluded", "new", "old"}
    for column in select.find_all(exp.Column):
        if column.find_ancestor(exp.Select) is select and column.table and column.table.lower() not in known:
            yield Problem(line_of(column, line), f"no table or alias `{column.table}` in this query")


def _grouping(select: exp.Select, dialect: str, line: int) -> Iterator[Problem]:
    group = select.args.get("group")
    if group is not None and any(group.args.get(name) for name in ("all", "cube", "grouping_sets", "rollup", "totals")):
        return
    keys = group.expressions if group is not None else []
    if group is None and not any(_aggregates(projection) for projection in select.expressions):
        return
    aliases = {one.alias.lower(): one.this for one in select.expressions if isinstance(one, exp.Alias)}
    texts: set[str] = set()
    for key in keys:
        if isinstance(key, exp.Literal) and not key.is_string and int(key.this) <= len(select.expressions):
            texts.add(_text(select.expressions[int(key.this) - 1].unalias()))
            continue
        texts.add(_text(key))
        meant = aliases.get(key.name.lower()) if isinstance(key, exp.Column) and not key.table else None
        if meant is None:
            continue
        if dialect not in _TRINO:
            texts.add(_text(meant))
        elif not any(column.name.lower() == key.name.lower() for column in meant.find_all(exp.Column)):
            remedy = "repeat its expression, or give its position"
            yield Problem(line_of(key, line), f"{dialect} does not GROUP BY the alias `{key.name}`; {remedy}")
            texts.add(_text(meant))
    for projection in select.expressions:
        for column in _ungrouped(projection.unalias(), texts):
            message = f"`{column.sql()}` is neither in GROUP BY nor in an aggregate function"
            yield Problem(line_of(column, line), message)


def _text(node: exp.Expression) -> str:
    """Return a node as text in which two ways to name a column are alike."""
    copy = node.copy()
    for column in copy.find_all(exp.Column):
        column.set("table", None)
    return copy.sql(normalize=True).lower()


def _aggregates(node: exp.Expression) -> bool:
    if isinstance(node, exp.Window | exp.Query):
        return False
    return isinstance(node, exp.AggFunc) or any(_aggregates(child) for child in node.iter_expressions())


def _ungrouped(node: exp.Expression, keys: set[str]) -> Iterator[exp.Column]:
    # A function that sqlglot does not know may be an aggregate.
    opaque = (exp.AggFunc, exp.Anonymous, exp.AnonymousAggFunc, exp.Filter, exp.Query, exp.Window, exp.WithinGroup)
    if isinstance(node, opaque) or _text(node) in keys:
        return
    if isinstance(node, exp.Column):
        if not isinstance(node.this, exp.Star):
            yield node
        return
    for child in node.iter_expressions():
        yield from _ungrouped(child, keys)
