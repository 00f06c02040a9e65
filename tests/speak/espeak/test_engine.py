"""The same samples for each utterance, whatever came before and wherever it is said."""

import ctypes
import faulthandler
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from narrate.heard import Phrase
from narrate.mix.segment import Segment
from narrate.model import Script
from narrate.options import Encoding
from narrate.speak import perform as perform_module
from narrate.speak.base import Speech
from narrate.speak.cast import Cast
from narrate.speak.catalog import open_engine
from narrate.speak.espeak.engine import EspeakEngine
from narrate.speak.espeak.library import EspeakSettings, speak
from narrate.speak.voices import find_voice
from narrate.takes import open_takes
from narrate.voice import Manner
from narrate.workers import is_lost, open_workers
from tests.spoken import say

TEXTS = (
    "Good evening.",
    "No!",
    "The engineers came on Tuesday, and they stayed until the end of the month.",
    "She asked (twice): who counts 3,141 mines; and why?",
    "They wrote Москва, λόγος and नमस्ते on it.",
    "WHAT! NEVER! STOP! " * 6,
    "and so it went on, " * 25,
    "He sighed...",
)
ORDERS = {
    "as written": (*TEXTS,),
    "backwards": TEXTS[::-1],
    "each twice": tuple(text for text in TEXTS for _ in range(2)),
}
OTHERS = ("de", "en-us+klatt", "ru", "en-us+f2")
_HASHES = """
import hashlib, json, sys
from narrate.speak.catalog import open_engine
from narrate.speak.voices import find_voice
from tests.spoken import say
engine = open_engine(find_voice("espeak"))
said = [(t, p, say(engine, t, p).samples) for t, p in json.load(sys.stdin)]
print(json.dumps([[t, p, hashlib.sha256(s).hexdigest()] for t, p, s in said]))
"""


def in_a_new_process(wanted: list[tuple[str, float]]) -> dict[tuple[str, float], str]:
    answer = subprocess.run(
        [sys.executable, "-c", _HASHES],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stderr == ""
    hashes: dict[tuple[str, float], str] = {}
    for text, pitch, digest in json.loads(answer.stdout):
        assert hashes.setdefault((text, pitch), digest) == digest
    return hashes


@pytest.fixture(scope="module")
def alone() -> dict[tuple[str, float], str]:
    """What each text sounds like in this process, first to last, at two pitches."""
    engine = open_engine(find_voice("espeak"))
    return {
        (text, pitch): hashlib.sha256(say(engine, text, pitch).samples).hexdigest()
        for pitch in (1.0, 0.86)
        for text in TEXTS
    }


@pytest.mark.parametrize("order", ORDERS)
def test_any_order_in_a_new_process_gives_the_same_samples(
    order: str, alone: dict[tuple[str, float], str]
) -> None:
    wanted = [(text, pitch) for text in ORDERS[order] for pitch in (0.86, 1.0)]
    assert in_a_new_process(wanted) == alone


@pytest.mark.parametrize("text", TEXTS[:3])
def test_a_process_that_said_nothing_else_gives_the_same_samples(
    text: str, alone: dict[tuple[str, float], str]
) -> None:
    assert in_a_new_process([(text, 1.0)]) == {(text, 1.0): alone[text, 1.0]}


def test_other_voices_between_change_nothing(
    alone: dict[tuple[str, float], str],
) -> None:
    engine = open_engine(find_voice("espeak"))
    for text, voice in zip(TEXTS, OTHERS * 2, strict=True):
        speak(text, EspeakSettings(voice, rate_wpm=400, pitch=90))
        digest = hashlib.sha256(say(engine, text).samples).hexdigest()
        assert digest == alone[text, 1.0]


class Speaker:
    """In a worker process: says a text, and gives its hash; dies in C of no text."""

    def __init__(self) -> None:
        self._engine = open_engine(find_voice("espeak"))

    def load(self) -> None:
        self._engine.load()

    def __call__(self, text: str) -> str:
        if not text:
            faulthandler.disable()  # pytest's, which would tell of it at length
            os.abort()
        return hashlib.sha256(say(self._engine, text).samples).hexdigest()


def test_an_abort_in_c_costs_its_process_and_no_other_sample(
    alone: dict[tuple[str, float], str],
) -> None:
    with open_workers(Speaker, 2, apart=True) as submit:
        said = [submit(text) for text in (*TEXTS[:3], "", *TEXTS)]
        lost = [error for task in said if (error := task.exception())]
        hashes = [task.result() for task in said if not task.exception()]
    assert [is_lost(error) for error in lost] == [True]
    assert hashes == [alone[text, 1.0] for text in (*TEXTS[:3], *TEXTS)]


class CrashingEngine(EspeakEngine):
    """Reads from nowhere, in C, at one sentence, as long as there is a mark to take."""

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        if "Sappers" in phrase.text:
            for mark in Path(os.environ["NARRATE_TEST_MARKS"]).iterdir():
                mark.unlink()
                faulthandler.disable()
                ctypes.string_at(0)
        return super().say(phrase, manner)


def test_a_segfault_in_c_costs_one_more_try_of_one_sentence(
    script: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def made(cache: str) -> list[Segment]:
        monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / cache))
        with open_takes(Cast(find_voice("espeak")), Encoding(), 2) as takes:
            return list(takes.in_order(script.utterances()))

    monkeypatch.setenv("NARRATE_TEST_MARKS", str(tmp_path / "marks"))
    usual = made("first")
    monkeypatch.setattr(perform_module, "open_engine", CrashingEngine)
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "once").touch()
    assert made("second") == usual
    assert not [*(tmp_path / "marks").iterdir()]


@pytest.mark.parametrize("voice", ["en-us", "hi"])
@pytest.mark.parametrize("text", ["(-नमस्ते he said", 'It was "-नमस्ते"', "so,-नमस्ते"])
def test_a_mark_and_a_hyphen_before_another_script_crash_nothing(
    text: str, voice: str
) -> None:
    code = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from narrate.speak.catalog import open_engine\n"
        "from narrate.speak.voices import find_voice\n"
        "from tests.spoken import say\n"
        "voice = replace(find_voice('espeak'), variant=sys.argv[2])\n"
        "print(say(open_engine(voice), sys.argv[1]).length_ms)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, text, voice],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(said.stdout) > 500
