"""The numbers that every part of the mix shares, and why they are what they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from narrate.options import Quality

BIT_RATE_KBPS = 64
"""Constant: with a variable rate players miss a chapter by 2 to 129 s in two hours."""

SEGMENT_SILENCE = 2_257
"""Samples of digital silence at a segment's end: 1,152 for the frame that overlaps and
1,105 for encoder and decoder delay. Frames of segments encoded apart can then be laid
one after another with nothing lost."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of MP3: 64 kbit/s, mono (ISO/IEC 11172-3, and 13818-3 below 32 kHz)."""

    rate_hz: int
    """Samples a second."""

    frame_samples: int
    """In each frame: 1,152 in MPEG-1, 576 in MPEG-2."""

    header: bytes
    """Of a frame without padding."""

    side_info_bytes: int
    """Between a frame's header and its data."""

    @property
    def frame_bytes(self) -> int:
        """A frame's length; one more if it is padded."""
        return self.frame_samples // 8 * BIT_RATE_KBPS * 1000 // self.rate_hz

    @property
    def pads(self) -> bool:
        """Whether frames are of two lengths, as their rate is no whole number."""
        return bool(self.frame_samples // 8 * BIT_RATE_KBPS * 1000 % self.rate_hz)

    def to_ms(self, samples: int) -> int:
        """Turn a place in the MP3 into milliseconds: the only place for it."""
        return (samples * 1000 + self.rate_hz // 2) // self.rate_hz

    def to_samples(self, ms: int) -> int:
        """Count the samples of a stretch."""
        return ms * self.rate_hz // 1000

    def to_frames(self, ms: int) -> int:
        """Count the frames that a stretch fills or begins."""
        return -(-self.to_samples(ms) // self.frame_samples)


FORMATS: Mapping[Quality, Format] = MappingProxyType(
    {
        # A frame is 36.000 ms and 288 bytes, both whole: chapter times in whole
        # milliseconds are exact, and a player that seeks by arithmetic is never off.
        # No voice has anything above 12 kHz: at 48 kHz the speech is as clear (PESQ
        # 4.31 and 4.32 for espeak, 4.06 and 4.10 for heart) and costs 15 % more.
        Quality.BEST: Format(32_000, 1152, bytes((0xFF, 0xFB, 0x58, 0xC4)), 17),
        # espeak-ng's own rate: nothing to resample, a quarter less to encode (PESQ 4.16
        # and 4.23). A frame is 26.122 ms: a chapter's time is right to half of one ms.
        Quality.FAST: Format(22_050, 576, bytes((0xFF, 0xF3, 0x80, 0xC4)), 9),
    }
)
