"""A rule looks at one thing that was read and tells what is wrong with it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from narrate.check.base import Finding, Severity

Seen = TypeVar("Seen")

_MOST_PLACES = 5  # named; of more, their number is enough


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule finds something wrong."""

    what: str
    """With its figures: a sentence."""

    place: str = ""
    """As in a Finding."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Seen]):
    """What is looked for, and what is said where it is found."""

    name: str
    """In kebab-case; never changes, as scripts of others name it."""

    severity: Severity
    """How bad a hit is."""

    look: Callable[[Seen], Iterable[Hit]]
    """Finds it; pure."""

    breaks: str
    """Which players, and how: a sentence."""

    fix: str
    """What to do: a sentence."""


def judge(rules: Iterable[Rule[Seen]], seen: Seen) -> Iterator[Finding]:
    """Hold what was seen against rules: at most one finding for each of them."""
    for rule in rules:
        hits = tuple(rule.look(seen))
        if hits:
            what, place = _together(hits)
            yield Finding(rule.name, rule.severity, what, rule.breaks, rule.fix, place)


def _together(hits: tuple[Hit, ...]) -> tuple[str, str]:
    """Tell the first in full and name the others: a hundred alike are one trouble."""
    first, *others = hits
    if not others:
        return first.what, first.place
    elsewhere = dict.fromkeys(hit.place for hit in others)  # each once, in order
    places = [place for place in elsewhere if place and place != first.place]
    named = ", ".join(places[:_MOST_PLACES])
    more = ", and elsewhere" if len(places) > _MOST_PLACES else ""
    where = f": {named}{more}" if named else ""
    return f"{first.what} The same {_times(len(others))} more{where}.", first.place


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
