"""Workers: in order, the same for any number of them, and hard to kill."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from narrate import takes as takes_module
from narrate import workers as workers_module
from narrate.errors import SpeechError
from narrate.folders import SEGMENTS, cache_home
from narrate.heard import Phrase
from narrate.mix.segment import Segment
from narrate.model import Script, Utterance
from narrate.options import Encoding, Quality
from narrate.speak import perform as perform_module
from narrate.speak.base import Speech
from narrate.speak.cast import Cast
from narrate.speak.voices import find_voice
from narrate.store import Store
from narrate.takes import open_takes
from narrate.voice import Manner, Voice
from narrate.workers import open_workers
from tests.spoken import HummingEngine


def made(utterances: Iterable[Utterance], voice: Voice, jobs: int = 2) -> list[Segment]:
    with open_takes(Cast(voice), Encoding(), jobs) as takes:
        return list(takes.in_order(utterances))


def few(script: Script) -> list[Utterance]:
    return [u for section in script.sections[:2] for u in section.utterances]


@pytest.fixture
def store() -> Store:
    return Store(cache_home() / SEGMENTS, 0)


@pytest.mark.parametrize("name", ["heart", "espeak"])
def test_segments_are_the_same_for_any_number_of_workers_and_any_order(
    script: Script, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    voice, utterances = find_voice(name), few(script)
    one = made(utterances, voice, 1)
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "other"))
    assert made(utterances[::-1], voice, 3) == one[::-1]
    assert made(utterances, voice) == one  # kept, and found


class ApartEngine(HummingEngine):
    """Hums in a process of its own."""

    shareable = False


class KillerEngine(ApartEngine):
    """Kills its process at one sentence, as often as there are marks to take."""

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        if "Sappers" in phrase.text:
            for mark in Path(os.environ["NARRATE_TEST_MARKS"]).iterdir():
                mark.unlink()
                os.kill(os.getpid(), signal.SIGKILL)
        return super().say(phrase, manner)


@pytest.fixture
def humming(silent: Voice, monkeypatch: pytest.MonkeyPatch) -> Voice:
    monkeypatch.setattr(perform_module, "open_engine", ApartEngine)
    return silent


@pytest.fixture
def deadly(
    silent: Voice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[Voice, Path]:
    monkeypatch.setattr(perform_module, "open_engine", KillerEngine)
    # A clean start, as replaced workers have, would not know of this engine.
    monkeypatch.setattr(workers_module, "way_to_start", lambda: "fork")
    marks = tmp_path / "marks"
    marks.mkdir()
    monkeypatch.setenv("NARRATE_TEST_MARKS", str(marks))
    return silent, marks


def test_a_killed_worker_costs_one_more_try(
    script: Script,
    deadly: tuple[Voice, Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    voice, marks = deadly
    expected = made(script.utterances(), voice)
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "other"))
    (marks / "once").touch()
    assert made(script.utterances(), voice) == expected
    assert not list(marks.iterdir())
    assert not multiprocessing.active_children()


def test_a_sentence_that_kills_every_worker_is_named(
    script: Script, deadly: tuple[Voice, Path]
) -> None:
    voice, marks = deadly
    for at in range(9):
        (marks / str(at)).touch()
    with pytest.raises(SpeechError) as caught:
        made(script.utterances(), voice)
    assert "Sappers" in caught.value.sentence
    assert not multiprocessing.active_children()


class NoWorkersError(Exception):
    pass


@pytest.fixture
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NoWorkersError

    monkeypatch.setattr(takes_module, "open_workers", refuse)


def test_what_is_kept_needs_no_worker(
    script: Script, humming: Voice, request: pytest.FixtureRequest
) -> None:
    first = made(few(script), humming)
    request.getfixturevalue("no_workers")
    assert made(few(script), humming) == first


def test_another_pause_is_no_other_segment(
    script: Script, humming: Voice, request: pytest.FixtureRequest
) -> None:
    made(few(script), humming)
    request.getfixturevalue("no_workers")
    made([replace(u, pause_ms=u.pause_ms + 500) for u in few(script)], humming)


@pytest.mark.parametrize(
    "change", [{"spoken": "Something else."}, {"aside": True}], ids=str
)
def test_other_words_or_another_manner_are_made_anew(
    script: Script,
    humming: Voice,
    request: pytest.FixtureRequest,
    change: dict[str, str | bool],
) -> None:
    voice = replace(humming, roles={"aside": Manner(level_db=-3)})
    made(few(script), voice)
    request.getfixturevalue("no_workers")
    first = replace(few(script)[0], **change)  # type: ignore[arg-type]
    with pytest.raises(NoWorkersError):
        made([first], voice)


def test_another_quality_is_made_anew(
    script: Script, humming: Voice, request: pytest.FixtureRequest
) -> None:
    made(few(script), humming)
    request.getfixturevalue("no_workers")
    with (
        pytest.raises(NoWorkersError),
        open_takes(Cast(humming), Encoding(Quality.FAST), 1) as takes,
    ):
        list(takes.in_order(few(script)))


@pytest.mark.parametrize("damage", ["truncated", "flipped", "empty"])
def test_a_broken_entry_is_made_anew(
    script: Script, humming: Voice, store: Store, damage: str
) -> None:
    first = made(few(script), humming)
    for path in store.folder.glob("??/*"):
        whole = path.read_bytes()
        broken = {
            "truncated": whole[:-1],
            "flipped": whole[:-1] + bytes((whole[-1] ^ 1,)),
            "empty": b"",
        }
        path.write_bytes(broken[damage])
    assert made(few(script), humming) == first


def test_a_cache_that_is_a_file_is_done_without(
    script: Script, humming: Voice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expected = made(few(script), humming)
    (tmp_path / "file").touch()
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "file"))
    with open_takes(Cast(humming), Encoding(), 2) as takes:
        assert list(takes.in_order(few(script))) == expected
        assert not takes.kept_all


def test_what_is_dropped_from_the_cache_meanwhile_is_made_again(
    script: Script, humming: Voice, store: Store
) -> None:
    expected = made(few(script), humming)
    store.clear()
    with open_takes(Cast(humming), Encoding(), 1) as takes:
        takes.begin()
        takes.start(few(script)[:1])
        end_s = time.monotonic() + 20
        while not store.size():
            assert time.monotonic() < end_s
            time.sleep(0.01)
        store.clear()
        assert list(takes.in_order(few(script))) == expected


def test_an_edit_begins_as_many_workers_as_it_takes(
    script: Script, humming: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    utterances = few(script)
    made(utterances, humming)
    begun: list[int] = []

    def note(make: Any, count: int, *, apart: bool) -> Any:  # noqa: ANN401
        begun.append(count)
        return open_workers(make, count, apart=apart)

    monkeypatch.setattr(takes_module, "open_workers", note)
    utterances[1] = replace(utterances[1], spoken="Something else.")
    with open_takes(Cast(humming), Encoding(), 2) as takes:
        takes.start(utterances)
        list(takes.in_order(utterances))
    assert begun == [1]


def test_the_same_words_twice_are_one_segment(script: Script, humming: Voice) -> None:
    first = few(script)[0]
    one, two, three = made([first, replace(first, pause_ms=9), first], humming)
    assert one == two == three


def test_starting_early_changes_nothing(
    script: Script, humming: Voice, store: Store
) -> None:
    utterances = list(script.utterances())
    expected = made(utterances, humming)
    store.clear()
    with open_takes(Cast(humming), Encoding(), 2) as takes:
        takes.begin()
        takes.start(utterances[::-1])
        assert list(takes.in_order(utterances)) == expected


def test_voices_of_both_kinds_are_heard_in_their_order(
    script: Script, silent: Voice
) -> None:
    """Threads for the one; processes, begun beside those threads, for the other."""
    espeak = find_voice("espeak")
    one, two, three = few(script)[:3]
    with open_takes(Cast(silent, languages={"fr": espeak}), Encoding(), 2) as takes:
        takes.begin()
        mixed = list(takes.in_order([one, replace(two, language="fr"), three]))
    assert [mixed[0], mixed[2]] == made([one, three], silent)
    assert [mixed[1]] == made([two], espeak)
    assert not multiprocessing.active_children()
