"""Short forms explained without brackets: "the Criminal Court, or ICC,"."""

import re
from collections.abc import Iterator
from itertools import islice

from narrate.script.english.long_forms import (
    long_form_before,
    long_form_inside,
    tidy,
)
from narrate.script.english.short_forms import short_form

Apposition = tuple[str, str, int, int]
"""The short form, the long form, and where the two start and end."""

_SHORT = r"[\"“‘]?(?P<short>[A-Z][\w&-]{0,9}[A-Z0-9]s?)"
_LINK = (
    r"known as|known by(?: its| the) (?:acronym|initials|abbreviation)|referred to as"
    r"|abbreviated(?: as| to)?|whose (?:acronym|abbreviation) is|under the acronym|or"
    r"|called"
)
_SHORT_LAST = re.compile(
    rf"(?P<link>, | [—–-] |\b(?:{_LINK}) )(?:simply |the )*{_SHORT}"
    r"(?=[\"”’]?(?:[,.;:!?)—–]|\s[—–-]\s|$| for short))"
)
_LINKED = re.compile(
    r"(?:,|\s[—–-])?\s*"
    r"(?:(?:is|are|was|which|also|better|commonly|usually|often|widely) )*$"
)
_SHORT_FIRST = re.compile(
    rf"(?<![\w-]){_SHORT}[\"”’]?"
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
    for found in _SHORT_LAST.finditer(text):
        yield from _short_last(text, found)
    for found in _SHORT_FIRST.finditer(text):
        yield from _short_first(text, found)


def _short_last(text: str, found: re.Match[str]) -> Iterator[Apposition]:
    """Take the words before "or ICC" that give its letters."""
    short, link = short_form(found["short"]), found["link"]
    bare = link.strip() in {",", "—", "–", "-"}
    linked = _LINKED.search(text, max(0, found.start() - 40), found.start())
    end = found.start() if bare or not linked else linked.start()
    parted = bare or text[end : found.start()].strip()[:1] in {",", "—", "–"}
    least = 3 if bare or not parted else 2
    if len(short) < least or (link == "or " and not parted):
        return
    tight = _STRICT if bare else _LOOSE * (link in {"or ", "called "})
    start = long_form_before(short, text, end, tight)
    if start is not None:
        yield short, tidy(text[start:end]), start, found.end()


def _short_first(text: str, found: re.Match[str]) -> Iterator[Apposition]:
    """Take the words behind "NATO stands for" that give its letters."""
    short, start = short_form(found["short"]), found.end()
    bare = found["link"].strip() == ","
    last = min(len(text), start + _LONGEST)
    stops = (_CLAUSE_END if bare else _WORD_END).finditer(text, start, last)
    ends = [stop.start() for stop in islice(stops, 2 if bare else 2 * len(short) + 2)]
    limit = _STRICT if bare else _LOOSE
    end = long_form_inside(short, text, start, ends, limit)
    if end is not None and len(short) > 2:
        yield short, tidy(text[start:end]), found.start(), end
