"""WAV and AIFF as the systems' own voices write them, made mono and 16 bit.

The standard library reads no AIFF any more (`aifc` left it in Python 3.13).
"""

import io
import math
import struct
import wave
from array import array
from collections.abc import Iterator

Samples = tuple[bytes, int]
"""16 bit, mono, the lowest byte first; and how many a second."""

_COMMON = struct.Struct(">hIh10s")  # channels, frames, bits, rate as 80 bits
_BLOCK = 8  # offset and block size, before the samples
_BIG = {b"NONE", b"twos", b"in24", b"in32"}
_REAL = {b"fl32": ("f", 4), b"FL32": ("f", 4), b"fl64": ("d", 8), b"FL64": ("d", 8)}
_FULL = 32_767


def read_wav(data: bytes) -> Samples:
    """Read PCM of 16 bit; ValueError for anything else."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            if file.getsampwidth() != 2:  # noqa: PLR2004 - bytes
                raise ValueError(f"a WAV of {8 * file.getsampwidth()} bits, not of 16")
            frames = file.readframes(file.getnframes())
            return _mono(frames, file.getnchannels()), file.getframerate()
    except (wave.Error, EOFError, struct.error) as error:
        raise ValueError(f"a WAV that can't be read: {error}") from error


def read_aiff(data: bytes) -> Samples:
    """Read AIFF, or AIFF-C that is not compressed; ValueError for anything else."""
    if data[:4] != b"FORM" or data[8:12] not in {b"AIFF", b"AIFC"}:
        raise ValueError("a file that is no AIFF")
    parts = dict(_chunks(data))
    common, sound = parts.get(b"COMM", b""), parts.get(b"SSND", b"")
    if len(common) < _COMMON.size or len(sound) < _BLOCK:
        raise ValueError("an AIFF without sound")
    channels, _, bits, rate = _COMMON.unpack_from(common)
    kind = common[_COMMON.size :][:4] if data[8:12] == b"AIFC" else b"NONE"
    offset = _BLOCK + int.from_bytes(sound[:4], "big")
    rate_hz = _rate(rate)
    if channels < 1 or rate_hz < 1:
        raise ValueError("an AIFF without sound")
    return _mono(_sixteen(sound[offset:], kind, bits), channels), rate_hz


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "big")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _rate(extended: bytes) -> int:
    """Read a number of 80 bits: an exponent, then 64 bits with the leading one."""
    exponent = int.from_bytes(extended[:2], "big") & 0x7FFF
    if exponent > 0x3FFF + 31:
        raise ValueError("an AIFF of no rate that there is")
    return round(math.ldexp(int.from_bytes(extended[2:], "big"), exponent - 0x403E))


def _sixteen(data: bytes, kind: bytes, bits: int) -> bytes:
    """Give samples of 16 bit, the lowest byte first."""
    if kind in _REAL:
        code, size = _REAL[kind]
        count = len(data) // size
        numbers = struct.unpack(f">{count}{code}", data[: count * size])
        whole = (round(max(-1.0, min(number, 1.0)) * _FULL) for number in numbers)
        return struct.pack(f"<{count}h", *whole)
    size = -(-bits // 8)
    if kind == b"sowt" and size == 2:  # noqa: PLR2004 - bytes
        return data[: len(data) // 2 * 2]
    if kind in _BIG and size >= 2:  # noqa: PLR2004 - bytes
        count = len(data) // size
        high, low = data[0 : count * size : size], data[1 : count * size : size]
        swapped = bytearray(2 * count)
        swapped[0::2], swapped[1::2] = low, high
        return bytes(swapped)
    raise ValueError(f"an AIFF of the kind {kind!r} with {bits} bits")


def _mono(samples: bytes, channels: int) -> bytes:
    """Keep the first channel: a voice has the same in both."""
    if channels == 1:
        return samples
    whole = array("h", samples[: len(samples) // (2 * channels) * 2 * channels])
    return whole[::channels].tobytes()  # bytes are moved and never counted with
