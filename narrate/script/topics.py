"""Where an article turns to another topic, by the words that its paragraphs share.

The dynamic programme of Utiyama and Isahara (2001): of all ways to cut a text, take
the one whose sections' words are likeliest, each section with a vocabulary of its own.
To that come what a paragraph's opening tells, how little the words on both sides of a
cut have in common (Hearst 1997), and how long sections are.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf, log, sqrt

from narrate.script.english.cohesion import opening, stems

# Weights, found on the development half of articles with their headings taken away.
_WORDS = 0.4  # of the likelihood of a section's words
_APART = 17.0  # of what both sides of a cut have in common
_SHARPNESS = 0.3  # the first words in common tell most
_CHAIN = 0.5  # of a word that ends or begins at a cut
_OPENING = 0.8  # of how a paragraph opens
_LENGTH = 2.0  # of a section that is longer than usual
_PRICE = 1.0  # of any cut
_SHORT = 0.5  # so much less of one that is shorter

_MOST_CHAINS = 6
_SIDE_WORDS = 120  # of the text on either side of a cut
_GONE_WORDS = 400  # a word that has not come back is gone
_USUAL = 9.0  # words in a section: so many times the root of the article's
_LEAST_UNIT = 12  # words: a shorter line belongs to what follows it
_MOST_VOCABULARY = 1500  # a book's would make every section unlikely


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many words a section has."""

    least: int = 50
    """Never fewer, where there are as many."""

    usual: int = 450
    """Never expected to be longer, however long the article."""

    most: int = 600
    """Never more, where a paragraph ends in time."""

    article: int = 0
    """Of the whole article, where the text is a part of it."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Paragraphs that are never parted."""

    start: int
    words: int
    stems: Sequence[int]
    """By number: a book's words as text would take ten times its room."""
    weight: float


def boundaries(
    texts: Iterable[str],
    lengths: Lengths | None = None,
    sizes: Sequence[int] | None = None,
) -> list[int]:
    """Name the paragraphs that begin another topic; the first is none of them.

    `sizes` are counted as words: how long each paragraph takes, where it is known.
    """
    if sizes is None:
        texts = list(texts)
        sizes = [len(text.split()) for text in texts]
    units = list(_units(texts, sizes))
    if not units:
        return []
    cuts = _cut(units, _gains(units), lengths or Lengths())
    return [units[at].start for at in cuts]


def _units(texts: Iterable[str], sizes: Sequence[int]) -> Iterator[_Unit]:
    """Join each short line to what follows it."""
    start = words = 0
    held: list[str] = []
    numbers: dict[str, int] = {}
    above = ""
    for at, (text, size) in enumerate(zip(texts, sizes, strict=True)):
        held.append(text)
        words += size
        if words < _LEAST_UNIT and at + 1 < len(sizes):
            continue
        found = array("I")
        for line in held:
            found.extend(numbers.setdefault(s, len(numbers)) for s in stems(line))
        first = held[0].strip()
        weight = opening(first, above) if first and start else 0.0
        yield _Unit(start, max(1, words), found, weight)
        start, words, held, above = at + 1, 0, [], text


def _gains(units: Sequence[_Unit]) -> list[float]:
    """Weigh a cut before each unit, above 0 for it; the first is never one."""
    chains = _chains(units)
    spread = Counter(stem for unit in units for stem in set(unit.stems))
    rare = {stem: log((len(units) + 1) / n) + 0.1 for stem, n in spread.items()}
    gains = [0.0]
    for at in range(1, len(units)):
        before = _side(units, range(at - 1, -1, -1))
        after = _side(units, range(at, len(units)))
        common = _cosine(before, after, rare)
        gains.append(
            _CHAIN * min(chains[at], 2 * _MOST_CHAINS)
            + _OPENING * units[at].weight
            - _APART * common**_SHARPNESS
            - _PRICE
        )
    return gains


def _side(units: Sequence[_Unit], order: range) -> Counter[int]:
    found: Counter[int] = Counter()
    words = 0
    for at in order:
        found.update(units[at].stems)
        words += units[at].words
        if words >= _SIDE_WORDS:
            break
    return found


def _cosine(one: Counter[int], two: Counter[int], rare: dict[int, float]) -> float:
    common = sum(n * two[stem] * rare[stem] ** 2 for stem, n in one.items())
    if not common:
        return 0.0
    sizes = (
        sum((n * rare[stem]) ** 2 for stem, n in side.items()) for side in (one, two)
    )
    return common / sqrt(next(sizes) * next(sizes))


def _chains(units: Sequence[_Unit]) -> list[int]:
    """Count the words that end before each unit, and those that begin with it."""
    starts = [0]
    for unit in units:
        starts.append(starts[-1] + unit.words)
    counts = [0] * (len(units) + 1)
    last: dict[int, tuple[int, int]] = {}
    """Where each word stood last, and before that; -1 for nowhere."""

    def weigh(here: int, before: int, then: int) -> None:
        back = then > 0 and starts[then] - starts[here + 1] < _GONE_WORDS
        if before < 0:
            counts[here] += back
        elif not back and starts[here] - starts[before] < _GONE_WORDS:
            counts[here + 1] += 1

    for at, unit in enumerate(units):
        for stem in set(unit.stems):
            here, before = last.get(stem, (-1, -1))
            if here >= 0:
                weigh(here, before, at)
            last[stem] = at, here
    for here, before in last.values():
        weigh(here, before, -1)
    return counts


def _cut(units: Sequence[_Unit], gains: Sequence[float], lengths: Lengths) -> list[int]:
    """Find the best of all ways to cut, each section within its bounds."""
    size = sum(unit.words for unit in units)
    usual = min(_USUAL * sqrt(max(size, lengths.article)), lengths.usual)
    costs = _Costs(len({stem for unit in units for stem in unit.stems}), usual, lengths)
    best = [inf] * (len(units) + 1)
    best[0] = 0.0
    back = [0] * (len(units) + 1)
    for at, gain in enumerate(gains):
        base = best[at] - gain
        for end, cost in costs.of_sections(units, at):
            if base + cost < best[end]:
                best[end] = base + cost
                back[end] = at
    cuts: list[int] = []
    at = back[-1]
    while at > 0:
        cuts.append(at)
        at = back[at]
    return cuts[::-1]


@dataclass(slots=True)
class _Costs:
    """How unlikely a section is."""

    vocabulary: int
    usual: float
    lengths: Lengths

    def of_sections(
        self, units: Sequence[_Unit], start: int
    ) -> Iterator[tuple[int, float]]:
        """Yield the end and cost of every section that starts there."""
        seen: dict[int, int] = {}
        kinds = min(self.vocabulary, _MOST_VOCABULARY) or 1
        likely = 0.0
        count = words = 0
        for at in range(start, len(units)):
            unit = units[at]
            if words >= self.lengths.least and words + unit.words > self.lengths.most:
                return
            words += unit.words
            for stem in unit.stems:
                n = seen.get(stem, 0) + 1
                seen[stem] = n
                likely += (n * log(n + 1) - (n - 1) * log(n)) if n > 1 else _LOG2
            count += len(unit.stems)
            yield (
                at + 1,
                _WORDS * (count * log(count + kinds) - likely) + self._of(words),
            )

    def _of(self, words: int) -> float:
        """Weigh a length: too few words cost more than any topic is worth."""
        off = log(words / self.usual)
        cost = _LENGTH * off * off * (1.0 if off > 0 else _SHORT)
        return cost + (_TOO_SHORT if words < self.lengths.least else 0.0)


_LOG2 = log(2)
_TOO_SHORT = 50.0
