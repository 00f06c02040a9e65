import numpy as np

from narrate.mix.shape import shape
from narrate.sound import Sound

RATE_HZ = 24_000


def tone(ms: int, before_ms: int = 0, after_ms: int = 0) -> Sound:
    times = np.arange(ms * 24) / RATE_HZ
    wave = (8000 * np.sin(2 * np.pi * 220 * times)).astype("<i2")
    samples = bytes(2 * 24 * before_ms) + wave.tobytes() + bytes(2 * 24 * after_ms)
    return Sound(samples, RATE_HZ)


def samples_of(sound: Sound) -> np.ndarray:
    return np.frombuffer(sound.samples, "<i2").astype(float)


def test_an_engine_s_own_silence_is_cut() -> None:
    assert 500 <= shape(tone(500, 300, 600))[0].length_ms <= 600


def test_edges_are_faded_so_that_nothing_clicks() -> None:
    samples = samples_of(shape(tone(500))[0])
    assert abs(samples[0]) < 10
    assert np.abs(samples[:24]).max() < 0.3 * np.abs(samples).max()


def test_what_lies_between_the_edges_is_left_as_it_is() -> None:
    sound = tone(500)
    edge = 5 * 24
    assert np.array_equal(
        samples_of(shape(sound)[0])[edge:-edge], samples_of(sound)[edge:-edge]
    )


def test_long_silence_before_and_after_is_cut_too() -> None:
    assert 500 <= shape(tone(500, 3000, 4321))[0].length_ms <= 600


def test_silence_all_through_keeps_its_length() -> None:
    assert shape(Sound(bytes(2 * 24 * 700), RATE_HZ))[0].length_ms == 700


def test_a_very_short_clip_is_left_whole() -> None:
    assert shape(tone(8))[0].length_ms == 8


def test_what_was_cut_before_the_first_sound_is_told() -> None:
    whole = tone(500, 300, 600)
    shaped, cut = shape(whole)
    assert 0 < cut < 300 * RATE_HZ // 1000
    first = samples_of(shaped)[RATE_HZ // 10]
    assert first == samples_of(whole)[cut + RATE_HZ // 10]
