"""Posts: what somebody wrote on a social network, pasted into the page."""

from collections.abc import Sequence

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.when import is_date_line
from narrate.roles import Role

_REACH = 5  # lines: name, handle, words, picture, time
_WORDS = 70
_LETTERS = 320  # no post is longer
_OPENS = lazy(r"(?i)view this (?:post|photo|video) on \w+|(?:\S+ ){0,6}\(?@\w{2,30}\)?")
_CLOSES = lazy(
    r"(?i)a (?:post|video|photo) shared by .*|pic\.\S+"
    r"|[—–-] ?.{2,50}\(@\w+\).{0,40}",
    *("shared by ", "pic.", "(@"),
    small=True,
)
_CLOCK = lazy(r"\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\.?\s[·•-]\s.*")


def find_posts(blocks: Sequence[Block]) -> None:
    """Mark a post from its author's handle to its time, picture or signature."""
    for at, block in enumerate(blocks):
        if block.open and _OPENS.fullmatch(block.text):
            _mark(blocks, at, _closed(blocks, at))
        elif block.open and _CLOSES.fullmatch(block.text):
            start = at - 1 if at and _is_words(blocks[at - 1]) else at
            _mark(blocks, start, at)


def _closed(blocks: Sequence[Block], start: int) -> int:
    """Find a post's last line; its author alone where nothing closes it."""
    for at in range(start + 1, min(start + _REACH, len(blocks))):
        block = blocks[at]
        text = block.text
        if not block.open:
            break
        if _CLOSES.fullmatch(text) or _CLOCK.fullmatch(text) or is_date_line(text):
            return at
    return start - 1


def _is_words(block: Block) -> bool:
    return block.open and block.words <= _WORDS and len(block.text) <= _LETTERS


def _mark(blocks: Sequence[Block], start: int, end: int) -> None:
    for block in blocks[start : end + 1]:
        if block.open:
            block.role = Role.EMBED
    named = start and end >= start and "@" in blocks[start].text[:1]
    if named and blocks[start - 1].open and not blocks[start - 1].stopped:
        blocks[start - 1].role = Role.EMBED
