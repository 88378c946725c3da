"""The rules of the validator: one file for each family, one function for each rule.

To add a rule, write a function with the decorator `@rule` in the file of its family, and a case of the same code in
`tests/fixtures`. Nothing else needs to be told.
"""

from rules import encoding, fences, links, navigation, page, questions  # noqa: F401  (importing registers the rules)
from rules.core import Edit, Finding, Rule, all_rules, check

__all__ = ["Edit", "Finding", "Rule", "all_rules", "check"]
