"""Repeats: what stands on the page twice is said once."""

from collections.abc import Iterator, Sequence

from narrate.patterns import lazy
from narrate.read.base import Block, Labels, letters
from narrate.read.labels.people import byline_names
from narrate.roles import FURNITURE, PICTURES, Role

_REPEAT_WORDS = 8  # a shorter line may come twice on purpose
_SHORTER = 0.6  # of a title: the part of it that a page says again
_LETTERS = 10
_SITE = lazy(r"\s[-–—|·:»]\s(?=[^-–—|·:»]{2,50}$)|\s(?=recipe$)")
_AUTHOR = lazy(
    r"(?i)(?:by|author|writer|words|posted by|written by)\s?:?\s",
    heads="by|aut|wri|wor|pos",
)
_VERSE_WORDS = 11
_SAID = frozenset({Role.HEADING, Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM})


def drop_title_again(blocks: Sequence[Block], title: Block | None) -> None:
    """Drop the title's other forms: without its end, or with the site's name."""
    if title is None:
        return
    for block in blocks:
        same = block is not title and not block.reason and _says_title(block, title)
        if same and (block.open or block.role in FURNITURE):
            block.role, block.reason = None, "repeats the title"


def _says_title(block: Block, title: Block) -> bool:
    if block.size == title.size and block.key == title.key:
        return True
    if block.size < _LETTERS or block.words > 2 * title.words + _REPEAT_WORDS:
        return False
    shorter = title.key.startswith(block.key) or title.key.endswith(block.key)
    if shorter and len(block.key) >= _SHORTER * len(title.key):
        return not block.stopped
    return any(
        letters(block.text[: found.start()]) == title.key
        or letters(block.text[: found.start()]) == letters(_SITE.split(title.text)[0])
        for found in _SITE.finditer(block.text.casefold())
    )


def drop_byline_again(blocks: Sequence[Block], labels: Labels) -> None:
    """Drop an author's second line: "Ann Lee" under "By Ann Lee"."""
    said: set[str] = set()
    first = letters(labels.byline)
    for block in blocks:
        author = _AUTHOR.match(block.text)
        if block.role is Role.BYLINE or (block.open and author):
            names = letters(byline_names(block.text) or block.text)
            names = names if block.role is Role.BYLINE else letters(_after(block.text))
            if names and (names in said or (names in first and first in said)):
                block.role, block.reason = None, "repeats the byline"
            elif block.role is Role.BYLINE:
                said.add(names)


def _after(text: str) -> str:
    found = _AUTHOR.match(text)
    return text[found.end() :] if found else text


def drop_long_again(blocks: Sequence[Block]) -> None:
    """Drop a long line that came before; a refrain among short lines may come twice."""
    seen: dict[int, Block] = {}  # by a number for its letters: they are many
    for at, block in enumerate(blocks):
        if block.reason or block.role in FURNITURE:
            continue
        key = block.key
        again = seen.get(hash(key)) if block.words >= _REPEAT_WORDS else None
        if again is not None and again.key != key:
            again = None
        pictured = again is not None and again.role in PICTURES and block.open
        if again is not None and not pictured and not _is_verse(blocks, at):
            block.role, block.reason = None, f"repeats line {again.lines[0]}"
        else:
            seen.setdefault(hash(key), block)


def _is_verse(blocks: Sequence[Block], at: int) -> bool:
    """Tell a line with other short lines right above or below it."""
    key = blocks[at].key
    above = next((b for b in _walk(blocks, at, -1) if b.key != key), None)
    under = next((b for b in _walk(blocks, at, 1) if b.key != key), None)
    beside = [b for b in (above, under) if b is not None]
    close = [b for b in beside if b.words <= _VERSE_WORDS and _is_said(b)]
    return blocks[at].words <= _VERSE_WORDS and len(close) == len(beside)


def _walk(blocks: Sequence[Block], at: int, step: int) -> Iterator[Block]:
    """Go up or down from a block, without a copy of the page for each."""
    while 0 <= (at := at + step) < len(blocks):
        yield blocks[at]


def _is_said(block: Block) -> bool:
    return block.open or block.role in _SAID
