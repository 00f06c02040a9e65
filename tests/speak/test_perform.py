"""Workers: in order, the same for any number of them, and hard to kill."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from narrate.errors import SpeechError
from narrate.model import Clip, Script
from narrate.options import Voice
from narrate.sound import Sound
from narrate.speak import perform as perform_module
from narrate.speak import studio
from narrate.speak.cache import ClipCache
from narrate.speak.perform import performed
from narrate.speak.silent import SilentEngine
from narrate.speak.voices import find_voice


def all_clips(script: Script, voice: Voice, cache: ClipCache, jobs: int) -> list[Clip]:
    with performed(script, voice, cache, jobs) as clips:
        return list(clips)


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


def short(script: Script) -> Script:
    return replace(script, sections=script.sections[:2])


@pytest.mark.parametrize("name", ["heart", "espeak"])
def test_clips_are_the_same_for_any_number_of_workers(
    script: Script, tmp_path: Path, name: str
) -> None:
    voice = find_voice(name)
    one, three = (
        all_clips(short(script), voice, ClipCache(tmp_path / str(jobs)), jobs)
        for jobs in (1, 3)
    )
    assert one == three
    utterances = [u for s in short(script).sections for u in s.utterances]
    assert [clip.utterance for clip in one] == utterances


class OpenedError(Exception):
    pass


def test_a_cached_script_opens_no_engine(
    script: Script, silent: Voice, cache: ClipCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(perform_module, "open_engine", FaultyEngine)
    first = all_clips(script, silent, cache, 2)

    def say(self: FaultyEngine, text: str, pitch: float) -> Sound:
        raise OpenedError

    monkeypatch.setattr(FaultyEngine, "say", say)
    assert all_clips(script, silent, cache, 2) == first


def test_silence_is_not_kept(script: Script, silent: Voice, cache: ClipCache) -> None:
    all_clips(script, silent, cache, 1)
    assert cache.store.size() == 0


class FaultyEngine(SilentEngine):
    """Says one sentence wrong, as often as it is told to."""

    audible = True
    faults: ClassVar[list[Callable[[], Sound]]] = []

    def say(self, text: str, pitch: float) -> Sound:
        if self.faults and text.startswith("Engineers Race"):
            return self.faults.pop()()
        length = len(super().say(text, pitch).samples)
        return Sound((b"\x00\x20" * length)[:length], 8_000)


def _raise() -> Sound:
    raise RuntimeError("the engine fell over")


FAULTS: dict[str, Callable[[], Sound]] = {
    "made only silence": lambda: Sound(bytes(64_000), 8_000),
    "the engine fell over": _raise,
    "made no sound at all": lambda: Sound(b"", 8_000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_clip_is_tried_once_more_and_then_named(
    script: Script,
    silent: Voice,
    cache: ClipCache,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    monkeypatch.setattr(perform_module, "open_engine", FaultyEngine)
    FaultyEngine.faults = [FAULTS[fault]]
    assert all_clips(script, silent, cache, 1)
    FaultyEngine.faults = [FAULTS[fault]] * 2
    first = script.sections[0].utterances[0].written
    with pytest.raises(SpeechError, match=fault) as caught:
        all_clips(script, silent, ClipCache(cache.store.folder / "other"), 1)
    assert caught.value.sentence == first


class KillerEngine(SilentEngine):
    """In a worker process: kills it at one sentence, the first time."""

    shareable = False

    def say(self, text: str, pitch: float) -> Sound:
        mark = Path(os.environ["NARRATE_TEST_MARK"])
        if text.startswith("Sappers") or "Sappers" in text:
            try:
                mark.touch(exist_ok=False)
                os.kill(os.getpid(), signal.SIGKILL)
            except FileExistsError:
                pass
        return super().say(text, pitch)


def open_killer(voice: Voice) -> KillerEngine:
    return KillerEngine(voice)


def _open_killer_in_worker(voice: Voice) -> None:
    studio._engines[:] = [KillerEngine(voice)]  # noqa: SLF001


def test_a_killed_worker_costs_one_more_try(
    script: Script,
    silent: Voice,
    cache: ClipCache,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("NARRATE_TEST_MARK", str(tmp_path / "killed"))
    monkeypatch.setattr(perform_module, "open_engine", open_killer)
    monkeypatch.setattr(studio, "_open_in_worker", _open_killer_in_worker)
    expected = [clip.utterance for clip in all_clips(script, silent, cache, 2)]
    assert (tmp_path / "killed").exists()
    assert expected == [u for s in script.sections for u in s.utterances]
    assert not multiprocessing.active_children()
