import io

import numpy as np
import pytest
import soundfile

from narrate.mix.base import FRAME_BYTES, FRAME_SAMPLES, RATE_HZ, SEGMENT_SILENCE
from narrate.mix.encode import encode, silent_frame
from narrate.mix.info import info_frame, music_checksum

FRAMES = 60


def voice(frames: int, hz: float) -> np.ndarray:
    """Build a tone that ends in the silence that a segment must end in."""
    times = np.arange(frames * FRAME_SAMPLES) / RATE_HZ
    wave = 8000 * np.sin(2 * np.pi * hz * times)
    wave[-SEGMENT_SILENCE:] = 0
    return wave.astype("<i2")


def file_of(*segments: np.ndarray) -> bytes:
    music = b"".join(encode(segment.tobytes()) for segment in segments)
    music += silent_frame()
    frames = len(music) // FRAME_BYTES
    samples = sum(map(len, segments))
    return info_frame(frames, samples, music_checksum(music)) + music


def test_a_segment_is_whole_frames() -> None:
    assert len(encode(voice(FRAMES, 220).tobytes())) == FRAMES * FRAME_BYTES


def test_half_a_frame_is_refused() -> None:
    with pytest.raises(ValueError, match="more than whole frames"):
        encode(bytes(2 * (FRAME_SAMPLES + 7)))


def test_the_same_samples_give_the_same_bytes() -> None:
    samples = voice(FRAMES, 220).tobytes()
    assert encode(samples) == encode(samples)


def test_segments_encoded_apart_play_as_one_to_the_sample() -> None:
    first, second = voice(FRAMES, 220), voice(FRAMES, 330)
    whole = np.concatenate((first, second)).astype(float)
    played, rate_hz = soundfile.read(io.BytesIO(file_of(first, second)), dtype="int16")
    assert rate_hz == RATE_HZ
    assert len(played) == len(whole)
    played = played.astype(float)
    for at in (0, len(first)):
        there = slice(at + 2000, at + 40_000)
        lags = [
            np.dot(np.roll(played, -lag)[there], whole[there]) for lag in range(-50, 51)
        ]
        assert int(np.argmax(lags)) - 50 == 0


def test_the_info_frame_says_what_is_there() -> None:
    frame = info_frame(100, 99 * FRAME_SAMPLES, 0x1234)
    assert len(frame) == FRAME_BYTES
    assert frame[21:25] == b"Info"
    assert int.from_bytes(frame[29:33], "big") == 100
    assert int.from_bytes(frame[33:37], "big") == 101 * FRAME_BYTES
    table = frame[37:137]
    assert list(table) == sorted(table)
    assert (table[0], table[-1]) == (2, 253)
    delays = int.from_bytes(frame[162:165], "big")
    assert (delays >> 12, delays & 0xFFF) == (576, FRAME_SAMPLES - 576)


def test_checksums_go_on_from_one_another() -> None:
    # The check value of CRC-16/ARC, in any catalogue of CRCs.
    assert music_checksum(b"123456789") == 0xBB3D
    assert music_checksum(b"6789", music_checksum(b"12345")) == 0xBB3D
