"""The system's own voices, with a stand-in for pyttsx3's driver: it writes a tone."""

import io
import sys
import wave
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Protocol

import pytest
import pyttsx3.voice
import soundfile

from narrate.errors import SpeechError, VoiceError
from narrate.heard import Phrase
from narrate.speak import native
from narrate.speak.catalog import open_engine
from narrate.speak.voices import find_voice
from narrate.voice import Manner, Voice
from narrate.words import words_of

TEXT = "Good evening to you all."
RATE_HZ = 22_050


def tone(rate_wpm: int, text: str) -> list[list[float]]:
    length = len(text.split()) * 60 * RATE_HZ // rate_wpm
    return [[0.4 * (-1) ** (at // 50)] for at in range(length)]


class Proxy(Protocol):
    def setBusy(self, busy: bool) -> None: ...  # noqa: FBT001, N802 - pyttsx3's


class StandIn:
    """A driver as pyttsx3's own are: it writes its system's format, whatever is asked.

    It says nothing where it was asked to say "nothing".
    """

    heard: list[str]
    format = "WAV"

    def __init__(self, proxy: Proxy | None) -> None:
        self._proxy = proxy
        self._set: dict[str, object] = {"rate": 200, "voice": "com.system.fred"}

    def getProperty(self, name: str) -> object:  # noqa: N802
        voices = [pyttsx3.voice.Voice("com.system.fred", "Fred")]
        return voices if name == "voices" else self._set[name]

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802
        assert name in self._set
        self._set[name] = value

    def save_to_file(self, text: str, filename: str) -> None:
        type(self).heard.append(text)
        if text != "nothing":
            numbers = tone(int(str(self._set["rate"])), text)
            soundfile.write(filename, numbers, RATE_HZ, "PCM_16", format=self.format)

    def startLoop(self) -> None:  # noqa: N802
        if self._proxy:
            self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        pass

    def destroy(self) -> None:
        pass


@pytest.fixture(params=["aiff", "wav"])
def heard(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Be a system that writes such files; give what its voice was handed."""
    name = f"narrate_stand_in_{request.param}"
    texts: list[str] = []
    driver = type("Driver", (StandIn,), {"heard": texts, "format": request.param})
    module = ModuleType(f"pyttsx3.drivers.{name}")
    module.buildDriver = driver  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(native.DRIVERS, sys.platform, (name, request.param))
    return texts


@pytest.fixture
def voice() -> Voice:
    return find_voice("native")


@pytest.mark.usefixtures("heard")
def test_what_the_system_writes_is_read_back(voice: Voice) -> None:
    speech = open_engine(voice).say(Phrase(TEXT), Manner())
    expected = tone(voice.words_per_minute, TEXT)
    assert speech.sound.rate_hz == RATE_HZ
    assert speech.sound.length == len(expected)
    assert len(speech.words) == len(words_of(TEXT))
    edges = [edge for word in speech.words for edge in word]
    assert all(before <= after for before, after in pairwise(edges))
    assert edges[-1] <= speech.sound.length


@pytest.mark.usefixtures("heard")
def test_a_faster_manner_is_faster(voice: Voice) -> None:
    engine = open_engine(voice)
    usual = engine.say(Phrase(TEXT), Manner()).sound
    fast = engine.say(Phrase(TEXT), Manner(speed=1.5)).sound
    assert fast.length == pytest.approx(usual.length / 1.5, rel=0.01)


def test_nothing_in_a_text_is_obeyed(voice: Voice, heard: list[str]) -> None:
    commands = "One [[rate 500]] two <rate speed='9'/> three \x01 four."
    open_engine(voice).say(Phrase(commands), Manner())
    assert not set(heard[0]) & set("[]<>\x01")
    assert all(word in heard[0] for word in ("One", "two", "three", "four."))


@pytest.mark.usefixtures("heard")
def test_a_system_that_wrote_nothing_is_an_error_that_names_the_sentence(
    voice: Voice,
) -> None:
    with pytest.raises(SpeechError, match="wrote no sound") as caught:
        open_engine(voice).say(Phrase("nothing"), Manner())
    assert caught.value.sentence == "nothing"


def test_a_file_that_cannot_be_read_is_an_error_that_names_the_sentence(
    voice: Voice, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, kind = native.DRIVERS[sys.platform]
    other = {"aiff": "wav", "wav": "aiff"}[kind]
    monkeypatch.setitem(native.DRIVERS, sys.platform, (name, other))
    with pytest.raises(SpeechError, match=other.upper()) as caught:
        open_engine(voice).say(Phrase(TEXT), Manner())
    assert caught.value.sentence == TEXT
    assert heard


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("variant", ["Fred", "com.system.fred"])
def test_one_of_the_systems_voices_is_found_by_its_name(
    voice: Voice, variant: str
) -> None:
    open_engine(replace(voice, variant=variant)).say(Phrase(TEXT), Manner())


@pytest.mark.usefixtures("heard")
def test_a_voice_that_the_system_does_not_have_is_an_error_with_those_it_has(
    voice: Voice,
) -> None:
    with pytest.raises(VoiceError, match=r"none of the system's.*'Nobody'.*Fred"):
        open_engine(replace(voice, variant="Nobody")).load()


@pytest.mark.skipif(sys.platform in native.DRIVERS, reason="it is there")
def test_elsewhere_it_is_said_where_there_is_one(voice: Voice) -> None:
    engine = open_engine(voice)
    assert "native" in engine.fingerprint
    with pytest.raises(VoiceError, match="is only there on macOS and Windows"):
        engine.say(Phrase(TEXT), Manner())


def test_the_stand_in_writes_what_python_itself_can_read(
    heard: list[str], tmp_path: Path
) -> None:
    StandIn.format, StandIn.heard = "WAV", heard
    StandIn(None).save_to_file(TEXT, str(tmp_path / "a.wav"))
    with wave.open(io.BytesIO((tmp_path / "a.wav").read_bytes())) as file:
        assert file.getnframes() == len(tone(200, TEXT))
