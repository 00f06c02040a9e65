"""A Rule: one way in which writing differs from speech; a Tongue: a language's own."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from narrate.model import Span
from narrate.roles import Role

ANYWHERE = ""
DIGITS = r"\d+"
_AT_FIGURES = (r"\d", r"(?=\d)")
SIGNED = r"[-−+](?=[\d$£€¥])|\d+"
CAPITAL = r"[A-Z]\w*"
BRACKET = r"\s?[(\[]"
"""Where a rule can begin, as a pattern whose finds start there.

A rule costs a regular expression's pass over the whole text, 30 ns a character; tried
only where a figure, a capital or a bracket stands it costs a hundredth of that.
"""
FIGURE = "0"
FOREIGN = "é"
SCRIPT = "Я"
PICTURE = "☀"
HIDDEN = "\0"
"""Marks that stand for their kind: any figure, anything beyond ASCII, what is of no
Latin script, what may be a picture, and what may be no sign at all.
"""
_SCRIPTS, _PUNCTUATION, _PICTURES, _VARIANTS = "\u0370", "\u2000", "\u2190", "\ufe00"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile on first use: most articles need few of the rules."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Rule:
    """Claims stretches of written text; never sees what another rule has said."""

    name: str
    """Shown beside the words it changed."""

    pattern: str
    """What it finds. Context belongs into look-arounds: all that matches is claimed."""

    say: Callable[[re.Match[str]], str | None]
    """What is said for one find; None where it turns out to be something else."""

    examples: tuple[tuple[str, str], ...]
    """Pairs of written and spoken, proved by tests/script/test_rules.py."""

    starts: str = ANYWHERE
    """Every place where the pattern can begin, and few others."""

    marks: str = ""
    """A text without any of these characters needs no look at all."""

    words: frozenset[str] = frozenset()
    """One of them must stand there whole, in this case or, written here in small
    letters, in any; the pattern begins with it where nothing is said of `starts`.
    """

    def claims(self, written: str, places: Iterable[int]) -> Iterator[Span]:
        """Yield every stretch that this rule would say in its own way."""
        match = compiled(self.pattern).match
        end = 0
        for place in places:
            found = match(written, place) if place >= end else None
            if found and (spoken := self.say(found)) is not None:
                end = found.end()
                yield Span(found.start(), end, spoken, self.name)


def marks_of(written: str) -> set[str]:
    """Give the characters of a text, and the marks of the kinds that are among them."""
    marks = set(written)
    if not written.isprintable():
        marks.add(HIDDEN)
    if not written.isascii():
        marks.add(FOREIGN)
        last = max(marks)
        if last >= _PICTURES:
            marks.add(PICTURE)
        if last >= _VARIANTS:
            marks.add(HIDDEN)
        if any(_SCRIPTS <= mark < _PUNCTUATION or mark > "\u2bff" for mark in marks):
            marks.add(SCRIPT)
    if any(character.isdecimal() for character in marks):
        marks.add(FIGURE)
    return marks


def words_of(written: str) -> dict[str, list[int]]:
    """Give where each word, or sign of money, stands; and where in small letters."""
    places: dict[str, list[int]] = {}
    for found in compiled(r"[^\W\d_]+|[%$£€¥₩₹₽₴₺₪₦₱₫฿]").finditer(written):
        word = found[0]
        places.setdefault(word, []).append(found.start())
        if not word.islower():
            places.setdefault(word.lower(), []).append(found.start())
    return places


def places_of(starts: str, written: str, known: dict[str, list[int]]) -> list[int]:
    """Give where a rule can begin: with a figure, only where a row of them does."""
    if starts.startswith(_AT_FIGURES) and starts != DIGITS:
        if DIGITS not in known:
            known[DIGITS] = places_of(DIGITS, written, known)
        match = compiled(starts).match
        return [at for at in known[DIGITS] if match(written, at)]
    return [found.start() for found in compiled(starts).finditer(written)]


def scan(written: str, rules: Iterable[Rule]) -> Iterator[Span]:
    """Yield what the rules claim, rule by rule in their order."""
    places: dict[str, list[int]] = {}
    present = marks_of(written)
    wanted = {"": True}
    words: dict[str, list[int]] | None = None
    for rule in rules:
        if rule.marks not in wanted:
            wanted[rule.marks] = not present.isdisjoint(rule.marks)
        if not wanted[rule.marks]:
            continue
        if rule.words:
            if words is None:
                words = words_of(written)
            known = rule.words & words.keys()
            if not known:
                continue
            if not rule.starts:
                yield from rule.claims(
                    written, sorted(at for w in known for at in words[w])
                )
                continue
        starts = rule.starts or rule.pattern
        if starts not in places:
            places[starts] = places_of(starts, written, places)
        if places[starts]:
            yield from rule.claims(written, places[starts])


class Tongue(Protocol):
    """What one language knows of saying what is written; it remembers an article."""

    def learn(self, text: str) -> None:
        """Take in what a passage explains, before any is said."""

    def spans(self, text: str, role: Role, hidden: Sequence[Span]) -> tuple[Span, ...]:
        """Give every stretch that is said in another way than it is written.

        `hidden` are marks that only the page's lines have: no rule may see them.
        """

    def sentences(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """Yield where each sentence starts and ends; never inside a span."""

    def lead_in(self, role: Role, written: str) -> str:
        """Give the words that introduce an aside; none where its own words do."""

    def summary(self, role: Role, rows: int) -> str:
        """Say what stands there and how much; nothing, and it is said in full."""
