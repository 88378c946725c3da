"""`<!-- allow CODE: reason -->` before a block: a finding there may stand. What is not needed is a finding itself."""

from collections.abc import Collection, Iterable

from bank import Bank
from rules.finding import Finding

UNUSED, WITHOUT_REASON = "P190", "P191"


def apply_suppressions(bank: Bank, paths: Collection[str], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without the suppressed ones, and with those about the suppressions themselves."""
    findings = list(findings)
    for path in paths:
        for allowed in bank.pages[path].suppressions:
            hit = [
                f
                for f in findings
                if f.path == path and f.code == allowed.code and allowed.first_line <= f.line <= allowed.last_line
            ]
            if not allowed.reason:
                message = f"suppression of {allowed.code} gives no reason; write `<!-- allow {allowed.code}: why -->`"
                findings.append(Finding(path, allowed.line, 1, WITHOUT_REASON, message))
            elif hit:
                findings = [f for f in findings if f not in hit]
            else:
                message = f"nothing in the next block breaks {allowed.code}; remove the suppression"
                findings.append(Finding(path, allowed.line, 1, UNUSED, message))
    return findings
