"""Level and rate: one calibrated gain for each voice, and a limiter that looks ahead.

A voice varies by 0.2 to 0.4 LU over texts, so that one gain measured once replaces a
second pass over the sound. All of it is done at the engine's own rate, where there are
half the samples; the resampler then adds less than 0.3 dB to a peak.
"""

import numpy as np
import soxr
from numpy.typing import NDArray

from narrate.sound import Sound

LAME_LOSS_DB = 0.45
"""LAME lowers the level by so much; given back here."""

_BLOCKS_A_SECOND = 1000  # one gain for each millisecond
_LOOK_AHEAD = 5  # blocks: the gain is down before the peak comes, and up after it
_FADE = np.hanning(2 * _LOOK_AHEAD + 3)[1:-1] / (_LOOK_AHEAD + 1)
_FULL_SCALE = 32_767.0

Wave = NDArray[np.float32]


def master_wave(sound: Sound, gain_db: float, ceiling_db: float, rate_hz: int) -> bytes:
    """Raise by a gain, keep all peaks below a ceiling, resample to the MP3's rate.

    Gives 16-bit samples at that rate; gain and ceiling are in dB (full scale is 0).
    """
    wave = np.frombuffer(sound.samples, "<i2").astype(np.float32)
    wave *= np.float32(10 ** (gain_db / 20) / _FULL_SCALE)
    limit(wave, 10 ** (ceiling_db / 20), sound.rate_hz)
    if sound.rate_hz != rate_hz:
        wave = soxr.resample(wave, sound.rate_hz, rate_hz, quality="HQ")
    wave *= np.float32(_FULL_SCALE)
    data: bytes = np.rint(wave, out=wave).astype("<i2").tobytes()
    return data


def limit(wave: Wave, ceiling: float, rate_hz: int) -> None:
    """Turn peaks down before they come, in place: no sample stays above the ceiling.

    Only the stretches around peaks are touched: a few hundredths of speech.
    """
    block = max(1, rate_hz // _BLOCKS_A_SECOND)
    if not len(wave):
        return
    peaks = np.maximum.reduceat(np.abs(wave), np.arange(0, len(wave), block))
    if peaks.max() <= ceiling:
        return
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    around = np.pad(wanted, _LOOK_AHEAD, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(around, 2 * _LOOK_AHEAD + 1).min(
        1
    )
    gains = np.convolve(np.pad(lowest, _LOOK_AHEAD, mode="edge"), _FADE, "valid")
    middles = np.arange(len(gains)) * block + block / 2
    for first, last in _runs(gains < 1.0):
        start, end = max(0, first - 1) * block, min(len(wave), (last + 1) * block)
        gain = np.interp(np.arange(start, end), middles, gains).astype(np.float32)
        wave[start:end] *= gain
        np.clip(wave[start:end], -ceiling, ceiling, out=wave[start:end])


def _runs(flags: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Give start and end of each run of true flags, two columns."""
    edges = np.diff(np.concatenate(([0], flags.view(np.int8), [0])))
    return np.flatnonzero(edges).reshape(-1, 2)
