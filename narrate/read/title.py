"""Which line is the title: section names, dates and links may stand above it."""

import re
from collections.abc import Sequence

from narrate.read.base import Block
from narrate.read.credits import split_credit
from narrate.read.people import byline_names, is_name
from narrate.read.when import is_date_line, is_time_line
from narrate.roles import HEAD, Role

_TITLE_WORDS = 30
_REACH = 40  # lines: a pasted page may have its whole menu above the title
_TITLE_AND_MORE = 2  # lines: one alone is the article
_FULLER_WORDS = 4
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Jr|Sr|Ltd)\.$")
_LINK = re.compile(r"https?://|www\.|[{©]")
_MENU = re.compile(r"\S(?:\s{2,}|\s[|·•∙>»]\s)\S")
STOP = re.compile(r"[.;:,…][\"'”’)\]]*$")
"""A line that ends so is a sentence, or goes on."""


def find_title(blocks: Sequence[Block]) -> Block | None:
    """Take the likeliest line above the article: the earliest of the best."""
    titled = next((block for block in blocks if block.role is Role.TITLE), None)
    if titled:
        return titled
    candidates = [(at, block) for at, block in _above(blocks) if _fits(block)]
    if len(blocks) < _TITLE_AND_MORE or not candidates:
        return None
    _, title = max(candidates, key=lambda c: (_weight(blocks, c[0]), -c[0]))
    title.role = Role.TITLE
    return title


def _above(blocks: Sequence[Block]) -> list[tuple[int, Block]]:
    """Give the lines above the first running text."""
    above: list[tuple[int, Block]] = []
    for at, block in enumerate(blocks[:_REACH]):
        if not block.open:
            continue
        dek = any(_fits(b) and b.words >= _FULLER_WORDS for _, b in above)
        if block.prose and (block.stopped or not dek):
            break
        above.append((at, block))
    return above


def _weight(blocks: Sequence[Block], at: int) -> int:
    """Weigh a candidate: titles are said again, have some words, and a byline below."""
    block = blocks[at]
    below = next((b for b in blocks[at + 1 :] if b.open), None)
    again = any(b.key.startswith(block.key) for b in blocks[at + 1 :])
    # Each is seen in most pages and never in a section's name; a menu has two marks.
    weight = 3 * (again and block.words >= _FULLER_WORDS) + 2 * (
        block.words >= _FULLER_WORDS
    )
    weight += below is not None and _is_head_line(below)
    weight -= 3 * bool(_MENU.search(block.text)) + 2 * (block.words == 1)
    return weight - (is_name(block.text) and not again)


def _is_head_line(block: Block) -> bool:
    return bool(byline_names(block.text)) or is_date_line(block.text)


def _fits(block: Block) -> bool:
    stopped = STOP.search(block.text) and not _ABBREVIATED_END.search(block.text)
    return (
        block.words <= _TITLE_WORDS
        and not stopped
        and not is_never_a_title(block.text)
        and block.role not in HEAD
    )


def is_never_a_title(text: str) -> bool:
    """Tell a line that is something else for sure: a link, a date, a number."""
    return bool(
        _LINK.match(text)
        or is_date_line(text)
        or is_time_line(text)
        or byline_names(text)
        or split_credit(text)[1]
        or not any(letter.isalpha() for letter in text)
    )
