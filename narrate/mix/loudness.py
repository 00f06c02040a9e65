"""Level and rate: one calibrated gain for each voice, and a limiter that looks ahead.

A voice varies by 0.2 to 0.4 LU over texts, so that one gain measured once replaces a
second pass over the sound.
"""

import numpy as np
import soxr
from numpy.typing import NDArray

from narrate.mix.base import RATE_HZ
from narrate.sound import Sound

LAME_LOSS_DB = 0.45
"""LAME lowers the level by so much; given back here."""

_BLOCK = RATE_HZ // 1000  # one gain for each millisecond
_LOOK_AHEAD = 5  # blocks: the gain is down before the peak comes, and up after it
_FULL_SCALE = 32_768.0

Wave = NDArray[np.float32]


def master_wave(sound: Sound, gain_db: float, ceiling_db: float) -> bytes:
    """Resample to the MP3's rate, raise by a gain, keep all peaks below a ceiling.

    Gives 16-bit samples at 48 kHz; gain and ceiling are in dB (full scale is 0).
    """
    samples = np.frombuffer(sound.samples, "<i2")
    wave = samples.astype(np.float32) / np.float32(_FULL_SCALE)
    if sound.rate_hz != RATE_HZ:
        wave = soxr.resample(wave, sound.rate_hz, RATE_HZ, quality="HQ")
    loud = limit(wave * np.float32(10 ** (gain_db / 20)), 10 ** (ceiling_db / 20))
    data: bytes = np.rint(loud * (_FULL_SCALE - 1)).astype("<i2").tobytes()
    return data


def limit(wave: Wave, ceiling: float) -> Wave:
    """Turn peaks down before they come: no sample leaves above the ceiling (0 to 1)."""
    blocks = -(-len(wave) // _BLOCK)
    padded = np.zeros(blocks * _BLOCK, np.float32)
    padded[: len(wave)] = np.abs(wave)
    peaks = padded.reshape(blocks, _BLOCK).max(1)
    if not blocks or peaks.max() <= ceiling:
        return wave
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    around = np.pad(wanted, _LOOK_AHEAD, constant_values=1.0)
    lowest = _windows(around).min(1)
    fade = np.hanning(2 * _LOOK_AHEAD + 3)[1:-1]
    smooth = _windows(np.pad(lowest, _LOOK_AHEAD, mode="edge")) @ (fade / fade.sum())
    middles = np.arange(blocks) * _BLOCK + _BLOCK / 2
    gain = np.interp(np.arange(len(wave)), middles, smooth).astype(np.float32)
    limited: Wave = np.clip(wave * gain, -ceiling, ceiling)
    return limited


def _windows(values: NDArray[np.floating]) -> NDArray[np.floating]:
    return np.lib.stride_tricks.sliding_window_view(values, 2 * _LOOK_AHEAD + 1)
