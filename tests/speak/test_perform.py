"""One utterance, one clip: kept, heard, and tried once more."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from narrate.errors import SpeechError
from narrate.heard import Phrase
from narrate.model import Script, Utterance
from narrate.sound import Sound
from narrate.speak import perform as perform_module
from narrate.speak.base import Speech
from narrate.speak.cache import ClipCache
from narrate.speak.cast import Part
from narrate.speak.perform import Performer
from narrate.voice import USUAL, Manner, Voice
from tests.spoken import HummingEngine


class FaultyEngine(HummingEngine):
    """Says what it is told to as often as it is told to, and else a hum."""

    faults: ClassVar[list[Callable[[], Sound]]] = []

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        if self.faults:
            return Speech(self.faults.pop()(), ())
        return super().say(phrase, manner)


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


@pytest.fixture
def utterance(script: Script) -> Utterance:
    return next(script.utterances())


@pytest.fixture
def faulty(silent: Voice, monkeypatch: pytest.MonkeyPatch) -> Voice:
    monkeypatch.setattr(perform_module, "open_engine", FaultyEngine)
    FaultyEngine.faults = []
    return silent


def _raise() -> Sound:
    raise RuntimeError("the engine fell over")


def test_what_was_said_before_is_not_said_again(
    faulty: Voice, cache: ClipCache, utterance: Utterance
) -> None:
    first = Performer(cache).perform(utterance, Part(faulty, USUAL))
    FaultyEngine.faults = [_raise] * 2
    assert Performer(cache).perform(utterance, Part(faulty, USUAL)) == first


def test_silence_is_not_kept(
    silent: Voice, cache: ClipCache, utterance: Utterance
) -> None:
    Performer(cache).perform(utterance, Part(silent, USUAL))
    assert cache.store.size() == 0


FAULTS: dict[str, Callable[[], Sound]] = {
    "made only silence": lambda: Sound(bytes(64_000), 8_000),
    "the engine fell over": _raise,
    "made no sound at all": lambda: Sound(b"", 8_000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_clip_is_tried_once_more_and_then_named(
    faulty: Voice, cache: ClipCache, utterance: Utterance, fault: str
) -> None:
    performer = Performer(cache)
    FaultyEngine.faults = [FAULTS[fault]] * 2
    with pytest.raises(SpeechError, match=fault) as caught:
        performer.perform(utterance, Part(faulty, USUAL))
    assert caught.value.sentence == utterance.written
    FaultyEngine.faults = [FAULTS[fault]]
    assert performer.perform(utterance, Part(faulty, USUAL)).sound.samples
