"""Where a long sentence may take breath: few places, good ones, far enough apart."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from narrate.model import Span
from narrate.script.english.rests import Rest, any_rests, clause_rests

EASY = 200
"""Characters that are said in one breath with ease: 13 s."""
_HARD = 260
"""Above this, any place between two words is better than none."""
LONGEST = 300
"""No utterance is longer, so that none lasts a minute."""
_SHORT = 60
_FEWEST_WORDS = 4
_SILLY = 20.0
_CUT = 1.5  # for each: two pieces rather than three

_Finder = Callable[[str, int, int], list[Rest]]


def breaths(
    text: str, start: int, end: int, spans: Sequence[Span] = ()
) -> Iterator[tuple[int, int]]:
    """Part a long sentence as a reader would; never inside a span.

    A sentence of a bearable length stays whole: each cut is heard as an end.
    """
    clock = _Clock(spans, start, end)
    if clock.said(start, end) <= EASY:
        yield start, end
        return
    for first, last in _parted(text, start, end, clock, clause_rests):
        if clock.said(first, last) <= _HARD:
            yield first, last
            continue
        for one, other in _parted(text, first, last, clock, any_rests):
            yield from _by_force(one, other, clock)


class _Clock:
    """Measures what is said: "$5m" is three characters, and five words."""

    __slots__ = ("_growth", "_spans")

    def __init__(self, spans: Sequence[Span], start: int, end: int) -> None:
        first = bisect_left(spans, start, key=lambda span: span.start)
        last = bisect_left(spans, end, key=lambda span: span.start)
        self._spans = spans[first:last]
        more = (len(span.spoken) - (span.end - span.start) for span in self._spans)
        self._growth = (0, *accumulate(more))

    def _before(self, at: int) -> int:
        return bisect_left(self._spans, at, key=lambda span: span.start)

    def place(self, at: int) -> int:
        """Give how much has been said up to here."""
        return at + self._growth[self._before(at)]

    def said(self, start: int, end: int) -> int:
        """Count the characters that are said from here to there."""
        return self.place(end) - self.place(start)

    def is_inside(self, at: int) -> bool:
        """Tell whether a span would be parted here."""
        before = self._before(at)
        return before > 0 and at < self._spans[before - 1].end

    def parts_span(self, rest: Rest) -> bool:
        """Tell whether a span would be parted at either end of a rest."""
        return self.is_inside(rest.end) or self.is_inside(rest.begin)


def _parted(
    text: str, start: int, end: int, clock: _Clock, find: _Finder
) -> Iterator[tuple[int, int]]:
    """Part a stretch at the rests that cost least in all: a shortest path."""
    rests = (
        Rest(start, start, 0.0),
        *(rest for rest in find(text, start, end) if not clock.parts_span(rest)),
        Rest(end, end, 0.0),
    )
    places = [clock.place(rest.begin) for rest in rests]
    best, came = [0.0], [0]
    for at in range(1, len(rests)):
        cost, back = min(
            (best[back] + _strain(text, rests[back], rests[at], length), back)
            for back, length in _before(places, at)
        )
        best.append(cost + rests[at].cost + _CUT)
        came.append(back)
    chosen = [len(rests) - 1]
    while chosen[-1]:
        chosen.append(came[chosen[-1]])
    for before, after in pairwise(reversed(chosen)):
        yield rests[before].begin, rests[after].end


def _before(places: list[int], at: int) -> Iterator[tuple[int, int]]:
    """Yield the places from which a piece could lead here, nearest first."""
    for back in range(at - 1, -1, -1):
        length = places[at] - places[back]
        yield back, length
        if length > LONGEST:
            return


def _strain(text: str, first: Rest, last: Rest, length: int) -> float:
    """Say how bad a piece is: a long one, a short one, or one of uneven ones."""
    over = max(0, length - EASY) / 20
    short = max(0, _SHORT - length) / 20
    strain = over * over + short + (length / 100) ** 2
    few = length < _SHORT and len(text[first.begin : last.end].split()) < _FEWEST_WORDS
    return strain + _SILLY if few else strain


def _by_force(start: int, end: int, clock: _Clock) -> Iterator[tuple[int, int]]:
    """Cut what has no white space: a word of a thousand letters is still read."""
    at = start
    while end - at > LONGEST < clock.said(at, end):
        cut = at + EASY
        while cut < end and clock.is_inside(cut):
            cut += 1
        if cut >= end:
            break
        yield at, cut
        at = cut
    yield at, end
