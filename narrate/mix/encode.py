"""Encode one segment to whole MP3 frames, by LAME in a wheel (lameenc)."""

from functools import cache

import lameenc

from narrate.mix.base import BIT_RATE_KBPS, Format

_QUALITY = 7  # PESQ as good as with quality 2 for espeak, at a third of the time
_PADDING = 0x02  # in the third byte of a frame's header


def encode(samples: bytes, wanted: Format) -> bytes:
    """Encode 16-bit mono samples at the format's rate: whole frames, all of them.

    The samples must be whole frames and end in SEGMENT_SILENCE samples of zero: what
    the encoder would still have to say after its last frame is then silence. Raises
    ValueError where they are not, RuntimeError where LAME fails.
    """
    frames, rest = divmod(len(samples) // 2, wanted.frame_samples)
    if rest:
        raise ValueError(f"{rest} samples more than whole frames")
    encoder = open_encoder(wanted)
    encoded = bytes(encoder.encode(samples)) + bytes(encoder.flush())
    size = length(encoded, frames, wanted)
    if size > len(encoded):
        raise RuntimeError(f"LAME gave {len(encoded)} bytes for {frames} frames")
    return encoded[:size]


def open_encoder(wanted: Format) -> lameenc.Encoder:
    """Open LAME for one stretch of 16-bit mono samples at the format's rate."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(wanted.rate_hz)
    encoder.set_out_sample_rate(wanted.rate_hz)
    encoder.set_bit_rate(BIT_RATE_KBPS)
    encoder.set_quality(_QUALITY)
    return encoder


def length(encoded: bytes, frames: int, wanted: Format) -> int:
    """Add up the lengths of the first frames: more than all bytes if some lack."""
    if not wanted.pads:
        return frames * wanted.frame_bytes
    at = 0
    for _ in range(frames):
        if at + 2 >= len(encoded):
            return len(encoded) + 1  # there is less than there should be
        at += wanted.frame_bytes + bool(encoded[at + 2] & _PADDING)
    return at


@cache
def silent_frame(wanted: Format) -> bytes:
    """Give a frame of silence that may stand behind any segment, and behind itself.

    Where frames are padded nearly always (208.98 bytes of 209), this one is too.
    """
    frame = encode(bytes(2 * wanted.frame_samples), wanted)
    if not wanted.pads:
        return frame
    return frame[:2] + bytes((frame[2] | _PADDING,)) + frame[3:] + b"\0"
