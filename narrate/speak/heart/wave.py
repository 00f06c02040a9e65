"""Spectra into sound: hibari's signal processing, in blocks that stay in the cache.

A frame is 12.5 ms, 300 samples of 24 kHz; a window has 1200. The network gives each
frame five rows of 601 numbers and a fundamental frequency, and

    spectrum = exp(a) * cis(pi * tanh(b)) * STFT(pulses)   the voice
             + exp(c) * noise                              its breath
             + exp(d) * cis(e)                             all that has no pitch

goes back through an inverse STFT. All is float32; the same input gives the same bytes.
"""

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from narrate.speak.heart.pulses import HOP, UNVOICED_HZ, Floats, make_pulses

_FFT: Any = np.fft  # its types know float64 alone

Spectrum = NDArray[np.complex64]

BINS = 601
"""Of a spectrum, 20 Hz apart."""

NOISE_FRAMES = 256
"""3.2 s, again and again: it is 60 dB below the voice."""

_WINDOW = 1200
_OVERLAP = _WINDOW // HOP
_BLOCK = 32  # frames: 0.4 MB of rows; 16 cost a tenth more. It divides NOISE_FRAMES
_REACH = 3  # frames on either side that a frame's window touches
_LARGEST = np.exp(np.float32(7.0))  # hibari's own bound
_FAINTEST = -6.0  # noise below is under -101 dB of full scale, and is not made
_FULL_SCALE = 32_767.0

_HANN = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_WINDOW) / _WINDOW)
_SQUARES = (_HANN * _HANN).reshape(_OVERLAP, HOP)
# numpy's rfft computes float32 in float64 unless norm="forward", and takes five times
# as long for it; that norm divides by 1200.
_IN = (_HANN * _OVERLAP).astype(np.float32)
_OUT = (_HANN * (_FULL_SCALE / _SQUARES.sum(axis=0)[0])).astype(np.float32)


def draw_noise() -> Floats:
    """Draw white Gaussian noise [real and imaginary, 256, 601], always the same.

    From a hash and not from numpy's generators, which cost 14 ms to import.
    """
    count = NOISE_FRAMES * BINS
    data = hashlib.shake_128(b"breath").digest(4 * count)
    even = (np.frombuffer(data, "<u2").astype(np.float32) + 0.5) / 65_536
    size = np.sqrt(-2 * np.log(even[:count]))
    turn = even[count:] * np.float32(2 * np.pi)
    noise = np.stack([size * np.cos(turn), size * np.sin(turn)])
    return noise.reshape(2, NOISE_FRAMES, BINS)


def synthesize(rows: Floats, f0_hz: Floats, noise: Floats) -> bytes:
    """Give 16 bit samples, 300 for each frame, of rows [frames, 3005], f0 [frames].

    The rows are used up: they are overwritten.
    """
    frames = len(rows)
    voiced = _widened(f0_hz > UNVOICED_HZ)
    windows = _windows(make_pulses(f0_hz))
    sound = np.zeros((frames + _OVERLAP - 1, HOP), np.float32)
    room = _Room()
    for start in range(0, frames, _BLOCK):
        block = rows[start : start + _BLOCK]
        stop = start + len(block)
        spectrum = _unvoiced(block, noise[:, start % NOISE_FRAMES :], room)
        if voiced[start:stop].any():
            spectrum += _voiced(block, windows[start:stop], room)
        waves = _FFT.irfft(spectrum, _WINDOW, axis=1, out=room.waves[: len(block)])
        waves *= _OUT
        for hop in range(_OVERLAP):
            part = waves[:, hop * HOP : (hop + 1) * HOP]
            sound[start + hop : stop + hop] += part
    return _finished(sound, frames)


class _Room:
    """What one block needs, made once for all blocks."""

    def __init__(self) -> None:
        shape = (_BLOCK, BINS)
        self.real, self.imag, self.size = np.empty((3, *shape), np.float32)
        self.one, self.two, self.three = np.empty((3, *shape), np.complex64)
        self.waves = np.empty((_BLOCK, _WINDOW), np.float32)


def _unvoiced(block: Floats, noise: Floats, room: _Room) -> Spectrum:
    """exp(d) * cis(e) + exp(c) * noise, of a block."""
    c, d, e = (block[:, at * BINS : (at + 1) * BINS] for at in (2, 3, 4))
    count = len(block)
    real, imag, spectrum = room.real[:count], room.imag[:count], room.one[:count]
    size = _exp(d, room.size[:count])
    np.cos(e, out=real)
    real *= size
    np.sin(e, out=imag)
    imag *= size
    if c.max() > _FAINTEST:
        size = _exp(c, size)
        real += np.multiply(noise[0, :count], size, out=c)
        imag += np.multiply(noise[1, :count], size, out=c)
    spectrum.real, spectrum.imag = real, imag
    return spectrum


def _voiced(block: Floats, windows: Floats, room: _Room) -> Spectrum:
    """exp(a) * cis(pi * tanh(b)) * STFT(pulses), of a block."""
    a, b = block[:, :BINS], block[:, BINS : 2 * BINS]
    count = len(block)
    angle, wave, turned = room.imag[:count], room.real[:count], room.two[:count]
    size = _exp(a, room.size[:count])
    np.tanh(b, out=angle)
    angle *= np.float32(np.pi)
    np.multiply(np.cos(angle, out=wave), size, out=turned.real)
    np.multiply(np.sin(angle, out=wave), size, out=turned.imag)
    pulses = np.multiply(windows, _IN, out=room.waves[:count])
    spectrum: Spectrum = _FFT.rfft(
        pulses, axis=1, norm="forward", out=room.three[:count]
    )
    spectrum *= turned
    return spectrum


def _exp(logarithm: Floats, out: Floats) -> Floats:
    """Raise e to a power, but to no more than 7."""
    np.exp(logarithm, out=out)
    if out.max() > _LARGEST:
        np.minimum(out, _LARGEST, out=out)
    return out


def _widened(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Set every frame whose window touches one that is set."""
    wide = flags.copy()
    for step in range(1, _REACH + 1):
        wide[step:] |= flags[:-step]
        wide[:-step] |= flags[step:]
    return wide


def _windows(samples: Floats) -> Floats:
    """Give the window [1200] around the start of each frame, reflected at the ends."""
    padded = np.pad(samples, _WINDOW // 2, mode="reflect")
    return np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::HOP]


def _finished(sound: Floats, frames: int) -> bytes:
    """Cut the half window at either end, even out what few windows cover, and clip."""
    first = _OVERLAP // 2
    for hop in {*range(first, _OVERLAP - 1), *range(frames, frames + first)}:
        covered = [k for k in range(_OVERLAP) if 0 <= hop - k < frames]
        if hop < len(sound):
            whole: Any = _SQUARES.sum(axis=0)
            sound[hop] *= whole / np.maximum(_SQUARES[covered].sum(axis=0), 1e-11)
    kept = sound[first : frames + first].reshape(-1)
    np.clip(kept, -_FULL_SCALE, _FULL_SCALE, out=kept)
    return kept.astype("<i2").tobytes()
