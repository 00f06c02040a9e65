"""The engine `heart`: cheap to ask, and the same for every thread and order."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pytest

from narrate.errors import VoiceError
from narrate.speak import heart
from narrate.speak.heart import HeartEngine
from narrate.speak.voices import find_voice
from narrate.voice import Voice
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
        "from narrate.speak.heart import HeartEngine\n"
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


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "odd_package" / "__init__.py"
    file.parent.mkdir()
    file.write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    return file


def test_a_package_without_a_named_version_is_told_by_its_file(package: Path) -> None:
    before = heart._version("odd_package", "odd")  # noqa: SLF001
    package.write_text("changed = True\n")
    assert heart._version("odd_package", "odd") != before  # noqa: SLF001


def test_a_library_that_is_missing_is_named(
    voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heart, "_PACKAGES", {"no_such_package": "none"})
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        _ = HeartEngine(voice).fingerprint


def test_threads_on_one_engine_say_the_same_in_any_order(voice: Voice) -> None:
    alone = [say(HeartEngine(voice), text) for text in TEXTS]
    shared = HeartEngine(voice)
    with ThreadPoolExecutor(3) as pool:
        backwards = list(pool.map(lambda text: say(shared, text), TEXTS[::-1]))
    assert backwards[::-1] == alone


def test_an_unknown_variant_is_named() -> None:
    with pytest.raises(VoiceError, match="is none of hibari's"):
        heart._open_model("nobody")  # noqa: SLF001


def test_a_voice_that_was_not_fetched_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    with pytest.raises(VoiceError, match="downloads nothing"):
        heart._open_model("emma")  # noqa: SLF001
    assert not list(tmp_path.iterdir())
