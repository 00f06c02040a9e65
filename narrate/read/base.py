"""Blocks: the page's paragraphs before and while they are labelled; and the Labels."""

import re
from dataclasses import dataclass, field

from narrate.model import Dropped, Passage, Role

CARD_BLOCKS = 8
"""Where an author's card may stand: this many paragraphs before the end."""

ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+(?=\S)")
"""How a list's item begins."""

_NO_WORD = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Block:
    """A paragraph and what the labels say of it so far."""

    text: str
    """Its lines, joined by a space."""

    lines: tuple[int, ...]
    """Where they stood."""

    starts: tuple[int, ...] = (0,)
    """Where in the text each of them starts."""

    gap: bool = False
    """An empty line stands before it."""

    role: Role | None = None
    """What it is, once known."""

    reason: str = ""
    """Why it will not be said, if it will not."""

    credit: str = ""
    """Of a caption: the part at its end that names who took the picture."""

    key: str = field(init=False)
    """Its letters and digits alone: what two copies of one line share."""

    words: int = field(init=False)
    """How many there are."""

    def __post_init__(self) -> None:
        self.key = letters(self.text)
        self.words = len(self.text.split())

    @property
    def captioned(self) -> str:
        """Its text without the credit."""
        return self.text[: len(self.text) - len(self.credit)].rstrip()

    @property
    def open(self) -> bool:
        """Nobody has said yet what it is."""
        return self.role is None and not self.reason


def letters(text: str) -> str:
    """Keep letters and digits, in small letters: a line without its dress."""
    return _NO_WORD.sub("", text).casefold()


@dataclass(slots=True)
class Labels:
    """What was found, in reading order."""

    passages: list[Passage] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    byline: str = ""
    published: str = ""
