"""An Entry: one word of a lexicon, and all that it says of how the word is said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

SHOUTED = 4
"""Letters that a word needs before all capitals are taken for stress: KYIV, not US."""


class How(StrEnum):
    """What is said for a word that has no respelling."""

    WORD = "word"
    """The word itself, not its letters."""

    SPELL = "spell"
    """Its letters."""

    EXPAND = "expand"
    """What it stands for, each time."""


class Case(StrEnum):
    """Which capitals a word may have."""

    USUAL = "usual"
    """As written; also KYIV, and a first capital where a sentence starts."""

    EXACT = "exact"
    """As written."""

    ANY = "any"
    """All."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a lexicon."""

    word: str
    """As it is written in an article."""

    say: str = ""
    """Said as if it were spelled so."""

    ipa: str = ""
    """How it sounds; where a voice can't be told, it reads `say`, or else the word."""

    how: How | None = None
    """What is said without a respelling; None leaves it to the language's rules."""

    long: str = ""
    """What it stands for: said once, at the first mention."""

    near: tuple[str, ...] = ()
    """It counts only where one of these words is in the same sentence."""

    case: Case = Case.USUAL
    """Which capitals it may have."""

    whole: bool = True
    """Whether it is a word of its own; False: also as a part of one."""


def nearest(files: Iterable[Sequence[Entry]]) -> tuple[Entry, ...]:
    """Merge the entries of files, the nearest first: it wins, word by word."""
    kept: list[Entry] = []
    words: set[str] = set()
    for entries in files:
        kept += (entry for entry in entries if entry.word not in words)
        words |= {entry.word for entry in entries}
    return tuple(kept)


def spoken(entry: Entry, written: str, spell: Callable[[str], str]) -> str:
    """Give the words that are said for an entry where it stands as `written`."""
    if entry.how is How.EXPAND:
        return entry.long
    if entry.say:
        return entry.say
    if entry.how is How.SPELL:
        return spell(entry.word)
    if entry.how is How.WORD and entry.word.isupper():
        return entry.word.capitalize()
    # What is shouted would be read letter by letter.
    shouted = written.isupper() and not entry.word.isupper()
    return entry.word if shouted else written
