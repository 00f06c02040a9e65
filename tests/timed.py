"""What tests hold the times of words against: all that an engine promises of them."""

from narrate.speak.base import Speech
from narrate.words import words_of


def assert_timed(text: str, speech: Speech) -> None:
    """One time for each word: rising, none on another, all inside the sound."""
    assert len(speech.words) == len(words_of(text))
    edges = [edge for word in speech.words for edge in word]
    assert edges == sorted(edges)
    assert all(first < last for first, last in speech.words)
    assert not edges or 0 <= edges[0] <= edges[-1] <= speech.sound.length
