"""Columns of queries against the tables that the same sample creates."""

from collections.abc import Iterator

from sqlglot import exp

from samples.model import Problem
from samples.nearest import did_you_mean
from samples.sql_code.rules import line_of


def column_problems(statements: list[tuple[exp.Expression, int]]) -> Iterator[Problem]:
    """Yield columns that the tables of a query do not have, where the sample itself creates all of them.

    `statements` are parsed statements with the lines at which they start.
    """
    tables: dict[str, set[str]] = {}
    for statement, line in statements:
        if isinstance(statement, exp.Create) and isinstance(statement.this, exp.Schema):
            definitions = [*statement.this.expressions, *_partition_columns(statement)]
            columns = {one.name.lower() for one in definitions if isinstance(one, exp.ColumnDef)}
            if columns:
                tables[statement.this.this.name.lower()] = columns
                continue
        if isinstance(statement, exp.Alter) or not tables:
            tables.pop(statement.find(exp.Table).name.lower() if statement.find(exp.Table) else "", None)
            continue
        yield from _statement(statement, tables, line)


def _partition_columns(statement: exp.Create) -> Iterator[exp.Expression]:
    for partition in statement.find_all(exp.PartitionedByProperty):
        yield from partition.this.expressions


def _statement(statement: exp.Expression, tables: dict[str, set[str]], line: int) -> Iterator[Problem]:
    used = {table.name.lower() for table in statement.find_all(exp.Table)}
    # Names that subqueries and functions make are columns as well: such queries are not judged.
    makes_names = exp.CTE, exp.Subquery, exp.Lateral, exp.Unnest, exp.Values, exp.Union
    if not used or not used <= set(tables):
        return
    if not isinstance(statement, exp.Insert) and any(statement.find_all(*makes_names)):
        return
    known = set().union(*(tables[name] for name in used)) | {
        alias.alias.lower() for alias in statement.find_all(exp.Alias)
    }
    named = [column.this for column in statement.find_all(exp.Column) if isinstance(column.this, exp.Identifier)]
    if isinstance(statement, exp.Insert) and isinstance(statement.this, exp.Schema):
        named += [one for one in statement.this.expressions if isinstance(one, exp.Identifier)]
    for identifier in named:
        if identifier.name.lower() not in known:
            hint = did_you_mean(identifier.name, known)
            yield Problem(line_of(identifier, line), f"{_names(used)} has no column `{identifier.name}`{hint}")


def _names(tables: set[str]) -> str:
    return " and ".join(f"`{name}`" for name in sorted(tables))
