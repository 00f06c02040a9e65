"""Loudness and true peak (ITU-R BS.1770-5), to judge the mix from outside.

The meters on the package index have no wheel for Python 3.13, or bring scipy, which
would change the voice under test (narrate/speak/heart.py says how).
"""

import numpy as np
import soxr

RATE_HZ = 48_000
# Annex 1, tables 1 and 2: coefficients of the two filters at 48 kHz.
SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
BLOCK, STEP = 19_200, 4_800  # 400 ms, three quarters over one another
ABSOLUTE_GATE_LUFS, RELATIVE_GATE_LU = -70.0, -10.0


def loudness_lufs(samples: np.ndarray) -> float:
    """Integrated loudness of mono samples (-1 to 1) at 48 kHz."""
    weighted = _weigh(samples)
    squares = np.concatenate(([0.0], np.cumsum(weighted**2)))
    starts = np.arange(0, len(samples) - BLOCK + 1, STEP)
    powers = (squares[starts + BLOCK] - squares[starts]) / BLOCK
    powers = powers[_lufs(powers) > ABSOLUTE_GATE_LUFS]
    gate = _lufs(powers.mean()) + RELATIVE_GATE_LU
    return float(_lufs(powers[_lufs(powers) > gate].mean()))


def true_peak_dbtp(samples: np.ndarray) -> float:
    """The highest peak between the samples, by four times as many of them."""
    finer = soxr.resample(samples, RATE_HZ, 4 * RATE_HZ, quality="VHQ")
    return float(20 * np.log10(np.abs(finer).max()))


def _weigh(samples: np.ndarray) -> np.ndarray:
    size = 1 << int(np.ceil(np.log2(len(samples) + RATE_HZ)))
    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    spectrum = np.fft.rfft(samples, size)
    for above, below in (SHELF, HIGH_PASS):
        spectrum *= np.polyval(above[::-1], delay) / np.polyval(below[::-1], delay)
    return np.fft.irfft(spectrum, size)[: len(samples)]


def _lufs(power: np.ndarray) -> np.ndarray:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-20))
