"""The Info frame: tells players length, gapless ends and where each percent lies.

Layout: Xing/Info header with LAME's extension ("Mp3 Info Tag rev 1 specifications",
Gabriel Bouvigne). The encoder field must begin with "LAME", or players ignore delay
and padding; the frame's header is the audio frames' own.
"""

import struct

from fastcrc import crc16

from narrate.mix.base import BIT_RATE_KBPS, FRAME_BYTES, FRAME_SAMPLES

ENCODER_DELAY = 576
"""Samples that LAME puts before the first of ours; a decoder adds 529 of its own."""

_HEADER = bytes((0xFF, 0xFB, 0x54, 0xC4))  # MPEG-1 layer III, 64 kbps, 48 kHz, mono
_SIDE_INFO = bytes(17)
_HAS_ALL = 0x0F  # frames, bytes, table of contents, quality
_ENCODER = b"LAME3.100"
_CONSTANT_RATE = 0x01
_SOURCE_48_KHZ = (
    0x80  # in "miscellaneous": source rate 48 kHz, mono, no unwise settings
)
_TABLE = 100


def info_frame(frames: int, samples: int, music_crc: int) -> bytes:
    """Build the frame that stands before the music.

    `frames` counts the audio frames that follow, `samples` what a player shall play,
    `music_crc` is music_checksum over the frames.
    """
    total = (frames + 1) * FRAME_BYTES
    padding = frames * FRAME_SAMPLES - ENCODER_DELAY - samples
    body = _HEADER + _SIDE_INFO + b"Info"
    body += struct.pack(">III", _HAS_ALL, frames, total)
    body += bytes(_place(percent, total) for percent in range(_TABLE))
    body += struct.pack(">I", 0)  # quality
    body += _ENCODER + bytes((_CONSTANT_RATE, 0))  # revision 0, lowpass not told
    body += bytes(8)  # peak, two replay gains
    body += bytes((0, BIT_RATE_KBPS))  # flags, rate
    body += ((ENCODER_DELAY << 12) | padding).to_bytes(3, "big")
    body += bytes((_SOURCE_48_KHZ, 0, 0, 0))  # miscellaneous, gain, preset
    body += struct.pack(">IH", total, music_crc)
    body += struct.pack(">H", crc16.arc(body))
    return body.ljust(FRAME_BYTES, b"\0")


def _place(percent: int, total: int) -> int:
    """Give the byte at a percent of the time, in 256ths: the rate is constant."""
    at = FRAME_BYTES + (total - FRAME_BYTES) * percent // _TABLE
    return min(255, at * 256 // total)


def music_checksum(frames: bytes, before: int = 0) -> int:
    """Go on with the CRC-16 of the music (reflected 0x8005, start 0)."""
    checksum: int = crc16.arc(frames, before)
    return checksum
