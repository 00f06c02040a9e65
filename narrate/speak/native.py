"""The engine `native`: the operating system's own voices (macOS, Windows); UNTESTED.

None of us could run it where it is at home: its tests put a stand-in in the place of
pyttsx3's driver. Its words are timed by their letters, and its pitch is its own: no
driver of pyttsx3 tells of the one or takes the other.
"""

import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from narrate.errors import SpeechError, VoiceError
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Speech, Spelling, make_safe, share_out
from narrate.speak.sound_files import read_aiff, read_wav
from narrate.voice import Manner, Voice

DRIVERS = {"darwin": ("nsss", "aiff"), "win32": ("sapi5", "wav")}
"""By system: pyttsx3's driver, and the format that it writes, whatever it is told."""

_READERS = {"aiff": read_aiff, "wav": read_wav}
_SPELLING = Spelling(dots_plurals=False, lone_a="A.")
_VERSION = 1


class NativeEngine:
    """Not safe to share: a system's speech belongs to one thread."""

    shareable = False
    audible = True

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._front: Any = None

    @property
    def fingerprint(self) -> str:
        """Name the system: its voices change when it does, and nobody tells."""
        voice = self._voice
        system = f"{sys.platform} {platform.version()}"
        return f"native/{_VERSION}/{system}/{voice.variant}/{voice.words_per_minute}"

    def load(self) -> None:
        """Ask the system for its speech; VoiceError where there is none."""
        self._open()

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Have the system write a file, and read it back.

        A pronunciation is passed over: each system has another alphabet, or none.
        """
        front, (_, kind) = self._open(), self._driver()
        front.setProperty("rate", round(self._voice.words_per_minute * manner.speed))
        with TemporaryDirectory(prefix="narrate-") as folder:
            file = Path(folder) / f"said.{kind}"
            front.save_to_file(make_safe(phrase.text, _SPELLING), str(file))
            front.runAndWait()
            if not file.is_file():
                reason = "the system's voice wrote no sound"
                raise SpeechError("native", phrase.text, reason)
            data = file.read_bytes()
        try:
            samples, rate_hz = _READERS[kind](data)
        except ValueError as error:
            raise SpeechError("native", phrase.text, str(error)) from error
        sound = Sound(samples, rate_hz)
        return Speech(sound, share_out(phrase.text, 0, sound.length))

    def _driver(self) -> tuple[str, str]:
        try:
            return DRIVERS[sys.platform]
        except KeyError:
            trouble = "is only there on macOS and Windows"
            raise VoiceError(self._voice.name, trouble) from None

    def _open(self) -> Any:  # noqa: ANN401 - pyttsx3 has no types
        if self._front is None:
            name, _ = self._driver()
            import pyttsx3  # noqa: PLC0415 - an engine costs nothing until it speaks

            # `init` would give every voice one engine, and the last voice's settings
            front = pyttsx3.Engine(name)
            if self._voice.variant:
                front.setProperty("voice", self._find(front.getProperty("voices")))
            self._front = front
        return self._front

    def _find(self, theirs: list[Any]) -> str:
        """Find one of the system's voices by its name; pyttsx3 passes over a wrong."""
        wanted = self._voice.variant
        for one in theirs:
            if wanted in {one.id, one.name}:
                return str(one.id)
        known = ", ".join(sorted(str(one.name) for one in theirs))
        trouble = f"is none of the system's voices, {wanted!r}; there are {known}"
        raise VoiceError(self._voice.name, trouble)
