"""The contract of a check: what was looked at, what was seen, and what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; the worst comes first."""

    ERROR = "error"
    """A player breaks: no sound, no chapters, no subscription."""

    WARNING = "warning"
    """Some player shows it worse, or a shop would complain."""

    NOTE = "note"
    """Nothing is wrong; one should know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, told so that one can mend it."""

    rule: str
    """Its stable name, in kebab-case."""

    severity: Severity
    """How bad."""

    what: str
    """What is wrong, with its figures: a sentence."""

    breaks: str
    """Which players or shops it breaks, and how: a sentence; nothing for a note."""

    fix: str
    """What to do: a sentence."""

    place: str = ""
    """Where: "chapter 3", "item 2 (guid ...)", "byte 4096"; nothing if all of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was seen, whether it is good or not."""

    name: str
    """In snake_case: its key in JSON."""

    words: str
    """For people: "Length: 4:55.224."; nothing where only programs want it."""

    value: object
    """For programs: what JSON can hold; tuples become lists."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one check gives."""

    subject: str
    """What was checked: a path or a link, as it was given."""

    kind: str
    """What it turned out to be: "mp3" or "feed"."""

    facts: tuple[Fact, ...]
    """What was seen, in the order in which people read it."""

    findings: tuple[Finding, ...]
    """What is wrong; the worst first."""

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong; a note is no fault."""
        return all(each.severity is Severity.NOTE for each in self.findings)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in the order of a report; those equally bad stay as they were."""
    order = tuple(Severity)
    return tuple(sorted(findings, key=lambda each: order.index(each.severity)))
