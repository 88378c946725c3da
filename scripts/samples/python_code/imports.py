"""What a sample imports: it must exist, and be of the standard library, of boto3, or a known package."""

import ast
import importlib
import importlib.util
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.python_code.objects import DO_NOT_IMPORT, FOLLOWED

_DATA = Path(__file__).parent.parent / "data" / "python_modules.yaml"


def import_problems(tree: ast.Module) -> Iterator[Problem]:
    """Yield imports of modules that nobody knows, and of names that their module does not have."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _module(alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            problems = list(_module(node.module, node.lineno))
            yield from problems or _names(node)


def can_import(tree: ast.Module) -> bool:
    """Return whether each module that is imported is installed here."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    if any(node.level or not node.module for node in froms):
        return False
    tops = {name.partition(".")[0] for name in (*names, *(node.module for node in froms))}
    return not tops & DO_NOT_IMPORT and all(importlib.util.find_spec(top) is not None for top in tops)


def _is_ours_to_import(name: str) -> bool:
    top = name.partition(".")[0]
    return (top in sys.stdlib_module_names or top in FOLLOWED) and top not in DO_NOT_IMPORT


def _module(name: str, line: int) -> Iterator[Problem]:
    top = name.partition(".")[0]
    if _is_ours_to_import(name):
        try:
            importlib.import_module(name)
        except ImportError:
            yield Problem(line, f"there is no module `{name}`")
    elif not any(fnmatch(top, known) for known in _packages()) and top not in sys.stdlib_module_names:
        known = {*_packages(), *sys.stdlib_module_names, *FOLLOWED}
        hint = did_you_mean(top, known) or f"; if it is a real package, add it to {_DATA.name}"
        yield Problem(line, f"there is no known package `{top}`{hint}")


def _names(node: ast.ImportFrom) -> Iterator[Problem]:
    if not _is_ours_to_import(node.module):
        return
    module = importlib.import_module(node.module)
    for alias in node.names:
        is_package = hasattr(module, "__path__")
        if alias.name == "*" or hasattr(module, alias.name):
            continue
        if not (is_package and importlib.util.find_spec(f"{node.module}.{alias.name}")):
            hint = did_you_mean(alias.name, [name for name in dir(module) if not name.startswith("_")])
            yield Problem(alias.lineno, f"`{node.module}` has no `{alias.name}`{hint}")


@cache
def _packages() -> dict[str, str]:
    return load_data(_DATA)
