"""When each word is heard, by how long the network makes each phoneme.

What it makes is heard earlier than its lengths say, as was measured on where an s
begins and ends and on where silence does, at 85, 165 and 320 words a minute:

- one word becomes the next in the middle of the last phoneme before the space, which
  has a length, but is not heard;
- before a rest, a word ends 25 ms after its last phoneme begins, however long that is:
  what is left of it is silence, and tells of a rest where there is no stop;
- after a rest, it begins 25 ms and half a space early.
"""

from collections.abc import Sequence
from itertools import accumulate

from narrate.speak.base import Times

SPACE, REST = -1, -2
"""What a phoneme is that no word has: a space, or a stop, which is heard as a rest."""

_LONG = 2.5  # times a phoneme's usual length
_EARLY = 600  # samples of 24 kHz: 25 ms


class Clock:
    """Counts the samples of a phrase, part by part, and notes its words."""

    def __init__(self, words: int) -> None:
        self._times: list[tuple[int, int] | None] = [None] * words
        self._now = 0

    def count(
        self, lengths: Sequence[int], owners: Sequence[int], samples: int
    ) -> None:
        """Count one part of so many samples.

        The lengths are of its phonemes and of the rest at either end, in any unit; the
        owners are the numbers of the words that its phonemes are of, SPACE or REST.
        """
        whole = max(1, sum(lengths))
        sums = accumulate(lengths)
        starts = [self._now + passed * samples // whole for passed in sums]
        usual = samples // len(lengths)
        word, last, space, rested = SPACE, 0, 0, True
        for at, owner in enumerate(owners):
            if owner < 0:
                rested |= owner == REST
                space = starts[at + 1] - starts[at] if owner == SPACE else 0
                continue
            if owner != word:
                rested |= starts[last + 1] - starts[last] > _LONG * usual
                early = starts[at] - _EARLY - space // 2
                middle = (starts[last] + starts[last + 1]) // 2
                self._end(word, starts[last] + _EARLY if rested else middle)
                self._begin(owner, early if rested else middle)
            word, last, space, rested = owner, at, 0, False
        self._end(word, starts[last] + _EARLY)
        self._now += samples

    def _begin(self, word: int, at: int) -> None:
        if self._times[word] is None:
            self._times[word] = max(0, at), max(0, at)

    def _end(self, word: int, at: int) -> None:
        if word >= 0:
            start, _ = self._times[word] or (at, at)
            self._times[word] = start, max(start, at)

    def times(self) -> Times:
        """Give the first sample of each word, and one past its last.

        One that no phoneme is of has no length, and lies behind the one before.
        """
        done: list[tuple[int, int]] = []
        last = 0
        for time in self._times:
            start, end = time or (last, last)
            start = max(start, last)
            last = min(max(start, end), self._now)
            done.append((min(start, last), last))
        return tuple(done)
