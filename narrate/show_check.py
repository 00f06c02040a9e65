"""A report of a check as text for people and JSON for programs."""

import json
import textwrap
from collections import Counter
from collections.abc import Iterator

from narrate.check.base import Finding, Report, Severity

SCHEMA = 1
"""Of the JSON; counts up when a field changes its meaning or goes."""

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
_WIDTH = 88


def report_lines(report: Report) -> Iterator[str]:
    """Write the sum first, then what is wrong, the worst first, then what was seen."""
    yield f"{report.subject}: {_sum(report)}"
    for finding in report.findings:
        yield ""
        yield from _paragraph(finding)
    yield ""
    yield "What was seen:"
    for fact in report.facts:
        if fact.words:
            yield from (f"  {line}" for line in fact.words.splitlines())


def _sum(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    told = [
        f"{counts[each]} {each}{'' if counts[each] == 1 else 's'}"
        for each in Severity
        if counts[each]
    ]
    if report.clean:
        notes = f" ({told[0]})" if told else ""
        return f"nothing is wrong{notes}."
    return f"{', '.join(told)}."


def _paragraph(finding: Finding) -> Iterator[str]:
    """Write one finding: what, whom it breaks, the fix, and the rule to look it up."""
    place = f", {finding.place}" if finding.place else ""
    said = [f"{_WORDS[finding.severity]}{place}: {finding.what}", finding.breaks]
    fix = (
        f"Fix: {finding.fix}" if finding.severity is not Severity.NOTE else finding.fix
    )
    text = " ".join(part for part in (*said, fix, f"[{finding.rule}]") if part)
    yield from textwrap.wrap(
        text, _WIDTH, break_long_words=False, break_on_hyphens=False
    )


def report_json(report: Report) -> str:
    """Write a report in its stable form, documented in the README."""
    whole = {
        "schema": SCHEMA,
        "subject": report.subject,
        "kind": report.kind,
        "clean": report.clean,
        "facts": {fact.name: fact.value for fact in report.facts},
        "findings": [
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "what": each.what,
                "breaks": each.breaks,
                "fix": each.fix,
                "place": each.place,
            }
            for each in report.findings
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
