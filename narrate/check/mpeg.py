"""The arithmetic of an MPEG audio frame's header (ISO/IEC 11172-3 and 13818-3)."""

from dataclasses import dataclass
from functools import lru_cache

HEADER_BYTES = 4

LONGEST_FRAME = 1_441
"""Bytes: 320 kbit/s at 32 kHz or 160 at 8, padded."""

_VERSIONS = {3: "1", 2: "2", 0: "2.5"}
_LAYERS = {1: 3, 2: 2, 3: 1}
_RATES_HZ = {"1": (44100, 48000, 32000), "2": (22050, 24000, 16000)}
_RATES_HZ["2.5"] = (11025, 12000, 8000)
_KBPS = {  # of layer III
    "1": (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    "2": (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_KBPS["2.5"] = _KBPS["2"]
_SYNC = 0xFFE00000
_SAYS_NOTHING = 0x13F  # bits that change no length: private, copyright, emphasis ...
_LENGTH_BITS = 12  # of a granule's length

# Where the granules' lengths begin, in bits of the side information, by version and
# channels: after main_data_begin, private bits and (MPEG-1) scfsi.
_GRANULES = {
    ("1", 1): (18, 77),
    ("1", 2): (20, 79, 138, 197),
    ("2", 1): (9,),
    ("2", 2): (10, 73),
}
_SIDE_BYTES = {("1", 1): 17, ("1", 2): 32, ("2", 1): 9, ("2", 2): 17}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a header tells of its frame."""

    version: str
    """Of MPEG: "1", "2", or "2.5", which no standard knows."""

    layer: int
    """3 in an MP3."""

    rate_hz: int
    """Samples a second."""

    channels: int
    """1 or 2."""

    kbps: int
    """Bit rate; 0 is "free": not told."""

    samples: int
    """In one frame, for each channel."""

    size: int
    """Bytes with the header, in layer III; 0 where the rate is free."""

    side_at: int
    """Where the side information begins: after the header and its checksum."""

    side_bytes: int
    """How long that is."""

    shifts: tuple[int, ...]
    """That bring each granule's length to the right end of the side information."""

    begin_shift: int
    """That brings main_data_begin there."""

    family: tuple[str, int, int]
    """Version, layer and rate: what never changes inside one stream."""


def shape_of(word: int) -> Shape | None:
    """Read a header's four bytes as one number; None if it is no header."""
    if word & _SYNC != _SYNC:
        return None
    return _shape_of(word & ~_SAYS_NOTHING)


@lru_cache(maxsize=8192)  # all that there are
def _shape_of(word: int) -> Shape | None:
    version = _VERSIONS.get(word >> 19 & 3)
    layer = _LAYERS.get(word >> 17 & 3)
    kbps_at, rate_at = word >> 12 & 15, word >> 10 & 3
    if version is None or layer is None or kbps_at == 15 or rate_at == 3:  # noqa: PLR2004 - forbidden by the standard
        return None
    rate_hz, kbps = _RATES_HZ[version][rate_at], _KBPS[version][kbps_at]
    channels = 1 if word >> 6 & 3 == 3 else 2  # noqa: PLR2004 - the standard's mode
    samples = 1152 if version == "1" else 576
    size = samples // 8 * kbps * 1000 // rate_hz + (word >> 9 & 1)
    kind = ("1" if version == "1" else "2", channels)
    side_bytes = _SIDE_BYTES[kind]
    bits = side_bytes * 8
    return Shape(
        version,
        layer,
        rate_hz,
        channels,
        kbps,
        samples,
        size if kbps else 0,
        HEADER_BYTES if word >> 16 & 1 else HEADER_BYTES + 2,
        side_bytes,
        tuple(bits - at - _LENGTH_BITS for at in _GRANULES[kind]),
        bits - (9 if version == "1" else 8),
        (version, layer, rate_hz),
    )
