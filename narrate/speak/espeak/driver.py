"""Our driver for pyttsx3: `pyttsx3.init("narrate")` speaks in memory, and at once.

pyttsx3's own espeak driver is not usable: it crashes on long text, returns before the
sound is there, swallows errors and can't be asked for samples. pyttsx3 finds a driver
by its module's name, so this one only has to be known under that name.
"""

import sys
from collections.abc import Iterator
from typing import Any

from narrate.speak.espeak.library import EspeakSettings, speak

NAME = "narrate"
USUAL_PITCH = 50
"""Of 0 to 99, as espeak-ng counts it."""


def register() -> None:
    """Make the driver known to pyttsx3."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


def buildDriver(proxy: Any) -> "NarrateDriver":  # noqa: ANN401, N802 - pyttsx3's names
    """Make a driver for one engine: the function that pyttsx3 calls."""
    return NarrateDriver(proxy)


class NarrateDriver:
    """What pyttsx3 asks of a driver; every command is done when it returns."""

    def __init__(self, proxy: Any) -> None:  # noqa: ANN401
        self._proxy = proxy
        self._settings: dict[str, Any] = {
            "voice": "en-us",
            "rate": 150,
            "volume": 1.0,
            "pitch": USUAL_PITCH,
            "voices": [],
            "phonemic": False,  # ours: whether [[…]] holds phonemes
            "spoken": None,  # ours: what was made of the text, after `say`
            "error": None,  # ours: why there are none
        }

    def say(self, text: str) -> None:
        """Speak into memory: see the properties `spoken` and `error`."""
        self._proxy.notify("started-utterance")
        settings = EspeakSettings(
            voice=self._settings["voice"],
            rate_wpm=self._settings["rate"],
            pitch=self._settings["pitch"],
            volume=round(self._settings["volume"] * 100),
            phonemic=self._settings["phonemic"],
        )
        spoken, trouble = None, None
        try:
            spoken = speak(text, settings)
        except Exception as error:  # noqa: BLE001 - pyttsx3 would print it and go on
            trouble = error
        self._settings |= {"spoken": spoken, "error": trouble}
        self._proxy.notify("finished-utterance", completed=trouble is None)

    def getProperty(self, name: str) -> Any:  # noqa: ANN401, N802
        """Give a setting."""
        return self._settings[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: ANN401, N802
        """Change a setting; one that we don't have is an error."""
        if name not in self._settings:
            raise KeyError(name)
        self._settings[name] = value

    def startLoop(self) -> None:  # noqa: N802
        """Do all that is queued, then leave the loop."""
        self._proxy.setBusy(False)

    def iterate(self) -> Iterator[None]:
        """Do what is queued, for pyttsx3's outer loops."""
        self._proxy.setBusy(False)
        yield

    def endLoop(self) -> None:  # noqa: N802
        """There is no loop to end: every command is done when it returns."""

    def stop(self) -> None:
        """There is nothing under way to stop."""

    def destroy(self) -> None:
        """There is nothing to free: the library is unloaded after each utterance."""
