"""Silence of the right length: a dry run, and every test's voice."""

from narrate.heard import Phrase
from narrate.sound import SAMPLE_BYTES, Sound
from narrate.speak.base import Speech, share_out
from narrate.voice import Manner, Voice

_RATE_HZ = 8_000


class SilentEngine:
    """Takes as long over a text as a reader would, and says nothing."""

    shareable = True
    audible = False

    def __init__(self, voice: Voice) -> None:
        self._words_per_minute = voice.words_per_minute

    @property
    def fingerprint(self) -> str:
        """The length hangs on the speed alone."""
        return f"silent/2/{self._words_per_minute}"

    def load(self) -> None:
        """There is nothing to load."""

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Count the words, and wait as long as they take."""
        words = len(phrase.text.split())
        length = round(words * 60 * _RATE_HZ / (self._words_per_minute * manner.speed))
        sound = Sound(bytes(length * SAMPLE_BYTES), _RATE_HZ)
        return Speech(sound, share_out(phrase.text, 0, length))
