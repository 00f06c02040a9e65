import numpy as np
import pytest

from narrate.sound import Sound
from narrate.speak.base import Speech, Times
from narrate.speak.catalog import open_engine
from narrate.speak.check import find_fault, find_mistiming
from narrate.speak.voices import find_voice
from tests.spoken import say

TEXT = "The engineers came on Tuesday and stayed until May."
RATE_HZ = 8_000


def tone(seconds: float, peak: float = 0.5) -> Sound:
    times = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    wave = np.clip(peak * np.sin(2 * np.pi * 220 * times), -1, 1) * 32767
    return Sound(wave.astype("<i2").tobytes(), RATE_HZ)


def test_speech_of_a_sane_length_has_no_fault() -> None:
    assert find_fault(tone(3), TEXT, 160) == ""


@pytest.mark.parametrize(
    ("sound", "fault"),
    [
        (Sound(b"", RATE_HZ), "no sound at all"),
        (tone(3, peak=0.001), "only silence"),
        (tone(3, peak=50), "clipped"),
        (tone(1.5), "only 1500 ms"),
        (tone(60), "took 60000 ms"),
    ],
    ids=["empty", "silent", "clipped", "too fast", "too slow"],
)
def test_a_bad_clip_is_heard(sound: Sound, fault: str) -> None:
    assert fault in find_fault(sound, TEXT, 160)


@pytest.mark.parametrize("name", ["heart", "espeak"])
def test_half_a_clip_of_a_real_voice_is_heard(name: str) -> None:
    voice = find_voice(name)
    whole = say(open_engine(voice), TEXT)
    assert find_fault(whole, TEXT, voice.words_per_minute) == ""
    half = Sound(whole.samples[: len(whole.samples) // 4 * 2], whole.rate_hz)
    assert "only" in find_fault(half, TEXT, voice.words_per_minute)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (((0, 4), (4, 9)), ""),
        (((0, 4),), "it timed 1 words of 2"),
        (((5, 9), (0, 4)), "not in order"),
        (((0, 4), (4, 99)), "outside its sound"),
    ],
)
def test_words_that_are_not_where_they_should_be_are_a_fault(
    words: Times, fault: str
) -> None:
    found = find_mistiming(Speech(Sound(bytes(20), 8_000), words), "Two — words.")
    assert fault in found
    assert bool(found) == bool(fault)


def test_a_word_that_is_drawn_out_is_not_taken_for_many() -> None:
    assert find_fault(tone(0.6), "N" + "o" * 300 + "!", 160) == ""
    assert "only" in find_fault(tone(0.6), "now " * 75, 160)


def test_a_fast_reader_is_not_taken_for_half_a_sentence() -> None:
    assert find_fault(tone(1.2), TEXT, 450) == ""
