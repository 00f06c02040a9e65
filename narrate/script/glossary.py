"""Where the words of a lexicon stand in a text: found in one pass, however many."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain

from narrate.compiled import compiled
from narrate.model import Span
from narrate.script.entries import SHOUTED, Case, Entry, How, spoken

LEXICON = "lexicon"
IN_FULL = "lexicon, in full"
_RUN = r"[^\W_]+"
_SENTENCE = r"(?:^|[.!?:…][\"'”’)\]]*\s+)[\"'“‘«„(\[]*$"
_BEFORE = 12  # characters that tell whether a sentence starts
_STOP = r"[.!?…][\"'”’»)\]]*\s+"
_PLURAL = 5  # letters that a name needs before an s behind it is a plural: not Abbas

_TURNED = str.maketrans("'’", "’'")

_Found = tuple[int, int, Entry]
_Row = tuple[tuple[int, Entry], ...]


class Glossary:
    """Entries by their first word, so that a text is asked once for all of them."""

    def __init__(
        self,
        entries: Iterable[Entry],
        spell: Callable[[str], str],
        rule: str = LEXICON,
    ) -> None:
        self._spell, self._rule = spell, rule
        known: dict[str, _Row] = {}
        self._others: list[tuple[str, Entry]] = []
        find = compiled(_RUN).search
        for entry in chain.from_iterable(map(_both_ways, entries)):
            first = find(entry.word)
            if first and entry.whole and entry.case is not Case.ANY:
                row: _Row = ((first.start(), entry),)  # shared: most heads are alone
                for head in _heads(first[0], entry):
                    known[head] = known[head] + row if head in known else row
            else:
                self._others.append((_pattern(entry), entry))
        for head, row in known.items():
            if len(row) > 1:  # sorted is stable: the nearest first
                known[head] = tuple(sorted(row, key=lambda at: -len(at[1].word)))
        self._heads = known

    def __bool__(self) -> bool:
        """Tell whether it has any entry."""
        return bool(self._heads or self._others)

    def claims(self, written: str) -> Iterable[Span]:
        """Claim every word that is known, with what is said for it."""
        if not self._others and self._knows_none(written):
            return ()  # most texts, at the cost of one look at each word
        return self._claims(written)

    def _knows_none(self, written: str) -> bool:
        return self._heads.keys().isdisjoint(_words_in(written))

    def _claims(self, written: str) -> Iterator[Span]:
        near = partial(_is_near, _Sentences(written))
        end = 0
        for start, last, entry in self._found(written, near):
            if start >= end:
                end = last
                said = spoken(entry, written[start:last], self._spell)
                rule = IN_FULL if entry.how is How.EXPAND else self._rule
                yield Span(start, last, said, rule, entry.ipa)

    def _found(self, written: str, near: Callable[[Entry, int], bool]) -> list[_Found]:
        """Give each place in order, the longest and then the nearest first."""
        found = [
            (place.start(), place.end(), entry)
            for pattern, entry in self._others
            for place in compiled(pattern).finditer(written)
            if near(entry, place.start())
        ]
        if not self._knows_none(written):
            for run in compiled(_RUN).finditer(written):
                if run[0] in self._heads:
                    found += self._at(written, run.start(), run[0], near)
        return sorted(found, key=lambda place: (place[0], -place[1]))

    def _at(
        self, written: str, start: int, head: str, near: Callable[[Entry, int], bool]
    ) -> Iterator[_Found]:
        for before, entry in self._heads[head]:
            first = start - before
            last = first + len(entry.word)
            if first >= 0 and _fits(entry, written, first, last) and near(entry, first):
                yield first, last, entry
                return


@lru_cache(2)
def _words_in(written: str) -> list[str]:
    """Part a text into words: once, though several glossaries ask."""
    return compiled(_RUN).findall(written)


def _both_ways(entry: Entry) -> tuple[Entry, ...]:
    """Give an entry with each of the two apostrophes."""
    if "'" in entry.word or "’" in entry.word:
        return entry, replace(entry, word=entry.word.translate(_TURNED))
    return (entry,)


def _heads(first: str, entry: Entry) -> set[str]:
    """Give each way in which an entry's first word may stand there."""
    heads = {first}
    if entry.case is Case.USUAL:
        heads = {first, first.upper(), first[0].upper() + first[1:]}
    return heads.union([f"{head}s" for head in heads])


def _fits(entry: Entry, written: str, start: int, end: int) -> bool:
    """Tell whether a word stands there by itself, in capitals that it may have."""
    found = written[start:end]
    if found != entry.word and not _may_be(entry, found, written, start):
        return False
    if _joins(written, start, entry.word[0]):
        return False
    behind = written[end : end + 1]
    if not _is_word(behind) or not _is_word(entry.word[-1]):
        return True
    plural = behind == "s" and not _is_word(written[end + 1 : end + 2])
    return plural and len(entry.word) >= _PLURAL and entry.word[0].isupper()


def _joins(written: str, start: int, first: str) -> bool:
    return bool(start) and _is_word(written[start - 1]) and _is_word(first)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _may_be(entry: Entry, found: str, written: str, start: int) -> bool:
    """Tell whether another case of a word is the word."""
    if entry.case is Case.EXACT or found.casefold() != entry.word.casefold():
        return False
    if found.isupper() and sum(map(str.isalpha, found)) >= SHOUTED:
        return True
    as_first = entry.word[0].upper() + entry.word[1:]
    before = written[max(0, start - _BEFORE) : start]
    return found == as_first and bool(compiled(_SENTENCE).search(before))


def _pattern(entry: Entry) -> str:
    """Give a pattern for what is no word, or only a part of one."""
    case = "(?i)" if entry.case is Case.ANY else ""
    word = re.escape(entry.word)
    return f"{case}(?<!\\w){word}(?!\\w)" if entry.whole else f"{case}{word}"


class _Sentences:
    """The sentences of a text, as sets of their words, for the few who ask."""

    def __init__(self, written: str) -> None:
        self._written = written
        self._stops: list[int] | None = None
        self._words: dict[int, set[str]] = {}

    def words(self, place: int) -> set[str]:
        """Give the words of the sentence around a place, in small letters."""
        if self._stops is None:
            stops = compiled(_STOP).finditer(self._written)
            self._stops = [0, *(stop.end() for stop in stops), len(self._written)]
        at = min(bisect_right(self._stops, place), len(self._stops) - 1)
        if at not in self._words:
            text = self._written[self._stops[at - 1] : self._stops[at]].casefold()
            self._words[at] = set(compiled(_RUN).findall(text))
        return self._words[at]


def _is_near(sentences: _Sentences, entry: Entry, place: int) -> bool:
    """Tell whether one of an entry's companions is in the same sentence."""
    if not entry.near:
        return True
    words = sentences.words(place)
    return any(
        _is_there(companion.casefold().split(), words) for companion in entry.near
    )


def _is_there(companion: Sequence[str], words: set[str]) -> bool:
    return all(word in words or f"{word}s" in words for word in companion)
