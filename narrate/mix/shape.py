"""Shape one clip with pydub: cut its silent ends, fade its edges.

pydub is given the two edges only: each of its steps copies all that it is given. Every
position in the MP3 is counted in samples, by us.
"""

import warnings

import numpy as np
from numpy.typing import NDArray

from narrate.sound import SAMPLE_BYTES, Sound

with warnings.catch_warnings():
    # pydub warns of ffmpeg, which nothing here uses, of the audioop that it needs,
    # and of its own regular expressions: none of it is the listener's business.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

_QUIET = (10 ** (-50 / 20) * 32_768) ** 2  # mean square: -50 dBFS
_STEP_MS = 10
_STEPS = 32  # looked at together; most silence at an end is shorter
_KEEP_BEFORE_MS = 25  # a breath of an f or an s lies below the threshold
_KEEP_AFTER_MS = 50
_FADE_MS = 5

Samples = NDArray[np.int16]


def shape(sound: Sound) -> tuple[Sound, int]:
    """Cut the engine's own silence, so that every pause is the script's; fade.

    Gives too how many samples were cut before the first sound.
    """
    samples, cut = _trim(np.frombuffer(sound.samples, "<i2"), sound.rate_hz)
    edge = _FADE_MS * sound.rate_hz // 1000
    if len(samples) <= 2 * edge:
        return Sound(samples.tobytes(), sound.rate_hz), cut
    parts = (
        _open(samples[:edge], sound.rate_hz).fade_in(_FADE_MS).raw_data,
        samples[edge:-edge].data,
        _open(samples[-edge:], sound.rate_hz).fade_out(_FADE_MS).raw_data,
    )
    return Sound(b"".join(parts), sound.rate_hz), cut


def _open(samples: Samples, rate_hz: int) -> AudioSegment:
    return AudioSegment(
        samples.tobytes(), sample_width=SAMPLE_BYTES, frame_rate=rate_hz, channels=1
    )


def _trim(samples: Samples, rate_hz: int) -> tuple[Samples, int]:
    before = _silence(samples, rate_hz)
    if before == len(samples):
        return samples, 0  # silence all through: the silent voice's, and wanted
    after = _silence(samples[::-1], rate_hz)
    start = max(0, before - _KEEP_BEFORE_MS * rate_hz // 1000)
    end = len(samples) - max(0, after - _KEEP_AFTER_MS * rate_hz // 1000)
    return samples[start:end], start


def _silence(samples: Samples, rate_hz: int) -> int:
    """Count the samples of the silence that a sound begins with, in whole steps."""
    steps = np.arange(0, len(samples), _STEP_MS * rate_hz / 1000).astype(np.intp)
    edges = np.append(steps, len(samples))
    for first in range(0, len(steps), _STEPS):
        here = edges[first : first + _STEPS + 1]
        near = samples[here[0] : here[-1]].astype(np.float32)
        powers = np.add.reduceat(near * near, here[:-1] - here[0])
        heard = np.flatnonzero(powers > _QUIET * np.diff(here))
        if len(heard):
            return int(here[heard[0]])
    return len(samples)
