"""A pulse for each turn of the voice: what hibari's harmonics are filtered from.

Every harmonic below 11 kHz has amplitude 1. The sum over h of cos(h t) is
sin((H + 1/2) t) / (2 sin(t / 2)) - 1/2.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

RATE_HZ = 24_000
HOP = 300
"""Samples of a frame."""

UNVOICED_HZ = 40.0
"""Where f0 is no higher there is no pulse."""

_BLOCK = 64  # frames: fewer cost a third more, and more leave the cache
_HIGHEST_HZ = 11_000.0
_PEAK_TURNS = np.float32(2e-3 / (2 * np.pi))  # so near, hibari takes the peak's height
_AT_PEAK = np.float32(1e-9)  # not 0, which is divided by


def _weights() -> Floats:
    """Draw a line through three frames' middles: how much of each is in a sample."""
    later = (((np.arange(HOP) + 0.5) / HOP - 0.5) % 1.0).astype(np.float32)
    line = np.zeros((3, HOP), np.float32)
    half = HOP // 2
    line[0, :half], line[1, :half] = 1 - later[:half], later[:half]
    line[1, half:], line[2, half:] = 1 - later[half:], later[half:]
    return line


_LINE = _weights()
_TURNS = np.cumsum(_LINE, axis=1, dtype=np.float64) / RATE_HZ
_TURNS_BRIEFLY = _TURNS.astype(np.float32)


def make_pulses(f0_hz: Floats) -> Floats:
    """Give a train of pulses: every harmonic below 11 kHz, each of amplitude 1.

    Between the middles of two frames f0 is a line; where it is under 40 Hz there is no
    pulse, and the phase goes on as if it were 40.
    """
    frames = len(f0_hz)
    wide = np.pad(f0_hz, 1, mode="edge")
    near = np.stack([wide[:-2], wide[1:-1], wide[2:]], axis=1)
    lowest, highest = near.min(axis=1), near.max(axis=1)
    mixed = (lowest <= UNVOICED_HZ) & (highest > UNVOICED_HZ)
    turns = near.astype(np.float64) @ _TURNS[:, -1]
    turns[highest <= UNVOICED_HZ] = HOP * UNVOICED_HZ / RATE_HZ
    turns[mixed] = _bent(near[mixed])[:, -1]
    before = np.cumsum(turns) - turns
    before -= np.rint(before)
    samples = np.zeros((frames, HOP), np.float32)
    for start in range(0, frames, _BLOCK):
        at = slice(start, start + _BLOCK)
        if highest[at].max() > UNVOICED_HZ:
            f = _line(near[at])
            t = near[at] @ _TURNS_BRIEFLY
            t[mixed[at]] = _bent(near[at][mixed[at]])
            t += before[at, None].astype(np.float32)
            _add_up(f, t, out=samples[at])
    return samples.reshape(-1)


def _line(near: Floats) -> Floats:
    """Draw f0 through the middles of three frames.

    Added in hibari's order: one last bit moves where a harmonic comes in.
    """
    f = np.empty((len(near), HOP), np.float32)
    half = HOP // 2
    np.multiply(near[:, :1], _LINE[0, :half], out=f[:, :half])
    f[:, :half] += near[:, 1:2] * _LINE[1, :half]
    np.multiply(near[:, 1:2], _LINE[1, half:], out=f[:, half:])
    f[:, half:] += near[:, 2:] * _LINE[2, half:]
    return f


def _bent(near: Floats) -> NDArray[np.float64]:
    """Count the turns within frames that are voiced in part."""
    f = np.maximum(_line(near), np.float32(UNVOICED_HZ))
    return np.cumsum(f, axis=1, dtype=np.float64) * (1 / RATE_HZ)


def _add_up(f: Floats, t: Floats, out: Floats) -> None:
    """Sum the cosines of all harmonics, of f in Hz and t in turns; uses them up."""
    silent = f <= UNVOICED_HZ
    f[silent] = UNVOICED_HZ
    top = np.floor(np.divide(_HIGHEST_HZ, f, out=f), out=f)
    top += 0.5
    t -= np.rint(t, out=out)
    np.abs(t, out=t)
    t[t < _PEAK_TURNS] = _AT_PEAK
    t *= np.float32(2 * np.pi)
    top *= t
    np.sin(top, out=top)
    t *= 0.5
    np.sin(t, out=t)
    np.divide(top, t, out=out)
    out -= 1
    out *= 0.5
    out[silent] = 0
