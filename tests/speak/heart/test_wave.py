"""Our signal processing against hibari's own, with the same noise."""

from typing import Any

import hibari
import numpy as np
import pytest
from hibari import dsp

from narrate.speak.heart import wave
from narrate.speak.heart.pulses import Floats

SAID = (
    "The engineers came on Tuesday, and they stayed until the end of the month.",
    "She sells sea shells; he hisses, whispers and shushes: ssh!",
    "No.",
)
Spectra = list[Any]


class SameNoise:
    """Stands where hibari takes a generator, and gives it our noise."""

    def __init__(self, noise: Floats) -> None:
        self._noise = noise

    def standard_normal(self, shape: tuple[int, int], dtype: type) -> Floats:
        at = np.arange(shape[1] // 2) % wave.NOISE_FRAMES
        drawn = self._noise[0][at] + 1j * self._noise[1][at]
        return np.ascontiguousarray(drawn.T.astype(np.complex64)).view(dtype)


@pytest.fixture(scope="module")
def noise() -> Floats:
    return wave.draw_noise()


@pytest.fixture(scope="module")
def real() -> list[Spectra]:
    tts = hibari.Hibari()
    speed = np.ones(1, np.float32)
    ids = [[tts.ids(part)] for text in SAID for part in tts.phonemize(text)]
    feeds = [{"ids": np.asarray(each, np.int64), "speed": speed} for each in ids]
    return [[out[0] for out in tts.sess.run(None, feed)] for feed in feeds]


def residual_db(spectra: Spectra, noise: Floats, pitch: float = 1.0) -> float:
    """Give the power of what differs over the power of hibari's wave."""
    *parts, f0_hz = spectra
    f0_hz = f0_hz * np.float32(pitch)
    theirs = np.clip(dsp.synth(*parts, f0_hz, SameNoise(noise)), -1, 1) * 32_767.0
    rows = np.ascontiguousarray(np.concatenate(parts).T)
    ours = np.frombuffer(wave.synthesize(rows, f0_hz, noise), "<i2")
    assert len(ours) == len(theirs)
    # Both cut to whole steps, as hibari's own writer does.
    differ = ours - np.trunc(theirs)
    return float(10 * np.log10(np.mean(differ**2) / np.mean(theirs**2) + 1e-12))


@pytest.mark.parametrize("pitch", [1.0, 0.92, 1.3])
@pytest.mark.parametrize("at", range(len(SAID)))
def test_an_utterance_sounds_as_hibari_makes_it(
    real: list[Spectra], noise: Floats, at: int, pitch: float
) -> None:
    assert residual_db(real[at], noise, pitch) < -60


def drawn(frames: int, f0_hz: list[float]) -> Spectra:
    generator = np.random.default_rng(frames)
    heights = (-3.0, 0.0, -3.0, -2.0, 0.0)
    parts = [
        generator.standard_normal((wave.BINS, frames)).astype(np.float32) + height
        for height in heights
    ]
    return [*parts, np.resize(np.asarray(f0_hz, np.float32), frames)]


@pytest.mark.parametrize("frames", [1, 2, 3, 4, 5, 15, 16, 17, 33, 300])
@pytest.mark.parametrize(
    "f0_hz",
    [[0.0], [200.0], [0.0, 0.0, 120.0, 180.0, 39.0, 41.0], [45.0, 900.0]],
    ids=["never voiced", "always voiced", "now and then", "wild"],
)
def test_any_length_and_voicing_sounds_as_hibari_makes_it(
    noise: Floats, frames: int, f0_hz: list[float]
) -> None:
    spectra = drawn(frames, f0_hz)
    assert residual_db(spectra, noise) < -60


def test_what_is_far_too_loud_is_bounded_as_hibari_bounds_it(
    noise: Floats,
) -> None:
    spectra = drawn(40, [150.0])
    spectra[0][5], spectra[3][7] = 30.0, 9.0
    assert residual_db(spectra, noise) < -60


def test_breath_that_can_be_heard_is_made(noise: Floats) -> None:
    quiet, loud = drawn(48, [0.0]), drawn(48, [0.0])
    for spectra, height in ((quiet, -30.0), (loud, -1.0)):
        spectra[2][:], spectra[3][:] = height, -30.0
    silent, heard = (
        np.frombuffer(
            wave.synthesize(np.concatenate(s[:5]).T.copy(), s[5], noise), "<i2"
        )
        for s in (quiet, loud)
    )
    assert not silent.any()
    assert heard.astype(float).std() == pytest.approx(
        32_767 * np.exp(-1.0) / 30, rel=0.05
    )


def test_noise_is_white_and_the_same_every_time(noise: Floats) -> None:
    assert np.array_equal(noise, wave.draw_noise())
    assert abs(float(noise.mean())) < 0.01
    assert float(noise.std()) == pytest.approx(1.0, abs=0.01)
    flat = noise.reshape(2, -1)
    assert abs(float(np.mean(flat[0] * flat[1]))) < 0.01
    assert abs(float(np.mean(flat[:, 1:] * flat[:, :-1]))) < 0.01
