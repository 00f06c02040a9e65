"""Short forms explained without brackets: "the Criminal Court, or ICC,"."""

import re
from collections.abc import Iterator
from itertools import islice

from narrate.compiled import compiled
from narrate.script.english.long_forms import (
    long_form_before,
    long_form_inside,
    tidy,
)
from narrate.script.english.short_forms import short_form

Apposition = tuple[str, str, int, int]
"""The short form, the long form, and where the two start and end."""

_SHORT = r"(?P<short>[A-Z][\w&-]{0,9}[A-Z0-9]s?)"
_SHORT_LAST = rf"{_SHORT}(?=[\"”’]?(?:[,.;:!?)—–]|\s[—–-]\s|$| for short))"
# What may stand just before a short form that comes last, for a quick look.
_OPENERS = (",", "—", "–", "-")
_OPENING = frozenset("abbreviated acronym as by called is or simply the to".split())
_LINK = (
    r"(?:(?P<mark>,|\s[—–-])?\s*"
    r"(?:(?:also|are|better|commonly|is|often|usually|was|which|widely)\s)*"
    r"\b(?P<link>known as|known by (?:its|the) (?:acronym|initials|abbreviation)"
    r"|referred to as|abbreviated(?: as| to)?|whose (?:acronym|abbreviation) is"
    r"|under the acronym|or|called)|(?P<bare>,|\s[—–-]))"
    r"\s(?:simply |the )*[\"“‘]?$"
)
_SHORT_FIRST = (
    rf"{_SHORT}[\"”’]?"
    r"(?P<link>,? (?:which )?(?:is |was )?(?:short|(?:an?|the) (?:acronym"
    r"|abbreviation)) (?:for|of) |,? (?:which )?(?:stands|stood|standing) for "
    r"|,(?= the [A-Z]) )"
    r"(?:the )?[\"“‘]?"
)
_WORD_END = re.compile(r"(?<=\w)(?=[^\w-])|$")
_CLAUSE_END = re.compile(r"[,.;)—–]")
_LONGEST = 120
_LOOSE = 0.35  # nearly all letters are initials: there are no brackets to say so
_STRICT = 0.15  # there is not even a word that says so


def appositions(text: str) -> Iterator[Apposition]:
    """Find short forms that some words, or two commas, join to their long forms."""
    for found in compiled(_SHORT_LAST).finditer(text):
        yield from _short_last(text, found)
    for found in compiled(_SHORT_FIRST).finditer(text):
        yield from _short_first(text, found)


def _short_last(text: str, found: re.Match[str]) -> Iterator[Apposition]:
    """Take the words before "or ICC" that give its letters."""
    head = text[max(0, found.start() - 60) : found.start()]
    before = head.rstrip(' "“‘')
    if not (before.endswith(_OPENERS) or before.rpartition(" ")[2] in _OPENING):
        return
    joined, short = compiled(_LINK).search(head), short_form(found["short"])
    if not joined:
        return
    bare, link = joined["bare"], joined["link"]
    marked = bare or joined["mark"]
    if len(short) < (2 if link and marked else 3) or (link == "or" and not marked):
        return
    end = found.start() - len(head) + joined.start()
    limit = _STRICT if bare else _LOOSE if link in {"or", "called"} else 0
    start = long_form_before(short, text, end, limit)
    if start is not None:
        yield short, tidy(text[start:end]), start, found.end()


def _short_first(text: str, found: re.Match[str]) -> Iterator[Apposition]:
    """Take the words behind "NATO stands for" that give its letters."""
    short, start = short_form(found["short"]), found.end()
    if text[max(0, found.start() - 1) : found.start()].strip(' \n"“‘(—–'):
        return  # the end of a longer word
    bare = found["link"].strip() == ","
    last = min(len(text), start + _LONGEST)
    stops = (_CLAUSE_END if bare else _WORD_END).finditer(text, start, last)
    ends = [stop.start() for stop in islice(stops, 2 if bare else 2 * len(short) + 2)]
    limit = _STRICT if bare else _LOOSE
    end = long_form_inside(short, text, start, ends, limit)
    if end is not None and len(short) > 2:
        yield short, tidy(text[start:end]), found.start(), end
