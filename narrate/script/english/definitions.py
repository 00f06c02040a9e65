"""Acronyms that an article explains itself: "Army Tactical Missile System (ATACMS)"."""

import re
from dataclasses import dataclass

_BRACKET = re.compile(r"\(\s*[\"“']?(?P<short>[A-Z][A-Za-z0-9&.-]{1,9}?)s?[\"”']?\s*\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.!?;:()\[\]]\s")
_SMALL = frozenset(
    "a an and at by de for from in of on or the to with la du des".split()
)
_REACH = 12  # how many words a long form may have at most


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and what it stands for."""

    short: str
    """As in the brackets, without a plural s."""

    long: str
    """The author's words."""

    start: int
    """Where the long form starts in the text."""

    end: int
    """Where the brackets end."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    hyphened: bool

    def is_small(self, *, titled: bool) -> bool:
        """Tell whether a short form may do without this word."""
        lower = titled and self.text[0].islower()
        return self.hyphened or lower or self.text.lower() in _SMALL


def find_definitions(text: str) -> list[Definition]:
    """Find each "long form (SHORT)" whose initials give the short form."""
    found: list[Definition] = []
    for bracket in _BRACKET.finditer(text):
        short = bracket["short"].rstrip(".")
        if sum(letter.isupper() for letter in short) < 2:
            continue
        start = _long_form_start(short, text, bracket.start())
        if start is not None:
            long = " ".join(text[start : bracket.start()].split())
            found.append(Definition(short, long, start, bracket.end()))
    return found


def _long_form_start(short: str, text: str, end: int) -> int | None:
    """Find where the words before a bracket begin to spell the short form.

    Each letter must begin a word, or stand in a word whose first letter was taken;
    small words may be passed over. The shortest such row of words wins.
    """
    clause = text[max(0, end - 200) : end]
    offset = end - len(clause)
    if breaks := [found.end() for found in _CLAUSE_END.finditer(clause)]:
        offset += breaks[-1]
        clause = clause[breaks[-1] :]
    words = [
        _Word(found[0], offset + found.start(), clause[found.start() - 1 :][:1] == "-")
        for found in _WORD.finditer(clause)
    ]
    letters = "".join(letter.lower() for letter in short if letter.isalnum())
    for first in range(len(words) - 1, max(-1, len(words) - 1 - _REACH), -1):
        row = words[first:]
        starts = row[0].text.lower().startswith(letters[0])
        if starts and row[0].text.lower() not in _SMALL:
            titled = row[0].text[0].isupper()
            optional = [word.is_small(titled=titled) for word in row]
            if _spells(letters, [word.text.lower() for word in row], optional):
                return row[0].start
    return None


def _spells(letters: str, row: list[str], optional: list[bool]) -> bool:
    """Tell whether the letters run through the words, and no needed word is left."""
    if not letters or not row:
        return not letters and all(optional)
    if optional[0] and _spells(letters, row[1:], optional[1:]):
        return True
    at = -1
    for taken, letter in enumerate(letters, 1):
        at = row[0].find(letter, at + 1)
        if at < 0 or (taken == 1 and at > 0):
            return False
        if _spells(letters[taken:], row[1:], optional[1:]):
            return True
    return False
