"""The frame before the music that tells a player its length: Xing, Info or VBRI.

Xing and Info are one layout, for a varying and for a constant bit rate; encoders add to
it what they cut at both ends ("MP3 Info Tag rev 1", Gabriel Bouvigne). VBRI is
Fraunhofer's.
"""

import struct
from dataclasses import dataclass

from fastcrc import crc16

from narrate.check.mpeg import HEADER_BYTES, Shape

_FRAMES, _BYTES, _TABLE, _QUALITY = 1, 2, 4, 8
_TABLE_BYTES = 100
_EXTENSION_BYTES = 36
_VBRI_AT = 36
_VBRI = struct.Struct(">4sHHHII")
DECODER_DELAY = 529
"""Samples that every decoder gives before the first of the encoder's."""


@dataclass(frozen=True, slots=True)
class Gapless:
    """What an encoder says of the ends, and of the bytes that it wrote."""

    delay: int
    """Samples before the first that shall be heard."""

    padding: int
    """Samples after the last."""

    music_bytes: int
    """With the frame that says so."""

    music_checksum: int
    """CRC-16 of all after that frame."""

    intact: bool
    """Whether the frame's own checksum is right."""


@dataclass(frozen=True, slots=True)
class Info:
    """What that frame tells."""

    kind: str
    """Xing, Info or VBRI."""

    at: int
    """Where the frame begins in the file."""

    size: int
    """Its bytes."""

    frames: int | None
    """That follow it."""

    total: int | None
    """Bytes, with itself."""

    table: bytes
    """Where each percent of the time lies, in 256ths of the bytes; or nothing."""

    encoder: str
    """As it calls itself; or nothing."""

    gapless: Gapless | None
    """None where the encoder does not tell."""


def read_info(frame: bytes, at: int, shape: Shape) -> Info | None:
    """Read a frame of the stream; None if it is music."""
    if frame[_VBRI_AT : _VBRI_AT + 4] == b"VBRI":
        return _read_vbri(frame, at)
    for start in {HEADER_BYTES + shape.side_bytes, shape.side_at + shape.side_bytes}:
        kind = frame[start : start + 4]
        if kind in {b"Xing", b"Info"}:
            return _read_xing(frame, at, start, kind.decode())
    return None


def _read_vbri(frame: bytes, at: int) -> Info | None:
    if len(frame) < _VBRI_AT + _VBRI.size:
        return None
    _, _, _, _, total, frames = _VBRI.unpack_from(frame, _VBRI_AT)
    return Info("VBRI", at, len(frame), frames, total, b"", "", None)


def _read_xing(frame: bytes, at: int, start: int, kind: str) -> Info:
    flags = int.from_bytes(frame[start + 4 : start + 8])
    place = start + 8
    numbers: dict[int, int] = {}
    table = b""
    for field in (_FRAMES, _BYTES, _TABLE, _QUALITY):
        if not flags & field:
            continue
        length = _TABLE_BYTES if field == _TABLE else 4
        value = frame[place : place + length]
        if len(value) < length:
            break  # it says more than its frame can hold
        if field == _TABLE:
            table = value
        else:
            numbers[field] = int.from_bytes(value)
        place += length
    encoder, gapless = _read_extension(frame, place)
    frames, total = numbers.get(_FRAMES), numbers.get(_BYTES)
    return Info(kind, at, len(frame), frames, total, table, encoder, gapless)


def _read_extension(frame: bytes, place: int) -> tuple[str, Gapless | None]:
    """Read what LAME and those after it add: their name and the gapless ends."""
    name = frame[place : place + 9]
    extension = frame[place : place + _EXTENSION_BYTES]
    if len(extension) < _EXTENSION_BYTES or not name[:4].isalnum():
        return "", None
    ends = int.from_bytes(extension[21:24])
    music_bytes, music_checksum, own = struct.unpack_from(">IHH", extension, 28)
    checked = frame[: place + _EXTENSION_BYTES - 2]
    gapless = Gapless(
        ends >> 12, ends & 0xFFF, music_bytes, music_checksum, crc16.arc(checked) == own
    )
    return name.decode("latin-1").rstrip("\0 "), gapless
