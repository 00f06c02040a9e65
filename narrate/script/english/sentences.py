"""Where an English sentence ends."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from narrate.compiled import compiled
from narrate.model import Span
from narrate.script.english.full_stops import Manner, manner_of
from narrate.script.english.items import parts
from narrate.script.english.stops import ASIDE, STOP, crossing

_BRACKET = r"[()]"
_WORD = r"[^\W_]"


def sentences(text: str, spans: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends; never inside a span.

    A quotation of several sentences is as many, so that none lasts a minute.
    """
    start = 0
    for end, begin in _cuts(text):
        if not crosses(end, begin, spans) and text[start:end].strip():
            yield start, end
            start = begin
    if text[start:].strip():
        yield start, len(text.rstrip())


def crosses(end: int, begin: int, spans: Sequence[Span]) -> bool:
    """Tell whether a span (they are in order) would be parted here."""
    for at in (end, begin):
        before = bisect_left(spans, at, key=lambda span: span.start)
        if before > 0 and spans[before - 1].end > at:
            return True
    return False


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the white space between sentences: its two ends."""
    manner = manner_of(text)
    before = 0
    for first, last in parts(text):
        if first:
            yield before, first
        yield from _by_stops(text, first, last, manner)
        before = last


class _Reading:
    """What has been read of a sentence: whether it has a word, and an open bracket."""

    __slots__ = ("_at", "_depth", "_opened", "_text", "start", "wordy")

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self.begin(start)

    def begin(self, start: int) -> None:
        """Begin a sentence here."""
        self.start = start
        self.wordy = False
        self._depth = 0
        self._opened = start

    def reach(self, at: int) -> None:
        """Read on to here; each character is read once."""
        since = max(self._at, self.start)
        self.wordy = self.wordy or bool(compiled(_WORD).search(self._text, since, at))
        for found in compiled(_BRACKET).finditer(self._text, since, at):
            if found[0] == ")":
                self._depth = max(0, self._depth - 1)
            else:
                self._opened = found.start() if not self._depth else self._opened
                self._depth += 1
        self._at = max(at, self._at)

    def is_in_brackets(self) -> bool:
        """Tell whether a bracket of bearable length, within the sentence, is open."""
        return bool(self._depth) and self.start < self._opened > self._at - ASIDE


def _by_stops(
    text: str, first: int, last: int, manner: Manner
) -> Iterator[tuple[int, int]]:
    reading = _Reading(text, first)
    for found in STOP.finditer(text, first, last):
        reading.reach(found.end("close"))
        if not reading.wordy or reading.is_in_brackets():
            continue
        cut = crossing(text, reading.start, found, manner)
        if cut:
            yield cut
            reading.begin(cut[1])
