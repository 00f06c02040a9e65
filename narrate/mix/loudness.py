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
_TOUCHED = 1 - 1e-5  # a gain that is more is none: -100 dB
_FULL_SCALE = 32_767.0

Wave = NDArray[np.float32]


def master_wave(sound: Sound, gain_db: float, ceiling_db: float, rate_hz: int) -> bytes:
    """Raise by a gain, keep all peaks below a ceiling, resample to the MP3's rate.

    Gives 16-bit samples at that rate; gain and ceiling are in dB (full scale is 0).
    """
    wave = np.frombuffer(sound.samples, "<i2").astype(np.float32)
    wave *= np.float32(10 ** (gain_db / 20))
    limit(wave, _FULL_SCALE * 10 ** (ceiling_db / 20), sound.rate_hz)
    if sound.rate_hz != rate_hz:
        # Not "MQ": it saves a twentieth, and changes what is below 9.5 kHz by -70 dB
        # (this one by -120); "LQ" takes longer than either.
        wave = soxr.resample(wave, sound.rate_hz, rate_hz, quality="HQ")
    data: bytes = np.rint(wave, out=wave).astype("<i2").tobytes()
    return data


def limit(wave: Wave, ceiling: float, rate_hz: int) -> None:
    """Turn peaks down before they come, in place: no sample stays above the ceiling.

    Speech is above it for one sample in a thousand: those are looked for, and all the
    rest is done for the blocks around them.
    """
    loud = np.flatnonzero((wave > ceiling) | (wave < -ceiling))
    if not len(loud):
        return
    block = max(1, rate_hz // _BLOCKS_A_SECOND)
    blocks = max(1, len(wave) // block)  # the last takes what is left
    places = np.minimum(loud // block, blocks - 1)
    _turn_down(wave, _gains(np.abs(wave[loud]), places, blocks, ceiling), block)
    wave[loud] = np.clip(wave[loud], -ceiling, ceiling)  # what rounding left


def _gains(
    peaks: Wave, places: NDArray[np.intp], blocks: int, ceiling: float
) -> NDArray[np.float64]:
    """Give each block's gain: down by its loudest peak, eased by its neighbours."""
    firsts = np.flatnonzero(np.diff(places, prepend=-1))
    wanted = np.ones(blocks + 4 * _LOOK_AHEAD)
    wanted[places[firsts] + 2 * _LOOK_AHEAD] = ceiling / np.maximum.reduceat(
        peaks, firsts
    )
    lowest = np.ones(blocks + 2 * _LOOK_AHEAD)
    for shift in range(len(_FADE)):
        near = wanted[shift : shift + len(lowest)]
        np.minimum(lowest, near, out=lowest)
    gains = np.zeros(blocks)
    for shift, share in enumerate(_FADE):
        gains += share * lowest[shift : shift + blocks]
    return gains


def _turn_down(wave: Wave, gains: NDArray[np.float64], block: int) -> None:
    """Apply each block's gain at its middle, and in between a straight line."""
    start = block // 2
    end = start + (len(gains) - 1) * block
    wave[:start] *= gains[0]
    wave[end:] *= gains[-1]
    rows = wave[start:end].reshape(-1, block)
    eased = np.flatnonzero(np.minimum(gains[:-1], gains[1:]) < _TOUCHED)
    steps = (gains[eased + 1] - gains[eased]).astype(np.float32)
    gain = np.multiply.outer(steps, np.arange(block, dtype=np.float32) / block)
    gain += gains[eased, None].astype(np.float32)
    rows[eased] *= gain
