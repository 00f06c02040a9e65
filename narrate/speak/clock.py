"""When each word is heard, by how long the network makes each phoneme."""

from collections.abc import Sequence

from narrate.speak.base import Times


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
        owners are the numbers of the words that its phonemes are of, or less than 0.
        """
        whole = max(1, sum(lengths))
        passed = lengths[0]
        for length, word in zip(lengths[1:], owners, strict=False):
            if word >= 0:
                start = self._now + passed * samples // whole
                end = self._now + (passed + length) * samples // whole
                self._times[word] = (self._times[word] or (start,))[0], end
            passed += length
        self._now += samples

    def times(self) -> Times:
        """Give the first sample of each word, and one past its last.

        One that no phoneme is of has no length, and lies behind the one before.
        """
        done: list[tuple[int, int]] = []
        for time in self._times:
            last = done[-1][1] if done else 0
            done.append(time or (last, last))
        return tuple(done)
