"""The numbers that every part of the mix shares, and why they are what they are."""

RATE_HZ = 48_000
"""Of the MP3. A frame is then 24.000 ms and 192 bytes, both whole: chapter times in
whole milliseconds are exact, and a player that seeks by arithmetic is never off. At
44.1 kHz a frame is 26.122 ms, frames differ in size, and the speech is no clearer
(PESQ 4.35 at both; 4.05 at 22.05 kHz)."""

FRAME_SAMPLES = 1152
"""MPEG-1 Layer III (ISO/IEC 11172-3)."""

BIT_RATE_KBPS = 64
"""Constant: with a variable rate players miss a chapter by 2 to 129 s in two hours."""

FRAME_BYTES = 144 * BIT_RATE_KBPS * 1000 // RATE_HZ
"""192, without padding."""

SEGMENT_SILENCE = 2_257
"""Samples of digital silence at a segment's end: 1,152 for the frame that overlaps and
1,105 for encoder and decoder delay. Frames of segments encoded apart can then be laid
one after another with nothing lost."""


def to_ms(samples: int) -> int:
    """Turn a place in the MP3, in samples, into milliseconds: the only place for it."""
    return (samples * 1000 + RATE_HZ // 2) // RATE_HZ
