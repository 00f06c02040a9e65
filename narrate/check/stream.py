"""What one walk through an MP3 saw: its frames, and what is not as it should be."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from narrate.check.info import Info
from narrate.check.mpeg import Shape
from narrate.check.places import Places


class Kind(StrEnum):
    """What may be wrong with a stream."""

    LEAD = "bytes before the first frame"
    LOST = "bytes that are no frame"
    CUT = "a last frame that is cut off"
    STARVED = "a frame whose data lies in a frame that is not there"
    OVERFULL = "a frame that says it holds more than it can"
    CHANGED = "another format than that of the first frame"
    JOINED = "an Info frame in the midst"


@dataclass(frozen=True, slots=True)
class Event:
    """One place where a stream is not as it should be."""

    kind: Kind
    """What."""

    at: int
    """The byte in the file."""

    frame: int
    """Frames of music before it."""

    size: int = 0
    """Bytes, if it is a stretch."""

    begins: bytes = b""
    """The first bytes of what is no frame."""


@dataclass(frozen=True, slots=True)
class Stream:
    """All that one walk saw."""

    begin: int
    """The first frame's first byte."""

    end: int
    """After the last byte of sound; tags at the end are not counted."""

    first: Shape
    """What the first frame of music is like."""

    info: Info | None
    """What the frame before the music tells."""

    places: Places
    """Where each frame of music lies."""

    rates: tuple[tuple[int, int], ...]
    """(kbit/s, frames), the lowest first."""

    stereo_frames: int
    """Frames in two channels."""

    events: tuple[Event, ...]
    """What is not as it should be: of each kind the first hundred."""

    counts: Counter[Kind]
    """How often each kind was met."""

    checksum: int
    """CRC-16 of all after the Info frame."""

    @property
    def frames(self) -> int:
        """Frames of music."""
        return self.places.frames

    @property
    def samples(self) -> int:
        """What shall be heard, as the frames and the Info frame tell it."""
        whole = self.frames * self.first.samples
        gapless = self.info.gapless if self.info else None
        cut = gapless.delay + gapless.padding if gapless else 0
        return whole - cut if cut < whole else whole

    @property
    def seconds(self) -> float:
        """The length of that."""
        return self.samples / self.first.rate_hz

    def of(self, kind: Kind) -> Iterator[Event]:
        """Yield the events of a kind."""
        return (event for event in self.events if event.kind is kind)
