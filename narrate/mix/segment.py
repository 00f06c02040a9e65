"""A segment: one utterance's voice in whole MP3 frames that end in silence.

It hangs on what is said and how, not on what stands before it or how long the voice
rests after it: so it can be made in any order, kept, and found again.
"""

import struct
from dataclasses import dataclass
from typing import Self

_HEAD = struct.Struct("<III")  # voiced, whole, bytes of times; these, then the frames


@dataclass(frozen=True, slots=True)
class Segment:
    """One utterance as MP3 frames."""

    frames: bytes
    """Whole frames, to be laid behind the segment before."""

    voiced: int
    """Samples from its first sound to its last; the first is the first of all."""

    whole: int
    """Samples of all its frames."""

    times: bytes = b""
    """First sample and one past the last of each word that is spoken, packed."""

    def pack(self) -> bytes:
        """Give it as bytes, to be kept."""
        head = _HEAD.pack(self.voiced, self.whole, len(self.times))
        return head + self.times + self.frames

    @classmethod
    def unpack(cls, kept: bytes) -> Self:
        """Make it of bytes that were kept; raises struct.error if they are too few."""
        voiced, whole, size = _HEAD.unpack_from(kept)
        start = _HEAD.size + size
        return cls(kept[start:], voiced, whole, kept[_HEAD.size : start])
