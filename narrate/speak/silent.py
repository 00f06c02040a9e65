"""Silence of the right length: a dry run, and every test's voice."""

from narrate.options import Voice
from narrate.sound import SAMPLE_BYTES, Sound

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
        return f"silent/1/{self._words_per_minute}"

    def load(self) -> None:
        """There is nothing to load."""

    def say(self, text: str, pitch: float) -> Sound:
        """Count the words, and wait as long as they take."""
        del pitch
        frames = len(text.split()) * 60 * _RATE_HZ // self._words_per_minute
        return Sound(bytes(frames * SAMPLE_BYTES), _RATE_HZ)
