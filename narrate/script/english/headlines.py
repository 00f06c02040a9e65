"""What headlines and rows of links write in their own way: states, and bars."""

import re

from narrate.compiled import compiled
from narrate.script.base import Rule
from narrate.script.english.places import STATES

# A name may stand behind such letters too ("N.C. Wyeth"), and "N.C. State" is a
# university: they are a state for sure only before these words.
_SPELT_STATES = r"(?:N\.[CDHJM]|S\.[CD]|R\.I)\."
_OF_STATE = (
    "(?:law|laws|lawmakers?|voters?|state|governor|senators?|officials?|residents?|man"
    "|woman|police|courts?|legislators?|legislature|towns?|cities|city|county|counties"
    "|politics|primary|delegates?|republicans?|democrats?|schools?|church|churches"
    "|shootings?|beach|beaches|prisons?|jails?|hospitals?|teachers?|teens?|students?"
    r"|sheriffs?|troopers?|elections?|statehouse|farmers?|family|families|coast)\b"
)
_BAR = " I "
_FEWEST_BARS = 2
_SURE_BARS = 4  # no sentence says "I" so often, between words so few
_LONGEST_NAME = 2  # words
_LONGEST = 200  # characters
_SURE_NAME = r"[A-Za-z]*(?:[A-Za-z]&[A-Z]|[a-z][A-Z])\w*"
"""No verb is written so, as one behind the word "I" would be: "B&H", "eBay"."""


def _bar(found: re.Match[str]) -> str | None:
    """Tell a bar that was typed as a letter: all of a line of names is parted by it."""
    if len(found.string) > _LONGEST:
        return None
    first, *rest = found.string.split(_BAR)
    names = [first.rpartition(": ")[2], *rest]
    if len(rest) < _FEWEST_BARS or not all(map(_is_name, names)):
        return None
    lone = any(compiled(_SURE_NAME).fullmatch(name) for name in rest)
    return "," if lone or len(rest) >= _SURE_BARS else None


def _is_name(text: str) -> bool:
    words = text.split()
    sure = compiled(_SURE_NAME).fullmatch
    capital = all(word[:1].isupper() or sure(word) for word in words)
    return 0 < len(words) <= _LONGEST_NAME and capital and words[-1][-1].isalnum()


RULES = (
    Rule(
        name="state",
        starts=rf"(?<![\w.]){_SPELT_STATES}",
        marks=".",
        pattern=(
            rf"(?<![\w.])(?P<state>{_SPELT_STATES})(?= (?!State\b)(?i:{_OF_STATE}))"
        ),
        say=lambda found: STATES[found["state"][:-1]],
        examples=(
            ("In S.C. Church Shooting", "In South Carolina Church Shooting"),
            ("how N.J. voters feel", "how New Jersey voters feel"),
            ("by N.C. Wyeth", "by N.C. Wyeth"),
            ("at N.C. State", "at N.C. State"),
        ),
    ),
    Rule(
        name="bar",
        starts=r"(?<=\w) I(?= )",
        words=frozenset({"I"}),
        pattern=r"(?<=\w) I(?= )",
        say=_bar,
        examples=(
            ("Best Buy I Amazon I B&H", "Best Buy, Amazon, B&H"),
            ("At a glance: HP I eBay I Dell", "At a glance: HP, eBay, Dell"),
            ("Things I Wish I Knew", "Things I Wish I Knew"),
            ("What I Told eBay I Did", "What I Told eBay I Did"),
        ),
    ),
)
