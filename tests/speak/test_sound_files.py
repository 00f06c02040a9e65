import io
import math
import struct
import wave

import pytest
import soundfile

from narrate.speak.sound_files import read_aiff, read_wav

RATE_HZ = 22_050
TONE = tuple(round(20_000 * math.sin(at / 9)) for at in range(999))
SAMPLES = struct.pack(f"<{len(TONE)}h", *TONE)


def wav(samples: bytes, channels: int = 1, width: int = 2) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(channels)
        written.setsampwidth(width)
        written.setframerate(RATE_HZ)
        written.writeframes(samples)
    return file.getvalue()


def aiff(subtype: str, endian: str = "FILE", rate_hz: int = RATE_HZ) -> bytes:
    """Write one with another library than ours."""
    file = io.BytesIO()
    numbers = [[number / 32_768] for number in TONE]
    soundfile.write(file, numbers, rate_hz, subtype, endian, "AIFF")
    return file.getvalue()


def doubled() -> bytes:
    return b"".join(SAMPLES[at : at + 2] * 2 for at in range(0, len(SAMPLES), 2))


def test_a_wav_is_read() -> None:
    assert read_wav(wav(SAMPLES)) == (SAMPLES, RATE_HZ)


def test_of_two_channels_the_first_is_kept() -> None:
    assert read_wav(wav(doubled(), 2)) == (SAMPLES, RATE_HZ)


@pytest.mark.parametrize("endian", ["BIG", "LITTLE"])
def test_an_aiff_of_16_bit_is_read_in_both_orders(endian: str) -> None:
    assert read_aiff(aiff("PCM_16", endian)) == (SAMPLES, RATE_HZ)


@pytest.mark.parametrize("subtype", ["PCM_24", "PCM_32", "FLOAT", "DOUBLE"])
def test_an_aiff_of_finer_samples_is_read(subtype: str) -> None:
    samples, rate_hz = read_aiff(aiff(subtype))
    found = struct.unpack(f"<{len(TONE)}h", samples)
    assert rate_hz == RATE_HZ
    assert max(abs(a - b) for a, b in zip(found, TONE, strict=True)) <= 1


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000])
def test_every_usual_rate_is_read(rate_hz: int) -> None:
    assert read_aiff(aiff("PCM_16", rate_hz=rate_hz))[1] == rate_hz


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        wav(SAMPLES)[:20],
        wav(bytes(9), width=1),
        wav(bytes(9), width=3),
    ],
)
def test_a_wav_that_is_none_is_an_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="a WAV"):
        read_wav(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        wav(SAMPLES),
        aiff("PCM_16")[:12],
        aiff("PCM_16")[:40],
        aiff("ULAW"),
        b"FORM\0\0\0\0AIFFCOMM\0\0\0\x12" + b"\x7f" * 18 + b"SSND\0\0\0\x08" + bytes(8),
    ],
)
def test_an_aiff_that_is_none_is_an_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="AIFF"):
        read_aiff(data)
