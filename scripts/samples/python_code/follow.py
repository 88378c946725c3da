"""Follows a sample from its first line, and its Lambda handler with the events that it may get."""

import ast

from samples.lambda_functions.events import Place, chosen, event_problems
from samples.lambda_functions.triggers import Trigger, candidates
from samples.model import Problem
from samples.python_code.event import Event
from samples.python_code.functions import FunctionNode
from samples.python_code.kinds import Findings, Kind
from samples.python_code.responses import unknown_error_codes
from samples.python_code.scopes import Scope
from samples.python_code.statements import Statements

_HANDLERS = ("handler", "lambda_handler")
_CONTEXTS = ("_", "_context", "context", "_ctx", "ctx")


def follow(tree: ast.Module, title: str) -> tuple[Findings, list[Trigger]]:
    """Follow a module. Returns what came to light, and the triggers whose event its handler reads (often one)."""
    findings = Findings()
    statements = Statements(tree, findings)
    scope = Scope()
    handler = handler_of(tree)
    possible = candidates(title, "python")
    statements.block(tree.body, scope)
    if isinstance(handler, ast.AsyncFunctionDef):
        message = "Lambda's Python runtime does not await a handler; define it without `async`"
        findings.problems.add(Problem(handler.lineno, message))
    if handler is not None:
        handler.is_handler = True
        event: dict[str, Kind] = {handler.args.args[0].arg: Event(tuple(Place(trigger) for trigger in possible))}
        statements.functions.follow(handler, scope, event)
    statements.follow_the_rest()
    unknown_error_codes(findings)
    if handler is None:
        return findings, []
    findings.problems.update(event_problems(possible, findings.event, findings.returned))
    return findings, chosen(possible, findings.event, findings.returned)


def handler_of(tree: ast.Module) -> FunctionNode | None:
    """Return the function that Lambda calls: by its name, or the last that takes an event and a context."""
    found = None
    for node in tree.body:
        if isinstance(node, FunctionNode) and len(node.args.args) == 2:
            first, second = (argument.arg for argument in node.args.args)
            if node.name in _HANDLERS:
                return node
            if first in ("event", "_event") and second in _CONTEXTS:
                found = node
    return found
