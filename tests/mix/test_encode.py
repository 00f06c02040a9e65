import io

import numpy as np
import pytest
import soundfile

from narrate.mix.base import FORMATS, SEGMENT_SILENCE, Format
from narrate.mix.encode import encode, silent_frame
from narrate.mix.info import DELAY, Music, info_frame, music_checksum
from narrate.options import Quality

FRAMES = 60
BEST = FORMATS[Quality.BEST]


@pytest.fixture(params=Quality)
def made(request: pytest.FixtureRequest) -> Format:
    return FORMATS[request.param]


def voice(made: Format, hz: float) -> np.ndarray:
    """Build a tone that ends in the silence that a segment must end in."""
    times = np.arange(FRAMES * made.frame_samples) / made.rate_hz
    wave = 8000 * np.sin(2 * np.pi * hz * times)
    wave[-SEGMENT_SILENCE:] = 0
    return wave.astype("<i2")


def file_of(made: Format, *segments: np.ndarray) -> bytes:
    music = b"".join(encode(segment.tobytes(), made) for segment in segments)
    silence = -(-DELAY // made.frame_samples)
    music += silent_frame(made) * silence
    samples = sum(map(len, segments))
    frames = samples // made.frame_samples + silence
    told = Music(frames, len(music), music_checksum(music))
    return info_frame(made, told, samples) + music


def frames_of(encoded: bytes, made: Format) -> int:
    """Count frames by their headers: each begins with the format's own."""
    at = count = 0
    while at < len(encoded):
        header = encoded[at : at + 4]
        assert (header[0], header[1]) == (made.header[0], made.header[1])
        assert header[2] & ~0x02 == made.header[2]
        at += made.frame_bytes + bool(header[2] & 0x02)
        count += 1
    assert at == len(encoded)
    return count


def test_a_segment_is_whole_frames(made: Format) -> None:
    assert frames_of(encode(voice(made, 220).tobytes(), made), made) == FRAMES


def test_the_rate_is_constant(made: Format) -> None:
    """A player that seeks by arithmetic is off by no more than a frame."""
    encoded = encode(voice(made, 220).tobytes(), made) + silent_frame(made) * FRAMES
    seconds = 2 * FRAMES * made.frame_samples / made.rate_hz
    assert len(encoded) == pytest.approx(seconds * 8000, abs=made.frame_bytes)


def test_half_a_frame_is_refused(made: Format) -> None:
    with pytest.raises(ValueError, match="more than whole frames"):
        encode(bytes(2 * (made.frame_samples + 7)), made)


def test_the_same_samples_give_the_same_bytes(made: Format) -> None:
    samples = voice(made, 220).tobytes()
    assert encode(samples, made) == encode(samples, made)


def test_segments_encoded_apart_play_as_one_to_the_sample(made: Format) -> None:
    first, second = voice(made, 220), voice(made, 330)
    whole = np.concatenate((first, second)).astype(float)
    file = io.BytesIO(file_of(made, first, second))
    played, rate_hz = soundfile.read(file, dtype="int16")
    assert rate_hz == made.rate_hz
    assert len(played) == len(whole)
    played = played.astype(float)
    for at in (0, len(first)):
        there = slice(at + 2000, at + 20_000)
        lags = [
            np.dot(np.roll(played, -lag)[there], whole[there]) for lag in range(-50, 51)
        ]
        assert int(np.argmax(lags)) - 50 == 0


def test_the_info_frame_says_what_is_there() -> None:
    music = Music(100, 100 * BEST.frame_bytes, 0x1234)
    frame = info_frame(BEST, music, 99 * BEST.frame_samples)
    assert len(frame) == BEST.frame_bytes
    assert frame[21:25] == b"Info"
    assert int.from_bytes(frame[29:33], "big") == 100
    assert int.from_bytes(frame[33:37], "big") == 101 * BEST.frame_bytes
    table = frame[37:137]
    assert list(table) == sorted(table)
    assert (table[0], table[-1]) == (2, 253)
    delays = int.from_bytes(frame[162:165], "big")
    assert (delays >> 12, delays & 0xFFF) == (576, BEST.frame_samples - 576)


def test_checksums_go_on_from_one_another() -> None:
    # The check value of CRC-16/ARC, in any catalogue of CRCs.
    assert music_checksum(b"123456789") == 0xBB3D
    assert music_checksum(b"6789", music_checksum(b"12345")) == 0xBB3D
