"""A real segmentation fault in a library that speaks: its process is lost, no more."""

import ctypes
import faulthandler
import multiprocessing
import sys
from pathlib import Path

import pytest

from narrate.errors import SpeechError
from narrate.mix.segment import Segment
from narrate.model import Script, Utterance
from narrate.options import Encoding
from narrate.speak.cast import Cast
from narrate.speak.espeak import driver as espeak_driver
from narrate.speak.voices import find_voice
from narrate.takes import open_takes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="workers are forked")


@pytest.fixture
def utterances(script: Script) -> list[Utterance]:
    return [u for section in script.sections[:2] for u in section.utterances][:6]


def made(utterances: list[Utterance]) -> list[Segment]:
    with open_takes(Cast(find_voice("espeak")), Encoding(), 2) as takes:
        return list(takes.in_order(utterances))


def crash_at(word: str, marks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read address 0 where espeak-ng is asked to say a word, once for each mark."""
    really = espeak_driver.speak

    def speak(text: str, *rest: object) -> object:
        left = [*marks.iterdir()] if word in text else []
        if left:
            left[0].unlink()
            faulthandler.disable()  # pytest's, which would tell of it at length
            ctypes.string_at(0)
        return really(text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(espeak_driver, "speak", speak)


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    folder = tmp_path / "marks"
    folder.mkdir()
    return folder


def word_of(utterance: Utterance) -> str:
    return max(utterance.spoken.split(), key=len)


def test_it_costs_one_more_try_and_no_other_frame(
    utterances: list[Utterance],
    marks: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    expected = made(utterances)
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "other"))
    (marks / "once").touch()
    crash_at(word_of(utterances[2]), marks, monkeypatch)
    assert made(utterances) == expected
    assert not [*marks.iterdir()]
    assert not multiprocessing.active_children()


def test_a_sentence_at_which_it_always_crashes_is_named(
    utterances: list[Utterance], marks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(9):
        (marks / str(at)).touch()
    crash_at(word_of(utterances[2]), marks, monkeypatch)
    with pytest.raises(SpeechError) as caught:
        made(utterances)
    assert caught.value.sentence == utterances[2].written
    assert not multiprocessing.active_children()
