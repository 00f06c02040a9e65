"""Twins: what a page says twice of one picture, as alternative text and as caption."""

from collections.abc import Sequence
from itertools import pairwise

from narrate.patterns import lazy
from narrate.read.base import Block, letters
from narrate.read.labels.credits import makers
from narrate.read.labels.scenes import weigh
from narrate.roles import Role

_TWIN_LETTERS = 25  # fewer may begin two lines by chance
_TWIN_SHARE = 0.7  # how much of the longer one two forms of a caption share
_PROSE_WORDS = 25
_HEADING = lazy(r"(?i)image|photo|picture|video|EMBED <>.+")


def drop_twins(blocks: Sequence[Block]) -> None:
    """Drop the second form of each caption and credit."""
    _drop_captions_again(blocks)
    _drop_credits_again(blocks)
    _drop_headings(blocks)


def are_twins(one: Block, two: Block) -> bool:
    """Tell two forms of one caption: the shorter begins the longer."""
    short, long = sorted((one.key, two.key), key=len)
    enough = len(short) >= max(_TWIN_LETTERS, _TWIN_SHARE * len(long))
    return enough and long.startswith(short)


def _drop_captions_again(blocks: Sequence[Block]) -> None:
    """Drop a caption's second form: a page's text often has its alt text too."""
    said: dict[str, Block] = {}
    for block in blocks:
        if block.role is not Role.CAPTION:
            continue
        key = letters(block.captioned)
        if key in said:
            _drop(block, said[key])
        said.setdefault(key, block)
    sizes = set(map(len, said))
    for block in blocks:
        if not block.open or block.size not in sizes or block.key not in said:
            continue
        if block.words >= _PROSE_WORDS and weigh(block.text) <= 0:
            # with captions left out, the words would be lost
            _drop(said[block.key], block)
        else:
            _drop(block, said[block.key])


def _drop_credits_again(blocks: Sequence[Block]) -> None:
    """Drop a credit said before with no other caption between: it is one picture's."""
    said: dict[str, Block] = {}
    for block in blocks:
        if block.role is Role.CAPTION:
            said = {block.credit: block} if block.credit else {}
        if block.role is not Role.CREDIT:
            continue
        key = letters("".join(makers(block.text)))
        if key in {letters("".join(makers(credit))) for credit in said}:
            other = next(iter(said.values()))
            block.role = None
            block.reason = f"repeats the caption's credit of line {other.lines[0]}"
        else:
            said[block.text] = block


def _drop_headings(blocks: Sequence[Block]) -> None:
    """Drop the word "Image" over a caption: the listener hears "Photo" anyway."""
    for block, under in pairwise(blocks):
        captioned = under.role is Role.CAPTION and block.role is not Role.TITLE
        if captioned and _HEADING.fullmatch(block.text):
            block.role, block.reason = None, "heads a caption"


def _drop(block: Block, other: Block) -> None:
    block.role, block.credit = None, ""
    block.reason = f"repeats the caption of line {other.lines[0]}"
