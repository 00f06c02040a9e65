"""Hear a clip before it is used: silence, noise or half a sentence is an error."""

import numpy as np
from numpy.typing import NDArray

from narrate.sound import Sound
from narrate.speak.base import Speech
from narrate.words import words_of

# Letters a second against what the speed asks for (five a word): 0.44 to 1.18 over 194
# utterances, both voices, 80 to 430 words a minute. Half a clip has twice as many.
_FASTEST, _SLOWEST = 1.6, 0.25
_SHORT = 12  # letters: a word alone may take as long as it likes
_QUIETEST_PEAK = 300  # of 32,768: -41 dBFS
_CLIPPED_RUN = 64  # full-scale samples one after another: 3 ms of a square wave
_FULL = 32_760


def find_fault(sound: Sound, text: str, words_per_minute: int) -> str:
    """Say what is wrong with a clip of a text; "" if nothing is."""
    samples = np.frombuffer(sound.samples, "<i2")
    if not len(samples):
        return "it made no sound at all"
    peak = max(int(samples.max()), -int(samples.min()))
    if peak < _QUIETEST_PEAK:
        return "it made only silence"
    if peak >= _FULL and _longest_run(samples) > _CLIPPED_RUN:
        return "its sound is clipped"
    letters = _letters(text)
    wanted_ms = letters * 60_000 / (5 * words_per_minute)
    if letters > _SHORT and sound.length_ms * _FASTEST < wanted_ms:
        return f"it took only {sound.length_ms} ms for {letters} letters"
    if letters > _SHORT and sound.length_ms * _SLOWEST > wanted_ms:
        return f"it took {sound.length_ms} ms for {letters} letters"
    return ""


def _letters(text: str) -> int:
    """Count letters and figures; one that is drawn out ("Noooo!") counts twice."""
    found = [letter for letter in text if letter.isalnum()]
    two_before = zip(found[2:], found[1:], found, strict=False)
    return len(found) - sum(a == b == c and a.isalpha() for a, b, c in two_before)


def find_mistiming(speech: Speech, text: str) -> str:
    """Say what is wrong with the times of a text's words; "" if nothing is."""
    wanted = len(words_of(text))
    if len(speech.words) != wanted:
        return f"it timed {len(speech.words)} words of {wanted}"
    edges = [edge for word in speech.words for edge in word]
    if edges != sorted(edges):
        return "its words are not in order"
    if edges and not 0 <= edges[0] <= edges[-1] <= speech.sound.length:
        return "its words lie outside its sound"
    return ""


def _longest_run(samples: NDArray[np.int16]) -> int:
    """Count the samples of the longest stretch at full scale."""
    full = (samples >= _FULL) | (samples <= -_FULL)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], full, [False]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0
