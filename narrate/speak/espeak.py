"""The engine `espeak`: espeak-ng through pyttsx3; tiny, instant, every language.

How two readings of a text come out the same is told in espeak_library.py.
"""

import zlib
from typing import Any

from narrate.errors import SpeechError
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak import espeak_driver, espeak_library
from narrate.speak.base import Speech, Spelling, make_safe, share_out
from narrate.voice import Manner, Voice

_SPELLING = Spelling(dots_plurals=True, lone_a="eh")


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
        theirs = espeak_library.identity(voice.variant)
        ours = zlib.crc32(f"{espeak_library.WORD_GAP} {_SPELLING}".encode())
        set_so = f"{ours:08x}/{voice.variant}/{voice.words_per_minute}/{voice.pitch}"
        return f"espeak/4/{theirs}/{set_so}"

    def load(self) -> None:
        """Import pyttsx3; the library itself is loaded for each utterance."""
        make_safe("", _SPELLING)  # compiles its patterns
        self._open()

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Queue one text with pyttsx3 and take its samples."""
        text, pitch = phrase.text, self._voice.pitch * manner.pitch
        front = self._open()
        front.setProperty("voice", self._voice.variant)
        front.setProperty("rate", round(self._voice.words_per_minute * manner.speed))
        front.setProperty("pitch", round(espeak_driver.USUAL_PITCH * pitch))
        front.say(make_safe(text, _SPELLING))
        front.runAndWait()
        spoken = front.getProperty("spoken")
        if spoken is None:
            error = front.getProperty("error")
            if isinstance(error, ImportError):
                raise error
            raise SpeechError("espeak", text, str(error))
        samples, rate_hz = spoken
        sound = Sound(samples, rate_hz)
        return Speech(sound, share_out(text, 0, sound.length))

    def _open(self) -> Any:  # noqa: ANN401 - pyttsx3 has no types
        if self._front is None:
            import pyttsx3  # noqa: PLC0415 - an engine costs nothing until it speaks

            espeak_driver.register()
            self._front = pyttsx3.init(espeak_driver.NAME)
        return self._front
