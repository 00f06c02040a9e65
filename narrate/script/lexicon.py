"""A lexicon: how words are said that no rule can know; shipped, and the listener's."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from narrate.model import Span
from narrate.script.english.designators import spell
from narrate.script.english.expansions import in_place
from narrate.script.english.names_table import open_names
from narrate.script.entries import Case, Entry, How, nearest, spoken
from narrate.script.entry_file import read_entries
from narrate.script.glossary import IN_FULL, Glossary

_SHIPPED = Path(__file__).parent / "english" / "lexicon"
_NAME = "name"

SHORT_FORM = re.compile(
    r"[A-Z](?:[A-Z0-9]|&[A-Z]|[a-z]{1,7}[A-Z])[A-Za-z0-9&]*"  # NATO, AT&T, MoD
    r"|[a-z]{1,3}[A-Z][A-Za-z0-9]*|\d[A-Z]{1,2}"  # mRNA, 4G
)
"""What script/english/acronyms.py looks at: a word with capitals not at its start."""


def _nothing() -> Glossary:
    return Glossary((), spell)


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

    ipa: Mapping[str, str] = field(default_factory=dict)
    """A short form and how what is said for it sounds."""

    glossary: Glossary = field(default_factory=_nothing)
    """The listener's own words that are no mere short forms."""

    names: Glossary = field(default_factory=_nothing)
    """People and places, which give way to all else."""

    def __contains__(self, word: str) -> bool:
        """Tell whether a short form is known in any way."""
        return word in self.say

    def said(self, word: str) -> str:
        """Give what is said for a word that is known."""
        return self.say[word] or spell(word)

    @cached_property
    def _signs(self) -> Glossary:
        """Shipped words that other rules would take: "C++", "HIV/AIDS", "P2P"."""
        others = (
            word
            for word in self.say
            if not (word.isalpha() and word.isascii()) and "&" not in word
        )
        own = self.own
        words = (word for word in others if word not in own)
        entries = (Entry(word, self.said(word), case=Case.EXACT) for word in words)
        return Glossary(entries, spell)

    def own_claims(self, written: str) -> Iterator[Span]:
        """Claim the listener's own words; what they stand for fits its place.

        Short forms are left to the acronyms, which know about mentions.
        """
        if not self.glossary:
            return
        for span in self.glossary.claims(written):
            if span.rule != IN_FULL:
                yield span
                continue
            said, start = in_place(span.spoken, written, span.start)
            yield replace(span, start=start, spoken=said)

    def claims(self, written: str) -> Iterable[Span]:
        """Claim the shipped words that hold signs."""
        return self._signs.claims(written)


def open_lexicon(files: Sequence[Path] = ()) -> Lexicon:
    """Read the shipped words, and the listener's own, which win, the nearest first."""
    if not files:
        return _shipped()
    return _with(_shipped(), nearest(map(read_entries, files)))


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
    names = [  # "NASDAQ" is a short form; of the two, it is the surer
        Entry(word, ipa=ipa, case=Case.EXACT if word.upper() in say else Case.USUAL)
        for word, ipa in open_names().items()
    ]
    short = {name.word: name.ipa for name in names if _is_mention(name)}
    others = Glossary((name for name in names if name.word not in short), spell, _NAME)
    for word in short:
        say.setdefault(word, word)
    return Lexicon(say, long, frozenset(familiar), ipa=short, names=others)


def _with(under: Lexicon, own: Sequence[Entry]) -> Lexicon:
    """Put the listener's own words over the shipped ones."""
    mentions = {entry.word: entry for entry in own if _is_mention(entry)}
    long = {word: entry.long for word, entry in mentions.items() if entry.long}
    others = [entry for entry in own if mentions.get(entry.word) is not entry]
    sounds = {word: ipa for word, ipa in under.ipa.items() if word not in mentions}
    return replace(
        under,
        say={**under.say, **{w: _said(e, under) for w, e in mentions.items()}},
        long={**under.long, **long},
        familiar=under.familiar - long.keys(),
        own=frozenset(entry.word for entry in own),
        ipa=sounds | {w: entry.ipa for w, entry in mentions.items() if entry.ipa},
        glossary=Glossary(others, spell),
    )


def _is_mention(entry: Entry) -> bool:
    """Tell a short form that is said the same wherever it stands."""
    plain = entry.whole and not entry.near and entry.case is not Case.ANY
    known = plain and entry.how is not How.EXPAND
    return known and SHORT_FORM.fullmatch(entry.word) is not None


def _said(entry: Entry, under: Lexicon) -> str:
    """Give a short form's respelling; "" where it is said by its letters."""
    if entry.how is How.SPELL:
        return ""
    if entry.say or entry.how is How.WORD:
        return spoken(entry, entry.word, spell)
    known = under.say.get(entry.word, "")
    return known or (entry.word if entry.ipa else "")
