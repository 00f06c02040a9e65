import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.mix.loudness import limit, master_wave
from narrate.sound import Sound

RATE_HZ = 48_000


def tone(seconds: float, peak: float, rate_hz: int = RATE_HZ) -> np.ndarray:
    times = np.arange(int(seconds * rate_hz)) / rate_hz
    return (peak * np.sin(2 * np.pi * 220 * times)).astype(np.float32)


@settings(deadline=None)
@given(
    st.lists(st.floats(-4, 4, width=32), max_size=4000).map(
        lambda values: np.array(values, np.float32)
    ),
    st.floats(0.1, 1),
)
def test_nothing_leaves_above_the_ceiling(wave: np.ndarray, ceiling: float) -> None:
    limit(wave, ceiling, RATE_HZ)
    assert not len(wave) or np.abs(wave).max() <= ceiling * 1.0001


def test_what_is_below_the_ceiling_is_left_as_it_is() -> None:
    wave = tone(0.5, 0.4)
    limit(wave, 0.5, RATE_HZ)
    assert np.array_equal(wave, tone(0.5, 0.4))


def test_a_peak_is_turned_down_before_it_comes_and_without_a_kink() -> None:
    wave = tone(1, 0.3)
    wave[20_000:20_200] *= 3
    limited = wave.copy()
    limit(limited, 0.5, RATE_HZ)
    gain = limited[wave != 0] / wave[wave != 0]
    assert gain[19_000] == pytest.approx(1, abs=1e-3)
    assert gain[19_900] < 0.99
    assert np.abs(np.diff(gain)).max() < 0.01


@pytest.mark.parametrize("wanted_hz", [22_050, 48_000])
@pytest.mark.parametrize("rate_hz", [22_050, 24_000, 48_000, 8_000])
def test_every_engine_s_rate_becomes_the_mp3_s(rate_hz: int, wanted_hz: int) -> None:
    wave = (tone(1, 0.25, rate_hz) * 32767).astype("<i2")
    sound = Sound(wave.tobytes(), rate_hz)
    mastered = np.frombuffer(master_wave(sound, 6.0206, -2.0, wanted_hz), "<i2")
    assert abs(len(mastered) - wanted_hz) <= 1
    assert np.abs(mastered[4800:-4800]).max() == pytest.approx(0.5 * 32767, rel=0.01)


def test_an_empty_sound_stays_empty() -> None:
    assert master_wave(Sound(b"", 24_000), 3, -2, RATE_HZ) == b""
