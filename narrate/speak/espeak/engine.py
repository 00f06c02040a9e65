"""The engine `espeak`: espeak-ng through pyttsx3; tiny, instant, every language.

How two readings of a text come out the same is told in library.py.
"""

import zlib
from typing import Any

from narrate.compiled import compiled
from narrate.errors import SpeechError
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Speech, Spelling, make_safe
from narrate.speak.espeak import driver, library
from narrate.speak.espeak.library import FASTEST_WPM, HIGHEST_PITCH, SLOWEST_WPM
from narrate.speak.espeak.words import Given, give, word_times
from narrate.voice import Manner, Voice

_SPELLING = Spelling(dots_plurals=True, lone_a="eh")
_FATAL = r"(?<![^\W_])-(?=[^\W\d_\u0000-\u036f])"
"""A hyphen between a mark and another script's letter: espeak-ng 1.52 crashes at
("-\N{DEVANAGARI LETTER NA}), and says no hyphen anyway."""


class EspeakEngine:
    """Not safe to share: the library is one for the whole process."""

    shareable = False
    audible = True

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._front: Any = None

    @property
    def fingerprint(self) -> str:
        """Name the library and its data by their files, and all that is set."""
        voice = self._voice
        theirs = library.identity(voice.variant)
        ours = zlib.crc32(f"{library.WORD_GAP} {_SPELLING}".encode())
        set_so = f"{ours:08x}/{voice.variant}/{voice.words_per_minute}/{voice.pitch}"
        return f"espeak/5/{theirs}/{set_so}"

    def load(self) -> None:
        """Import pyttsx3; the library itself is loaded for each utterance."""
        make_safe("", _SPELLING)  # compiles its patterns
        compiled(_FATAL)
        self._open()

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Queue one text with pyttsx3 and take its samples.

        What a manner asks for beyond espeak-ng's own ranges is said at their ends.
        """
        given = self._give(phrase)
        pitch = round(driver.USUAL_PITCH * self._voice.pitch * manner.pitch)
        rate = round(self._voice.words_per_minute * manner.speed)
        front = self._open()
        front.setProperty("voice", self._voice.variant)
        front.setProperty("rate", max(SLOWEST_WPM, min(rate, FASTEST_WPM)))
        front.setProperty("pitch", max(0, min(pitch, HIGHEST_PITCH)))
        front.setProperty("phonemic", given.phonemic)
        front.say(compiled(_FATAL).sub(" ", given.text))
        front.runAndWait()
        spoken = front.getProperty("spoken")
        if spoken is None:
            error = front.getProperty("error")
            if isinstance(error, ImportError):
                raise error
            raise SpeechError("espeak", phrase.text, str(error))
        sound = Sound(spoken.samples, spoken.rate_hz)
        times = word_times(phrase.text, spoken.words, given, sound.length)
        return Speech(sound, times)

    def _give(self, phrase: Phrase) -> Given:
        try:
            return give(phrase, _SPELLING, self._voice.variant)
        except ValueError as error:
            reason = f"a pronunciation is no IPA: {error}"
            raise SpeechError("espeak", phrase.text, reason) from error

    def _open(self) -> Any:  # noqa: ANN401 - pyttsx3 has no types
        if self._front is None:
            import pyttsx3  # noqa: PLC0415 - an engine costs nothing until it speaks

            driver.register()
            self._front = pyttsx3.init(driver.NAME)
        return self._front
