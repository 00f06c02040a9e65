import numpy as np
import pytest

from tests.meter import RATE_HZ, loudness_lufs, true_peak_dbtp

TIMES = np.arange(20 * RATE_HZ) / RATE_HZ


def test_the_meter_reads_what_the_standard_says() -> None:
    # BS.1770-5: a 0 dBFS sine of 997 Hz in one channel reads -3.01 LKFS.
    assert loudness_lufs(np.sin(2 * np.pi * 997 * TIMES)) == pytest.approx(
        -3.01, abs=0.02
    )


def test_silence_is_gated_out() -> None:
    tone = np.sin(2 * np.pi * 997 * TIMES)
    half = np.concatenate((tone, np.zeros(len(tone))))
    assert loudness_lufs(half) == pytest.approx(-3.01, abs=0.1)


def test_a_peak_between_two_samples_is_found() -> None:
    tone = np.sin(2 * np.pi * RATE_HZ / 4 * TIMES + np.pi / 4)  # samples at 0.707 only
    assert np.abs(tone).max() < 0.708
    assert true_peak_dbtp(tone) == pytest.approx(0, abs=0.1)
