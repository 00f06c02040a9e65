import numpy as np
import pytest

from narrate.mix.base import FRAME_SAMPLES, RATE_HZ, SEGMENT_SILENCE
from narrate.mix.shape import shape


def tone(ms: int, before_ms: int = 0, after_ms: int = 0) -> bytes:
    times = np.arange(ms * 48) / RATE_HZ
    wave = (8000 * np.sin(2 * np.pi * 220 * times)).astype("<i2")
    return bytes(2 * 48 * before_ms) + wave.tobytes() + bytes(2 * 48 * after_ms)


def samples_of(made: bytes) -> np.ndarray:
    return np.frombuffer(made, "<i2").astype(float)


@pytest.mark.parametrize("pause_ms", [0, 40, 150, 1000])
def test_a_clip_is_whole_frames_and_ends_in_silence(pause_ms: int) -> None:
    made = shape(tone(500), level_db=0, lead_ms=0, pause_ms=pause_ms)
    samples = samples_of(made.samples)
    assert len(samples) % FRAME_SAMPLES == 0
    rest = len(samples) - made.voiced
    assert rest >= max(SEGMENT_SILENCE, pause_ms * 48)
    assert rest < max(SEGMENT_SILENCE, pause_ms * 48) + FRAME_SAMPLES
    assert not samples[made.voiced :].any()


def test_an_engine_s_own_silence_is_cut() -> None:
    made = shape(tone(500, 300, 600), level_db=0, lead_ms=0, pause_ms=100)
    assert 500 <= made.voiced / 48 <= 600


def test_edges_are_faded_so_that_nothing_clicks() -> None:
    samples = samples_of(
        shape(tone(500) * 1, level_db=0, lead_ms=0, pause_ms=100).samples
    )
    assert abs(samples[0]) < 10
    assert np.abs(samples[:48]).max() < 0.3 * np.abs(samples).max()


def test_an_aside_is_softer_by_what_was_asked() -> None:
    loud, soft = (
        samples_of(shape(tone(500), level_db=db, lead_ms=0, pause_ms=100).samples)
        for db in (0, -6.0206)
    )
    assert np.abs(soft).max() / np.abs(loud).max() == pytest.approx(0.5, abs=0.01)


def test_a_lead_is_silence_before_the_voice() -> None:
    made = shape(tone(500), level_db=0, lead_ms=500, pause_ms=100)
    assert made.lead == 24_000
    assert not samples_of(made.samples)[:24_000].any()


def test_silence_all_through_keeps_its_length() -> None:
    made = shape(bytes(2 * 48 * 700), level_db=-2, lead_ms=0, pause_ms=100)
    assert made.voiced == 48 * 700
