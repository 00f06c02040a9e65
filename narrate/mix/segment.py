"""A segment: one utterance's voice in whole MP3 frames that end in silence.

It hangs on what is said and how, not on what stands before it or how long the voice
rests after it: so it can be made in any order, kept, and found again.
"""

import struct
from dataclasses import dataclass
from typing import Self

_HEAD = struct.Struct("<II")  # voiced, whole; the frames follow


@dataclass(frozen=True, slots=True)
class Segment:
    """One utterance as MP3 frames."""

    frames: bytes
    """Whole frames, to be laid behind the segment before."""

    voiced: int
    """Samples from its first sound to its last; the first is the first of all."""

    whole: int
    """Samples of all its frames."""

    def pack(self) -> bytes:
        """Give it as bytes, to be kept."""
        return _HEAD.pack(self.voiced, self.whole) + self.frames

    @classmethod
    def unpack(cls, kept: bytes) -> Self:
        """Make it of bytes that were kept; raises struct.error if they are too few."""
        return cls(kept[_HEAD.size :], *_HEAD.unpack_from(kept))
