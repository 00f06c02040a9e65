"""Pull quotes: words of the article that stand there once more, in large type."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from narrate.patterns import lazy
from narrate.read.base import Block, letters
from narrate.read.labels.people import is_name
from narrate.roles import Role

_WORDS = (4, 45)
_LETTERS = 15
_STEM = 4  # words: what a page's sentences are looked up by
_SPEAKER = lazy(r"\s?[—–-]+\s?[^—–\"”]{2,60}$")
_PARTS = lazy(r"\s?(?:…|\.\.\.)\s?|(?<=[.!?])\s")
_WORD = lazy(r"\w+(?:['’]\w+)*")
_SPEAKER_WORDS = 6
_SAID = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE})
_HEADING_WORDS = 8


def find_pulled(blocks: Sequence[Block]) -> None:
    """Mark each short line whose words a longer paragraph has too."""
    stems: dict[str, list[Block]] = {}
    above = Block("", (0,))
    for block, under in zip_longest(blocks, blocks[1:]):
        if _may_be_pulled(block):
            if not _may_head(block, under):
                stems.setdefault(_stem(block.text), []).append(block)
            elif not block.text.isupper():
                # a heading stands above the words it quotes, never under them
                stem = _stem(block.text)
                _match(above, {stem: [block]}, {stem.partition(" ")[0]})
        above = block if block.open else above
    begin = {stem.partition(" ")[0] for stem in stems}
    for block in blocks:
        if block.prose and stems and (block.open or block.role in _SAID):
            _match(block, stems, begin)
    _take_speakers(blocks)


def _may_be_pulled(block: Block) -> bool:
    low, high = _WORDS
    return (
        (block.open or block.role is Role.QUOTE)
        and block.hint is None
        and low <= block.words <= high
        and block.size >= _LETTERS
    )


def _may_head(block: Block, under: Block | None) -> bool:
    """Tell a heading in the article's own words."""
    if block.text[0] in "‘'" and block.gap and block.words < _HEADING_WORDS:
        return not block.stopped
    marked = block.text[0] in '“"' or block.stopped
    if marked or block.words >= _HEADING_WORDS or under is None:
        return False
    return under.open and under.prose


def _stem(text: str) -> str:
    words = [found[0].casefold() for found in _first(_WORD.finditer(text))]
    return " ".join(words)


def _first(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    return [match for match, _ in zip(found, range(_STEM), strict=False)]


def _match(host: Block, stems: dict[str, list[Block]], begin: set[str]) -> None:
    """Look every four words of a paragraph up among the short lines' first four.

    `begin`: the first of each four, since few words are one.
    """
    words = [word.casefold() for word in _WORD.findall(host.text)]
    for at in range(len(words) - _STEM + 1):
        if words[at] not in begin:
            continue
        for block in stems.get(" ".join(words[at : at + _STEM]), ()):
            if block is host or host.words <= block.words or host.twin:
                continue
            parts = _PARTS.split(_SPEAKER.sub("", block.text))
            if all(letters(part) in host.key for part in parts):
                block.role = Role.PULL_QUOTE
                block.twin = host.lines[0]


def _take_speakers(blocks: Sequence[Block]) -> None:
    """Take the name under a pull quote with it."""
    for block, under in pairwise(blocks):
        if block.role is not Role.PULL_QUOTE or not under.open:
            continue
        if under.gap and not is_name(under.text):
            continue
        named = is_name(under.text.split(",")[0].strip(" —–-"))
        if named and under.words <= _SPEAKER_WORDS and not under.stopped:
            under.role, under.twin = Role.PULL_QUOTE, block.twin
