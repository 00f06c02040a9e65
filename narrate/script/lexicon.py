"""A lexicon: how words are said that no rule can know; shipped, and the listener's."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from narrate.errors import LexiconError
from narrate.model import Span
from narrate.script.english.designators import spell

_SHIPPED = Path(__file__).parent / "english" / "lexicon.toml"
_TABLES = ("say", "long")

SHORT_FORM = re.compile(r"[A-Z][A-Z0-9]*[A-Z](?:&[A-Z])?|[A-Z]&[A-Z]")
"""What script/english/acronyms.py takes for a short form."""


@dataclass(frozen=True)
class Lexicon:
    """Words and what is said for them."""

    letters: frozenset[str]
    """Short forms that are said letter by letter."""

    say: dict[str, str]
    """A word or short form, and its respelling in common English spelling."""

    long: dict[str, str]
    """A short form and what it stands for, said at its first mention."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a short form is known in any way."""
        return word in self.say or word in self.letters or word in self.long

    @cached_property
    def _words(self) -> dict[str, str]:
        """What is said for each word that is no short form in capitals."""
        spelled = {word: spell(word) for word in self.letters}
        every = spelled | self.say
        return {w: said for w, said in every.items() if not SHORT_FORM.fullmatch(w)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._words, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")

    def claims(self, written: str) -> Iterator[Span]:
        """Claim every word that has a respelling, in just this case.

        Short forms in capitals are left to the acronyms, which know about mentions.
        """
        for found in self._pattern.finditer(written) if self._words else ():
            yield Span(found.start(), found.end(), self._words[found[0]], "lexicon")


def open_lexicon(own: Path | None = None) -> Lexicon:
    """Read the shipped words, and the listener's own, which win."""
    return _merge(_shipped(), _parse(own)) if own else _shipped()


@cache
def _shipped() -> Lexicon:
    return _parse(_SHIPPED)


def _merge(under: Lexicon, over: Lexicon) -> Lexicon:
    return Lexicon(
        (under.letters - over.say.keys()) | over.letters,
        {k: v for k, v in under.say.items() if k not in over.letters} | over.say,
        under.long | over.long,
    )


def _parse(path: Path) -> Lexicon:
    """Read a lexicon file; LexiconError names the entry that is wrong."""
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise LexiconError(str(path), why) from error
    unknown = data.keys() - {"letters", *_TABLES}
    if unknown:
        raise LexiconError(str(path), f"there is no table {min(unknown)!r}")
    letters = data.get("letters", [])
    if not isinstance(letters, list) or not all(isinstance(x, str) for x in letters):
        raise LexiconError(str(path), "letters must be a list of words")
    for table in _TABLES:
        _check_table(path, table, data.get(table, {}))
    return Lexicon(frozenset(letters), data.get("say", {}), data.get("long", {}))


def _check_table(path: Path, table: str, entries: object) -> None:
    if not isinstance(entries, dict):
        raise LexiconError(str(path), f"[{table}] must be a table")
    for word, said in entries.items():
        if not word or not isinstance(said, str) or not said.strip():
            raise LexiconError(str(path), f"[{table}] {word!r} needs words in quotes")


def read_words(path: Path) -> dict[str, str]:
    """Read a file's words and what is said for them; "" for letter by letter."""
    words = _parse(path)
    return dict.fromkeys(words.letters, "") | words.say
