"""Which line is the title: section names, dates and links may stand above it."""

import re
from collections.abc import Sequence

from narrate.model import Role
from narrate.read.base import Block
from narrate.read.credits import split_credit
from narrate.read.people import byline_names, iso_date

_TITLE_WORDS = 30
_TITLE_REACH = 5  # lines: section names, dates and links may stand above a title
_TITLE_AND_MORE = 2  # lines: one alone is the article
_SECTION_WORDS = 2
_FULLER_WORDS = (4, 20)
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Jr|Sr|Ltd)\.$")
_LINK = re.compile(r"https?://|www\.|[{©]")
STOP = re.compile(r"[.;:,…][\"'”’)\]]*$")
"""A line that ends so is a sentence, or goes on."""


def find_title(blocks: Sequence[Block]) -> Block | None:
    """Take the first line that may be a title; a section's name above it is none."""
    lines = [block for block in blocks if block.open]
    candidates = [b for b in lines[:_TITLE_REACH] if not is_never_a_title(b.text)]
    if len(lines) < _TITLE_AND_MORE or not candidates:
        return None
    first = candidates[0]
    if first.words <= _SECTION_WORDS:
        low, high = _FULLER_WORDS
        fuller = (b for b in candidates[1:2] if low <= b.words <= high and _fits(b))
        first = next(fuller, first)
    if not _fits(first) or blocks.index(first) > blocks.index(lines[0]) + _TITLE_REACH:
        return None
    first.role = Role.TITLE
    return first


def _fits(block: Block) -> bool:
    stopped = STOP.search(block.text) and not _ABBREVIATED_END.search(block.text)
    return block.words <= _TITLE_WORDS and not stopped


def is_never_a_title(text: str) -> bool:
    """Tell a line that is something else for sure: a link, a date, a number."""
    return bool(
        _LINK.match(text)
        or iso_date(text)
        or byline_names(text)
        or split_credit(text)[1]
        or not any(letter.isalpha() for letter in text)
    )
