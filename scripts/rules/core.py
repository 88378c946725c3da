"""What a rule is, and how the rules are run. Rules read the bank; they change nothing."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from inspect import cleandoc
from pathlib import Path

from bank import Bank, Page
from bank.cache import ContentCache
from rules.finding import Finding
from rules.suppressions import UNUSED, WITHOUT_REASON, apply_suppressions


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its name, why it exists, its function, what that function looks at, and how much it weighs.

    Functions by scope:
    "page": function(page), a pure function of the page's text;
    "bank": function(bank, page), for what needs other pages too;
    "whole": function(bank), which also yields the page's path;
    "navigation": function(bank, folder, navigation file).

    The function is None where another program of ours makes the findings. A finding of severity "warning" is shown
    and does not fail the check.
    """

    code: str
    name: str
    reason: str
    function: Callable | None
    scope: str
    severity: str = "error"

    def run(self, bank: Bank, paths: Collection[str]) -> Iterator[Finding]:
        """Yield the rule's findings for the pages with these paths, and for the navigation files beside them."""
        if self.function is None:
            return
        if self.scope == "whole":
            for path, *result in self.function(bank):
                yield from self._findings(path, [tuple(result)])
            return
        if self.scope == "navigation":
            for folder, navigation in bank.navigation.items():
                if any(posixpath.dirname(path) == folder for path in paths):
                    yield from self._findings(posixpath.join(folder, ".pages"), self.function(bank, folder, navigation))
            return
        for path in paths:
            if self.scope == "page":
                yield from self.run_on_page(bank.pages[path])
            else:
                yield from self._findings(path, self.function(bank, bank.pages[path]))

    def run_on_page(self, page: Page) -> Iterator[Finding]:
        """Yield the findings of a rule of scope "page"."""
        if self.function is not None:
            yield from self._findings(page.path, self.function(page))

    def _findings(self, path: str, results: Iterable[tuple]) -> Iterator[Finding]:
        for line, column, message, *edit in results:
            yield Finding(path, line, column, self.code, message, edit[0] if edit else None, self.severity)


_rules: dict[str, Rule] = {}


def rule(code: str, name: str, *, scope: str = "page", severity: str = "error") -> Callable:
    """Register a function as a rule; see Rule for what it gets.

    The function yields tuples of line, column, message and, if there is one, an Edit. Its docstring is the reason
    that `--explain` prints. Raises ValueError for a code that is taken, and for a function without a docstring.
    """

    def register(function: Callable) -> Callable:
        declare(code, name, function.__doc__, function=function, scope=scope, severity=severity)
        return function

    return register


def declare(code: str, name: str, reason: str | None, *, function=None, scope="page", severity="error") -> None:
    """Register a rule whose function is made from data, or whose findings another program makes (function=None)."""
    if code in _rules:
        raise ValueError(f"Rule code {code} is taken by '{_rules[code].name}'.")
    if not reason:
        raise ValueError(f"Rule {code} has no reason, so nobody could learn why it exists.")
    _rules[code] = Rule(code, name, cleandoc(reason), function, scope, severity)


def all_rules() -> list[Rule]:
    """Return all rules in the order of their codes."""
    return [_rules[code] for code in sorted(_rules)]


def check(bank: Bank, paths: Collection[str] | None = None, cache: ContentCache | None = None) -> list[Finding]:
    """Run all rules over the pages with these paths (all pages if None) and return the findings, sorted.

    Rules that compare pages always see the whole bank. With a cache, rules that look at one page only are not run
    again over a page that has not changed. Suppressed findings are left out, and a suppression that suppresses
    nothing is a finding. Raises KeyError for a path that is not in the bank.
    """
    paths = bank.pages.keys() if paths is None else paths
    findings = [finding for r in all_rules() if r.scope != "page" for finding in r.run(bank, paths)]
    for path in paths:
        findings += page_findings(bank.pages[path], cache)
    return sorted(apply_suppressions(bank, paths, findings))


def rule_cache(folder: Path = Path(".cache/rules")) -> ContentCache:
    """Return a cache for `check` that knows what findings depend on: rules, bank, the table of samples, the date."""
    scripts = Path(__file__).parent.parent
    depends_on = [
        scripts / "rules",
        scripts / "bank",
        scripts / "samples" / "table.py",
        scripts / "samples" / "data" / "api_shapes.yaml",
        scripts / "samples" / "model.py",
    ]
    return ContentCache(folder, depends_on, salt=date.today().isoformat())


def page_findings(page: Page, cache: ContentCache | None = None) -> list[Finding]:
    """Return what the rules that look at one page only find in it, from the cache if the page is known there."""

    def run() -> list[Finding]:
        return [finding for r in all_rules() if r.scope == "page" for finding in r.run_on_page(page)]

    # A page whose bytes could not be read has no text that would tell it from another such page.
    return run() if cache is None or page.defects else cache.get_or_make(f"{page.path}\0{page.text}", run)


declare(UNUSED, "suppression-unused", "A suppression that suppresses nothing hides the next mistake in its block.")
declare(WITHOUT_REASON, "suppression-without-reason", "Whoever reads a suppression must learn why it is right.")
