"""A lexicon: how words are said that no rule can know; shipped, and the listener's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from narrate.errors import LexiconError
from narrate.model import Span
from narrate.script.english.designators import spell

_SHIPPED = Path(__file__).parent / "english" / "lexicon"
_TABLES = ("say", "long")

SHORT_FORM = re.compile(
    r"[A-Z](?:[A-Z0-9]|&[A-Z]|[a-z]{1,7}[A-Z])[A-Za-z0-9&]*"  # NATO, AT&T, MoD
    r"|[a-z]{1,3}[A-Z][A-Za-z0-9]*|\d[A-Z]{1,2}"  # mRNA, 4G
)
"""What script/english/acronyms.py looks at: a word with capitals not at its start."""


@dataclass(frozen=True)
class Lexicon:
    """Words and what is said for them."""

    say: Mapping[str, str]
    """A word or short form, and its respelling; "" where it is said by its letters."""

    long: Mapping[str, str]
    """A short form and what it stands for."""

    familiar: frozenset[str] = frozenset()
    """Short forms that everyone knows: their long form is said only if asked for."""

    own: frozenset[str] = frozenset()
    """Words of the listener's own."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a short form is known in any way."""
        return word in self.say

    def said(self, word: str) -> str:
        """Give what is said for a word that is known."""
        return self.say[word] or spell(word)

    @cached_property
    def _signs(self) -> tuple[str, ...]:
        """Shipped words that other rules would take: "C++", "HIV/AIDS", "P2P"."""
        others = (
            word
            for word in self.say
            if not (word.isalpha() and word.isascii()) and "&" not in word
        )
        return tuple(sorted(word for word in others if word not in self.own))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        words = [word for word in self.own if not SHORT_FORM.fullmatch(word)]
        words.sort(key=len, reverse=True)
        every = "|".join(map(re.escape, words))
        return re.compile(rf"(?<!\w)(?:{every})(?!\w)") if words else None

    def claims(self, written: str) -> Iterator[Span]:
        """Claim every word that has a respelling, in just this case.

        Short forms are left to the acronyms, which know about mentions.
        """
        for found in self._pattern.finditer(written) if self._pattern else ():
            spoken = self.said(found[0])
            yield Span(found.start(), found.end(), spoken, "lexicon")
        for word in self._signs:
            start = written.find(word)
            while start >= 0:
                end = start + len(word)
                if _stands_alone(written, start, end):
                    yield Span(start, end, self.said(word), "lexicon")
                start = written.find(word, end)


def _stands_alone(written: str, start: int, end: int) -> bool:
    around = written[max(0, start - 1) : start] + written[end : end + 1]
    return not any(letter.isalnum() or letter == "_" for letter in around)


def open_lexicon(own: Path | None = None) -> Lexicon:
    """Read the shipped words, and the listener's own, which win."""
    return _merge(_shipped(), _parse(own)) if own else _shipped()


@cache
def _shipped() -> Lexicon:
    """Read the tables: a word, what is said for it, and its long form.

    Nothing in the second field: letters. A long form in brackets: everyone knows it.
    TOML would take 30 ms for as many words, these take 2.
    """
    say: dict[str, str] = {}
    long: dict[str, str] = {}
    familiar: set[str] = set()
    for path in sorted(_SHIPPED.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:2] == "# ":
                continue
            word, said, full = (*line.split("\t"), "", "")[:3]
            say[word] = said
            if full:
                long[word] = full.strip("()")
            if full[:1] == "(":
                familiar.add(word)
    return Lexicon(say, long, frozenset(familiar))


def _merge(under: Lexicon, over: Lexicon) -> Lexicon:
    unsaid = {word: under.say.get(word, "") for word in over.long}
    return replace(
        over,
        say={**under.say, **unsaid, **over.say},
        long={**under.long, **over.long},
        familiar=under.familiar - over.long.keys(),
    )


def _parse(path: Path) -> Lexicon:
    """Read a listener's file; LexiconError names the entry that is wrong."""
    import tomllib  # noqa: PLC0415 - 8 ms, and most listeners have no words of their own

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
    say = dict.fromkeys(letters, "") | data.get("say", {})
    return Lexicon(say, data.get("long", {}), own=frozenset(say))


def _check_table(path: Path, table: str, entries: object) -> None:
    if not isinstance(entries, dict):
        raise LexiconError(str(path), f"[{table}] must be a table")
    for word, said in entries.items():
        if not word or not isinstance(said, str) or not said.strip():
            raise LexiconError(str(path), f"[{table}] {word!r} needs words in quotes")


def read_words(path: Path) -> dict[str, str]:
    """Read a file's words and what is said for them; "" for letter by letter."""
    return dict(_parse(path).say)
