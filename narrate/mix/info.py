"""The Info frame: tells players length, gapless ends and where each percent lies.

Layout: Xing/Info header with LAME's extension ("Mp3 Info Tag rev 1 specifications",
Gabriel Bouvigne). The encoder field must begin with "LAME", or players ignore delay
and padding; the frame's header is the audio frames' own.
"""

import struct
from dataclasses import dataclass

from fastcrc import crc16

from narrate.mix.base import BIT_RATE_KBPS, Format

ENCODER_DELAY = 576
"""Samples that LAME puts before the first of ours."""

DELAY = ENCODER_DELAY + 529
"""With what a decoder adds: so many more must follow the last of ours."""

_HAS_ALL = 0x0F  # frames, bytes, table of contents, quality
_ENCODER = b"LAME3.100"
_CONSTANT_RATE = 0x01
_TABLE = 100


@dataclass(frozen=True, slots=True)
class Music:
    """The frames that follow, summed up."""

    frames: int
    """How many there are."""

    size: int
    """Their bytes."""

    checksum: int
    """music_checksum over them."""


def info_frame(made: Format, music: Music, samples: int) -> bytes:
    """Build the frame that stands before the music.

    `samples` are what a player shall play of it.
    """
    total = music.size + made.frame_bytes
    padding = music.frames * made.frame_samples - ENCODER_DELAY - samples
    body = made.header + bytes(made.side_info_bytes) + b"Info"
    body += struct.pack(">III", _HAS_ALL, music.frames, total)
    body += bytes(_place(percent, made.frame_bytes, total) for percent in range(_TABLE))
    body += struct.pack(">I", 0)  # quality
    body += _ENCODER + bytes((_CONSTANT_RATE, 0))  # revision 0, lowpass not told
    body += bytes(8)  # peak, two replay gains
    body += bytes((0, BIT_RATE_KBPS))  # flags, rate
    body += ((ENCODER_DELAY << 12) | padding).to_bytes(3, "big")
    body += bytes(4)  # miscellaneous (mono, below 44.1 kHz), gain, preset
    body += struct.pack(">IH", total, music.checksum)
    body += struct.pack(">H", crc16.arc(body))
    return body.ljust(made.frame_bytes, b"\0")


def _place(percent: int, first: int, total: int) -> int:
    """Give the byte at a percent of the time, in 256ths: the rate is constant."""
    at = first + (total - first) * percent // _TABLE
    return min(255, at * 256 // total)


def music_checksum(frames: bytes, before: int = 0) -> int:
    """Go on with the CRC-16 of the music (reflected 0x8005, start 0)."""
    checksum: int = crc16.arc(frames, before)
    return checksum
