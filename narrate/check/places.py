"""Where frames lie: byte to frame and back, in memory that does not grow for ever."""

from array import array
from bisect import bisect_right
from math import ceil

_MOST = 1 << 20  # kept exactly: ten hours of sound in 8 MB
_EXACT = 1e-6  # of a frame: what a quotient of two bytes may be off


class Places:
    """The byte where each frame begins; in a very long file, of every second or so."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._stride = 1
        self._starts = array("Q")
        self._last = 0
        self.frames = 0

    def add(self, start: int) -> None:
        """Take the next frame."""
        if self.frames % self._stride == 0:
            self._starts.append(start)
            if len(self._starts) > self._most:
                self._starts = self._starts[::2]
                self._stride *= 2
        self._last = start
        self.frames += 1

    def frame_at(self, byte: float) -> int:
        """Give the first frame that begins at a byte or after it.

        Where not every frame is kept, those between two lie evenly.
        """
        starts = self._starts
        before = bisect_right(starts, byte) - 1
        if before < 0:
            return 0
        if starts[before] == byte or self._stride == 1:
            exact = before if starts[before] == byte else before + 1
            return min(exact * self._stride, self.frames)
        if byte > self._last:
            return self.frames
        first, frames = before * self._stride, self._stride
        end = self._last
        if before + 1 < len(starts):
            end = starts[before + 1]
        else:
            frames = self.frames - 1 - first
        share = (byte - starts[before]) / (end - starts[before])
        return min(first + ceil(share * frames - _EXACT), self.frames)
