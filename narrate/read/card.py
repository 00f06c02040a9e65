"""The author's card at an article's end: name, "Author", "Ann Lee is a reporter …"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.read.base import CARD_BLOCKS, Block, Labels, letters
from narrate.read.people import is_name
from narrate.roles import Role

_CARD_LABEL = re.compile(
    r"(?i)(?:about the )?"
    r"(?:author|writer|reporter|contributor|correspondent|editor)s?:?"
)
_CARD_VERB = re.compile(r" (?:is|was|has|covers|writes|reports|worked|joined)\b|, ")


def label_card(blocks: Sequence[Block], labels: Labels) -> None:
    """Find the author's card at the end: name, "Author", "Ann Lee is a reporter …"."""
    name = labels.byline or _carded_name(blocks)
    tail = blocks[-CARD_BLOCKS:]
    notes = [b for b in tail if b.open and name and _is_note(b.text, name)]
    if not notes:
        return
    start = blocks.index(notes[0])
    while start > 0 and _is_card_line(blocks[start - 1], name):
        start -= 1
    for block in blocks[start:]:
        if block in notes:
            block.role = Role.NOTE
        elif block.open and _CARD_LABEL.fullmatch(block.text):
            block.role = Role.FURNITURE
        elif block.open and block.key == letters(name):
            if labels.byline:
                block.reason = "repeats the byline"
            else:
                block.role, labels.byline = Role.NOTE, block.text


def _carded_name(blocks: Sequence[Block]) -> str:
    """Find who a card at the end is of, where no line above names an author."""
    tail = [block for block in blocks[-CARD_BLOCKS:] if block.open]
    for above, below in pairwise(tail):
        labelled = _CARD_LABEL.fullmatch(below.text) or below.key == above.key
        if labelled and is_name(above.text):
            return above.text
    return ""


def _is_note(text: str, name: str) -> bool:
    return text.startswith(name) and bool(_CARD_VERB.match(text[len(name) :]))


def _is_card_line(block: Block, name: str) -> bool:
    named = block.key == letters(name) or _CARD_LABEL.fullmatch(block.text)
    return block.open and bool(named)
