"""Where in an MP3 a recording is from, and how far that is from what the clock said."""

import base64
import random
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from tests.browser.stage import Page, probe

Samples = NDArray[np.float32]
_AROUND_S: Final = 5
_RECORDED_S: Final = 0.6
_LOUD: Final = 0.02
_HEARD: Final = 0.001
_ALIKE: Final = 0.8


def decoded(path: Path) -> tuple[Samples, int]:
    """Decode an MP3 with another library than the browser's; give its rate too."""
    samples, rate = soundfile.read(path, dtype="float32")
    return samples, rate


def places(samples: Samples, rate: int, count: int) -> list[float]:
    """Choose seconds where something is said: the same ones every time."""
    chance = random.Random(8)  # noqa: S311 - no secret
    chosen: list[float] = []
    while len(chosen) < count:
        at = chance.uniform(5, len(samples) / rate - 5)
        said = samples[int(at * rate) : int((at + _RECORDED_S) * rate)]
        if np.sqrt(np.mean(np.square(said))) > _LOUD:
            chosen.append(at)
    return chosen


def errors_ms(page: Page, path: Path, count: int) -> list[float]:
    """Seek so many times, and tell how far ahead of the clock each sound was."""
    samples, rate = decoded(path)
    given = {
        "places": places(samples, rate, count),
        "seconds": _RECORDED_S,
        "rate": rate,
    }
    found = []
    for told in probe(page, "record", given):
        assert told["gaps"] == 0, "the recording has holes"
        tape = np.frombuffer(base64.b64decode(told["samples"]), dtype=np.float32)
        begun = int(np.flatnonzero(np.abs(tape) > _HEARD)[0])
        piece = tape[begun : begun + int(rate * _RECORDED_S * 0.9)]
        clock_s = told["clock"] + begun / rate
        found.append((_place_s(piece, samples, rate, told["place"]) - clock_s) * 1000)
    return found


def _place_s(piece: Samples, samples: Samples, rate: int, around_s: float) -> float:
    """Find a piece in the whole by correlation, near a second."""
    first = max(0, int((around_s - _AROUND_S) * rate))
    near = samples[first : int((around_s + _AROUND_S) * rate)]
    size = 1 << (len(near) + len(piece)).bit_length()
    product = np.fft.rfft(near, size) * np.conj(np.fft.rfft(piece, size))
    scores = np.fft.irfft(product, size)[: len(near) - len(piece)]
    energy = np.concatenate(([0.0], np.cumsum(np.square(near, dtype=np.float64))))
    there = energy[len(piece) :][: len(scores)] - energy[: len(scores)]
    scores /= np.sqrt(np.maximum(there, np.max(there) / 1000) * np.sum(piece**2))
    best = int(np.argmax(scores))
    assert scores[best] > _ALIKE, (
        f"what is heard at {around_s:.1f} s is not in the file"
    )
    return (first + best) / rate
