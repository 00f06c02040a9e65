"""Words that a short form may stand for, and what it costs to leave each out."""

import re
from typing import NamedTuple

_UNIT = re.compile(r"\d+|[^\W\d_]|&")
WORD = re.compile(r"\d+|[dlDL]['’](?=\w)|[^\W\d_]+(?:['’][^\W\d_]+)*|&")
"""A word; the French article before it is one too, what a hyphen joins are two."""

SMALL = frozenset(
    "a an and at by de del der des di du e en et for from für in into la las le les "
    "los of on or per pour the to und van von with y &".split()
)
"""Words that a short form may do without."""

_FIRMS = frozenset("ag co company corp gmbh inc limited llc ltd plc sa".split())
_NEEDLESS = SMALL | _FIRMS
GAPS = frozenset(" \t\n\xa0\"'“”‘’,;([/")
"""What parts words, so that the next does not hang on the one before."""

# Nouns that close a name of their kind and are seldom in its short form.
_CLOSING = frozenset("acid acids second seconds".split())
# The prices, in doubt: a letter inside a word costs half a point, see alignment.
_SMALL, _PART, _LOCANT, _CAPITAL, _PLAIN = 0.05, 0.3, 0.1, 0.6, 0.6
# A long form ends with its last letter.
_TRAILING_CLOSING, _TRAILING_CAPITAL, _TRAILING_PLAIN = 0.6, 1.5, 2.5


class Word(NamedTuple):
    """A word, or a part of one, that letters of a short form may stand for."""

    text: str
    lower: str
    start: int
    glued: bool
    """Whether it hangs on the part before, by a hyphen, a slash or nothing."""
    skip: float
    """What it costs to leave it out between words that are needed."""
    trail: float
    """What it costs to leave it out behind the last that is needed."""


def units_of(short: str) -> list[str]:
    """Take a short form apart: its letters, its numbers, "&"."""
    return _UNIT.findall(short)


def words_of(text: str, start: int, end: int, most: int = 0) -> list[Word]:
    """Take a stretch of text, or its last words, apart; a hyphen parts words too."""
    found = list(WORD.finditer(text, start, end))
    return [_word(text, word, start) for word in found[-most:]]


def _word(text: str, found: re.Match[str], start: int) -> Word:
    word, at = found[0], found.start()
    lower = word.lower()
    before = text[at - 1] if at > start else " "
    glued = before not in GAPS
    torn = word[0].islower() and text[max(start, at - 2) : at] == "- "
    if lower in _NEEDLESS or torn or word[-1] in "'’":
        skip = trail = _SMALL
    elif word[0].isdigit() and (glued or text.startswith(("-", ","), found.end())):
        skip = trail = _LOCANT
    elif glued:
        skip = trail = _PART
    elif lower in _CLOSING:
        skip, trail = _PLAIN, _TRAILING_CLOSING
    elif word[0].isupper():
        skip, trail = _CAPITAL, _TRAILING_CAPITAL
    else:
        skip, trail = _PLAIN, _TRAILING_PLAIN
    return Word(word, lower, at, glued, skip, trail)
