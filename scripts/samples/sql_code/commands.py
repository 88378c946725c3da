"""Statements that sqlglot takes as a whole: which are known, and the queries inside some of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot.dialects.dialect import Dialect
from sqlglot.tokens import Token, TokenType

from samples.nearest import did_you_mean
from samples.sql_code.data import load

_EXPLAIN_WORDS = frozenset({"ANALYZE", "EXTENDED", "FORMATTED", "VERBOSE"})


@dataclass(frozen=True, slots=True)
class Inner:
    """A query inside a statement, and how many lines above it there are."""

    text: str
    lines_above: int


def split(content: str, dialect: str) -> list[list[Token]]:
    """Return the tokens of each statement that has any."""
    statements: list[list[Token]] = [[]]
    for token in Dialect.get_or_raise(dialect).tokenize(content):
        if token.token_type == TokenType.SEMICOLON:
            statements.append([])
        elif token.token_type != TokenType.HIVE_TOKEN_STREAM:  # a mark of the Athena dialect, and no text
            statements[-1].append(token)
    return [tokens for tokens in statements if tokens]


def unknown_command(text: str, dialect: str) -> str | None:
    """Return a message if a dialect is not known to have a statement, or None."""
    known = load()["commands"].get(dialect, {})
    words = text.upper().split()
    if any(words[: len(command.split())] == command.split() for command in known):
        return None
    start = " ".join(words[:2])
    return f"`{start}` is no statement that {dialect} is known to have{did_you_mean(start, known)}"


def inner_queries(content: str, tokens: list[Token], dialect: str) -> list[Inner] | None:
    """Return the queries inside EXPLAIN and UNLOAD, or None for other statements. Raises TokenError."""
    first = tokens[0].text.upper()
    if first not in ("EXPLAIN", "UNLOAD"):
        return None
    # sqlglot makes one token of what follows: split it again.
    start = tokens[0].end + 1
    rest = content[start : tokens[-1].end + 1]
    inner = Dialect.get_or_raise(dialect).tokenize(rest)
    found = _explained(rest, inner) if first == "EXPLAIN" else _unloaded(rest, inner)
    above = content[:start].count("\n")
    return [Inner(query.text, query.lines_above + above) for query in found]


def _explained(content: str, tokens: list[Token]) -> Iterator[Inner]:
    index = 0
    while index < len(tokens) and tokens[index].text.upper() in _EXPLAIN_WORDS:
        index += 1
    if index < len(tokens) and tokens[index].token_type == TokenType.L_PAREN:
        index = _after_parenthesis(tokens, index)
    yield from _between(content, tokens[index:])


def _unloaded(content: str, tokens: list[Token]) -> Iterator[Inner]:
    if len(tokens) > 1 and tokens[0].token_type == TokenType.L_PAREN:
        end = _after_parenthesis(tokens, 0)
        if tokens[1].token_type == TokenType.STRING:  # Redshift's: the query is a string
            yield Inner(tokens[1].text, tokens[1].line - 1)
        else:
            yield from _between(content, tokens[1 : end - 1])


def _after_parenthesis(tokens: list[Token], index: int) -> int:
    depth = 0
    for position in range(index, len(tokens)):
        kind = tokens[position].token_type
        depth += (kind == TokenType.L_PAREN) - (kind == TokenType.R_PAREN)
        if depth == 0:
            return position + 1
    return len(tokens)


def _between(content: str, tokens: list[Token]) -> Iterator[Inner]:
    if tokens:
        start = tokens[0].start
        yield Inner(content[start : tokens[-1].end + 1], content[:start].count("\n"))
