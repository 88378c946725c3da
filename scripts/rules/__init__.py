"""The rules of the validator: one file for each family, one function or one line of data for each rule.

To add a rule, write a function with the decorator `@rule` in the file of its family (or an entry in a file of
`rules/data`), and a case with its code in `tests/fixtures`. Nothing else needs to be told.
"""

from rules import (  # noqa: F401  (importing registers the rules)
    answers,
    encoding,
    fences,
    freshness,
    ids,
    links,
    mojibake,
    navigation,
    page,
    parts,
    questions,
    residue,
    samples,
    suppressions,
)
from rules.core import all_rules, check
from rules.finding import Finding

__all__ = ["Finding", "all_rules", "check"]
