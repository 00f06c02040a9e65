"""Words that no rule can know: the shipped ones, and the listener's own, which win."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from narrate.model import Span
from narrate.script.german.numbers import integer
from narrate.script.lexicon import read_words

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
    """A word or short form, and its respelling; "" where it is said by its letters."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is known."""
        return word in self.say

    def said(self, word: str) -> str:
        """Give what is said for a word that is known."""
        return self.say[word] or spell(word)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        others = (word for word in self.say if not SHORT.fullmatch(word))
        words = sorted(others, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

    def claims(self, written: str) -> Iterator[Span]:
        """Claim every word that is no short form, in just this case."""
        for found in self._pattern.finditer(written):
            yield Span(found.start(), found.end(), self.said(found[0]), "lexicon")


@cache
def _shipped() -> Words:
    return Words(read_words(_SHIPPED))


def open_words(own: Path | None = None) -> Words:
    """Read the shipped words, and the listener's own."""
    shipped = _shipped()
    return Words({**shipped.say, **read_words(own)}) if own else shipped
