"""Check the question bank: links, anchors, code fences, numbering, ids, the parts of a question, navigation, bytes.

usage: validate.py [PATH ...] [--format text|github|json] [--fix | --diff] [--no-cache]
                   [--explain CODE] [--list]

Exit status: 0 nothing found (or warnings only), 1 findings, 2 the command was used wrongly.
"""

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bank import Bank, load_bank
from bank.cache import ContentCache
from bank.load import page_cache
from command_line import UsageError, command
from rules import Finding, all_rules, check
from rules.core import rule_cache
from rules.fix import diff, edits_by_path, fix_file
from rules.ids import add_to_lock
from rules.report import FORMATS, shown
from rules.warm_up import warm_up
from targets import DOCS, targets


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    options = _parser().parse_args(arguments)
    if options.explain:
        return _explain(options.explain)
    if options.list:
        return _list()
    with _caches(of_this_run=options.no_cache) as caches:
        banks = targets([Path(p) for p in options.paths or [DOCS]])
        return max(_check(root, paths, options, *caches) for root, paths in banks)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="validate.py", description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", metavar="PATH", help=f"pages or folders of pages (default: {DOCS})")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print findings")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--fix", action="store_true", help="make the edits that cannot lose anything")
    change.add_argument("--diff", action="store_true", help="show what --fix would change")
    parser.add_argument("--no-cache", action="store_true", help="read and check everything again")
    parser.add_argument("--explain", metavar="CODE", help="say why a rule exists")
    parser.add_argument("--list", action="store_true", help="list all rules")
    return parser


@contextmanager
def _caches(of_this_run: bool) -> Iterator[tuple[ContentCache, ContentCache]]:
    """The caches of pages and of findings: those of earlier runs, or new ones that end with this run."""
    if not of_this_run:
        yield page_cache(), rule_cache()
        return
    with TemporaryDirectory() as folder:
        yield page_cache(Path(folder) / "pages"), rule_cache(Path(folder) / "rules")


def _check(
    root: Path, paths: list[str], options: argparse.Namespace, pages: ContentCache, results: ContentCache
) -> int:
    warm_up(root, pages, results)
    bank = load_bank(root, pages)
    findings = check(bank, paths, results)
    if options.diff:
        for path, edits in edits_by_path(findings).items():
            sys.stdout.write(diff(bank.root / path, edits))
        return 1 if findings else 0
    if options.fix:
        fixed = _fix(bank, findings) + add_to_lock(bank)
        bank = load_bank(root, pages)
        findings = check(bank, paths, results)
        print(f"{fixed} fixed", file=sys.stderr)
    sys.stdout.write(FORMATS[options.format]((shown(bank, f), f) for f in findings))
    if options.format == "text":
        print(_counts(paths, findings), file=sys.stderr)
    return 1 if any(f.severity == "error" for f in findings) else 0


def _counts(paths: list[str], findings: list[Finding]) -> str:
    warnings = sum(1 for f in findings if f.severity == "warning")
    fixable = sum(1 for f in findings if f.edit)
    parts = [_count(len(paths), "page"), _count(len(findings) - warnings, "finding")]
    parts += [_count(warnings, "warning")] if warnings else []
    return ", ".join(parts) + (f" ({fixable} can be mended by --fix)" if fixable else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _fix(bank: Bank, findings: list[Finding]) -> int:
    fixed = 0
    for path, edits in edits_by_path(findings).items():
        count, refused = fix_file(bank.root / path, edits)
        fixed += count
        for edit in refused:
            print(f"{path}:{edit.line}: left alone: the line is not as it was read", file=sys.stderr)
    return fixed


def _explain(code: str) -> int:
    found = next((r for r in all_rules() if r.code == code.upper()), None)
    if not found:
        raise UsageError(f"there is no rule {code}; `validate.py --list` prints them all")
    print(f"{found.code} {found.name}\n\n{found.reason}")
    return 0


def _list() -> int:
    for found in all_rules():
        print(f"{found.code}  {found.name:32}{found.reason.splitlines()[0]}")
    return 0


if __name__ == "__main__":
    gc.disable()  # a run is short, and searching its many small objects for cycles would take a fifth of it
    sys.exit(main())
