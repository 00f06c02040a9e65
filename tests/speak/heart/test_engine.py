"""The engine `heart`: cheap to ask, and the same for every thread and order."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from narrate.errors import SpeechError, VoiceError
from narrate.heard import Phrase, Pronunciation
from narrate.speak.heart import model as heart_model
from narrate.speak.heart.engine import HeartEngine
from narrate.speak.voices import find_voice
from narrate.voice import USUAL, Manner, Voice
from narrate.words import words_of
from tests.spoken import say

TEXTS = tuple(
    f"Sentence {word} of the story, said once." for word in "one two six".split()
)


@pytest.fixture
def voice() -> Voice:
    return find_voice("heart")


def modules_after(code: str) -> set[str]:
    """Name what is imported once some code has run in an interpreter of its own."""
    begin = (
        "import sys\n"
        "from tests.spoken import say\n"
        "from narrate.speak.heart.engine import HeartEngine\n"
        "from narrate.speak.voices import find_voice\n"
        "engine = HeartEngine(find_voice('heart'))\n"
    )
    end = "\nprint(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", begin + code + end],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_to_ask_for_the_fingerprint_imports_no_library() -> None:
    modules = modules_after("engine.fingerprint")
    assert not modules & {
        "numpy",
        "onnxruntime",
        "hibari",
        "importlib_metadata",
        "email",
    }


def test_to_speak_takes_nothing_that_changes_the_sound_or_costs_in_vain() -> None:
    modules = modules_after("say(engine, 'Hello.')")
    assert "onnxruntime" in modules
    assert not modules & {"hibari", "scipy", "urllib3"}


def test_the_fingerprint_names_each_version(voice: Voice) -> None:
    parts = HeartEngine(voice).fingerprint.split("/")
    for name, distribution in (
        ("hibari_tts", "hibari-tts"),
        ("onnxruntime", "onnxruntime"),
        ("numpy", "numpy"),
    ):
        assert f"{name}-{version(distribution)}" in parts


def test_a_library_that_is_missing_is_named(
    voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heart_model, "_PACKAGES", {"no_such_package": "none"})
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        _ = HeartEngine(voice).fingerprint


def test_threads_on_one_engine_say_the_same_in_any_order(voice: Voice) -> None:
    alone = [say(HeartEngine(voice), text) for text in TEXTS]
    shared = HeartEngine(voice)
    with ThreadPoolExecutor(3) as pool:
        backwards = list(pool.map(lambda text: say(shared, text), TEXTS[::-1]))
    assert backwards[::-1] == alone


def test_an_unknown_variant_is_named(voice: Voice) -> None:
    with pytest.raises(VoiceError, match="is none of hibari's: nobody"):
        HeartEngine(replace(voice, variant="nobody")).load()


def test_a_voice_that_was_not_fetched_is_not_fetched(voice: Voice) -> None:
    with pytest.raises(VoiceError, match="downloads nothing"):
        HeartEngine(replace(voice, variant="emma")).load()


@pytest.fixture
def emma(voice: Voice, tmp_path: Path) -> Voice:
    """Stand in for a voice that was fetched: heart's own network, in a file."""
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    data = (Path(spec.origin).parent / "assets" / "hibari.onnx").read_bytes()
    file = tmp_path / "bf_emma.int8.onnx"
    file.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    found = replace(voice, name="emma", variant="emma", language="en-GB")
    return replace(found, model=str(file), sha256=sha256)


def test_a_british_voice_has_british_words_beside_an_american_one(
    voice: Voice, emma: Voice
) -> None:
    text = "They can't bath there."
    american, british = HeartEngine(voice), HeartEngine(emma)
    before = say(american, text)
    assert say(british, text) != before
    assert say(american, text) == before
    assert british.fingerprint != american.fingerprint


def test_a_file_that_is_not_the_one_it_should_be_is_named(emma: Voice) -> None:
    with pytest.raises(VoiceError, match=r"voice emma .*bf_emma.*sha256") as caught:
        HeartEngine(replace(emma, sha256="0" * 64)).load()
    assert caught.value.exit_code == 4


def test_a_file_that_is_gone_is_named(emma: Voice) -> None:
    Path(emma.model).unlink()
    with pytest.raises(VoiceError, match=r"voice emma (has no model|is not inst)"):
        HeartEngine(emma).load()


def test_a_file_that_is_damaged_is_named(emma: Voice) -> None:
    file = Path(emma.model)
    file.write_bytes(file.read_bytes()[:100_000])
    with pytest.raises(VoiceError, match=r"voice emma .*damaged.*bf_emma"):
        HeartEngine(replace(emma, sha256="")).load()


LONG = "Before the first, many words follow one another and go on; " * 30


@pytest.mark.parametrize(
    "text",
    [
        "The engineers came on Tuesday, and they stayed.",
        "“The A P,” he said — on Nov. 20, for $5 million and/or 50% more.",
        "Before it \x00 and [[h@l]] [x](/y/) <break/> after it \U0001f600.",
        LONG,
        "a" * 300,
        "—",
    ],
    ids=["plain", "figures", "hostile", "long", "one word", "no word"],
)
def test_each_word_has_its_time_inside_the_sound(voice: Voice, text: str) -> None:
    speech = HeartEngine(voice).say(Phrase(text), USUAL)
    edges = [place for word in speech.words for place in word]
    assert len(speech.words) == len(words_of(text))
    assert edges == sorted(edges)
    assert all(start < end for start, end in speech.words)
    assert not edges or (edges[0] >= 0 and edges[-1] <= speech.sound.length)


@pytest.mark.parametrize("words_per_minute", [85, 165, 320])
def test_words_are_loud_and_the_rests_between_them_are_not(
    words_per_minute: int,
) -> None:
    engine = HeartEngine(find_voice("heart", words_per_minute))
    text = "They met on Sunday, in a garden; nobody knew, and all of them stayed."
    speech = engine.say(Phrase(text), USUAL)
    samples = np.frombuffer(speech.sound.samples, "<i2").astype(np.float64)

    def loudness(start: int, end: int) -> float:
        return float(np.sqrt(np.mean(samples[start:end] ** 2)))

    words = [loudness(*word) for word in speech.words]
    ends = [0, *(end for _, end in speech.words)]
    starts = [*(start for start, _ in speech.words), speech.sound.length]
    rests = [
        loudness(end, start)
        for end, start in zip(ends, starts, strict=True)
        if start - end > 4800  # 0.2 s
    ]
    assert rests
    assert np.mean(rests) < 0.3 * np.mean(words)


def test_the_times_of_a_long_text_go_on_over_its_parts(voice: Voice) -> None:
    speech = HeartEngine(voice).say(Phrase(LONG), USUAL)
    gaps = [b[0] - a[1] for a, b in zip(speech.words, speech.words[1:], strict=False)]
    assert max(gaps) < 24_000
    assert speech.sound.length - speech.words[-1][1] < 24_000


def test_a_pronunciation_is_heard(voice: Voice) -> None:
    engine = HeartEngine(voice)
    text = "He spoke of Zelenskyy today."
    said = Pronunciation(12, 21, "zəˈlɛnski")
    given = engine.say(Phrase(text, (said,)), USUAL)
    assert given.sound != engine.say(Phrase(text), USUAL).sound
    assert len(given.words) == 5


@pytest.mark.parametrize("text", ["He said 中国 to them.", "中国"])
def test_a_word_that_no_sound_is_known_for_is_named(voice: Voice, text: str) -> None:
    with pytest.raises(SpeechError, match="no sound for '中国'") as caught:
        HeartEngine(voice).say(Phrase(text), USUAL)
    assert caught.value.sentence == text


def test_a_manner_never_goes_beyond_what_a_voice_can(voice: Voice) -> None:
    fastest = HeartEngine(find_voice("heart", voice.fastest_words_per_minute))
    usual = fastest.say(Phrase(TEXTS[0]), USUAL)
    assert fastest.say(Phrase(TEXTS[0]), Manner(speed=1.2)) == usual
    slower = fastest.say(Phrase(TEXTS[0]), Manner(speed=0.8))
    assert slower.sound.length > usual.sound.length
