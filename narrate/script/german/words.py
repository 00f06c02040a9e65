"""Words that no rule can know: the shipped ones, and the listener's own, which win."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from narrate.model import Span
from narrate.script.entries import Case, Entry, How, nearest, spoken
from narrate.script.entry_file import read_entries
from narrate.script.german.numbers import integer
from narrate.script.glossary import Glossary

SHORT = re.compile(
    r"[A-ZÄÖÜ][A-ZÄÖÜ]+(?:&[A-Z])?|[A-ZÄÖÜ]&[A-ZÄÖÜ]"
    r"|[A-ZÄÖÜ]{1,3}[a-zäöü][A-ZÄÖÜ]{1,4}"
)
"""What acronyms.py looks at: capitals, and one small letter among them."""

_SHIPPED = Path(__file__).parent / "lexicon.toml"


def spell(name: str) -> str:
    """Say letters one by one, and numbers as numbers: "A380"."""
    parts = re.findall(r"\d+|[^\W\d_]|&", name)
    said = {"&": "und", "ß": "ß"}
    return " ".join(
        integer(part) if part.isdecimal() else said.get(part, part.upper())
        for part in parts
    )


@dataclass(frozen=True)
class Words:
    """Words and what is said for them."""

    say: Mapping[str, str]
    """A short form and its respelling; "" where it is said by its letters."""

    others: tuple[Entry, ...] = ()
    """Words that are no mere short forms."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is known."""
        return word in self.say

    def said(self, word: str) -> str:
        """Give what is said for a word that is known."""
        return self.say[word] or spell(word)

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary(self.others, spell)

    def claims(self, written: str) -> Iterable[Span]:
        """Claim every word that is no short form."""
        return self._glossary.claims(written)


@cache
def _shipped() -> Words:
    return _words(read_entries(_SHIPPED))


def open_words(files: Sequence[Path] = ()) -> Words:
    """Read the shipped words, and the listener's own, the nearest first."""
    if not files:
        return _shipped()
    return _words(nearest(map(read_entries, (*files, _SHIPPED))))


def _words(entries: Sequence[Entry]) -> Words:
    short: dict[str, str] = {}
    others: list[Entry] = []
    for entry in entries:
        if _is_mention(entry):
            short[entry.word] = _said(entry)
        else:
            others.append(entry)
    return Words(short, tuple(others))


def _is_mention(entry: Entry) -> bool:
    """Tell a short form that is said the same wherever it stands."""
    if entry.near or entry.ipa or not entry.whole or entry.case is Case.ANY:
        return False
    known = entry.say or entry.how in {How.SPELL, How.WORD}
    return bool(known) and SHORT.fullmatch(entry.word) is not None


def _said(entry: Entry) -> str:
    return "" if entry.how is How.SPELL else spoken(entry, entry.word, spell)
