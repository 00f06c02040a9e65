"""What tests hold the times of words against: all that an engine promises of them."""

from narrate.speak.base import Speech
from narrate.speak.check import find_mistiming


def assert_timed(text: str, speech: Speech) -> None:
    """One time for each word: rising, none on another, all inside the sound."""
    assert find_mistiming(speech, text) == ""
    assert all(first < last for first, last in speech.words)
