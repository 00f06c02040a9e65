import ctypes.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import espeakng_loader
import pytest

from narrate.folders import cache_home
from narrate.speak.espeak import data as espeak_data
from narrate.speak.espeak import library as espeak_library
from narrate.speak.espeak.library import (
    EspeakError,
    EspeakSettings,
    find_library,
    speak,
)

DATA = Path(espeakng_loader.get_data_path())
GREETING = "Good evening to you all."


def forget() -> None:
    """Look for library and data again, as a new process does."""
    for found in (
        find_library,
        espeak_library.identity,
        espeak_data.within_reach,
        espeak_data.language_files,
    ):
        found.cache_clear()


@pytest.fixture(autouse=True)
def _as_a_new_process() -> Iterator[None]:
    forget()
    yield
    forget()


def settings(voice: str = "en-us") -> EspeakSettings:
    return EspeakSettings(voice, rate_wpm=150, pitch=50)


def put_data_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(folder))
    forget()


VOICES = ("en-us", "EN-US", "en", "de", "fr-CH", "eu", "pt-br", "gmw/en-US", "Latin")
VARIANTS = ("en-us+m3", "en-us+klatt", "en-us+f2", "de+Annie", "en-us+nobody", "fr+2")


@pytest.mark.parametrize("system", ["linux", "another"])
@pytest.mark.parametrize("voice", [*VOICES, *VARIANTS])
def test_a_voice_found_by_its_file_sounds_as_it_does_by_its_name(
    voice: str, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(espeak_library, "language_files", lambda _: {})
        by_name = speak(GREETING, settings(voice))
    monkeypatch.setattr(espeak_library.sys, "platform", system)
    assert speak(GREETING, settings(voice)) == by_name


def test_a_voice_whose_file_has_gone_is_found_by_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = speak(GREETING, settings())
    gone = {"en-us": str(DATA / "lang" / "gone")}
    monkeypatch.setattr(espeak_library, "language_files", lambda _: gone)
    assert speak(GREETING, settings()) == usual


def test_every_language_has_a_file_of_its_own() -> None:
    files = espeak_data.language_files(str(DATA))
    assert sorted(files.values()) == sorted(
        str(path) for path in (DATA / "lang").rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("voice", ["en-us+f2", "en-us+Reed", "en-us+caleb"])
def test_a_voice_that_breathes_takes_its_noise_from_us_not_from_the_clock(
    voice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = speak(GREETING, settings(voice))
    assert speak(GREETING, settings(voice)) == first
    monkeypatch.setattr(espeak_library, "_SEED", 2)
    assert speak(GREETING, settings(voice)) != first


@pytest.mark.parametrize("word", ["नमस्ते", "서울", "Москва", "λόγος", "東京"])
def test_words_of_other_scripts_are_said_among_english_ones(
    word: str, capfd: pytest.CaptureFixture[str]
) -> None:
    def length(text: str) -> int:
        return len(speak(text, settings()).samples)

    assert length(f"They wrote {word} here.") > length("They wrote here.") + 10_000
    assert capfd.readouterr().err == ""  # above all: no dictionary was missed


def test_nothing_is_written_where_the_data_can_be_reached() -> None:
    speak(GREETING, settings())
    assert not [*cache_home().iterdir()]


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / ("x" * 90) / ("y" * 90) / "espeak-ng-data"
    shutil.copytree(DATA, folder)
    put_data_in(folder, monkeypatch)
    return folder


@pytest.mark.parametrize("voice", ["en-us", "fr"])
def test_a_long_data_path_gives_the_same_sound(
    voice: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = speak(GREETING, settings(voice))
    folder = tmp_path / ("x" * 90) / ("y" * 90) / "espeak-ng-data"
    shutil.copytree(DATA, folder)
    put_data_in(folder, monkeypatch)
    assert speak(GREETING, settings(voice)) == usual
    forget()  # another process finds the link
    assert speak(GREETING, settings(voice)) == usual
    assert len([*cache_home().iterdir()]) == 1


def no_link(self: Path, target: str, *, target_is_directory: bool = False) -> None:
    raise OSError(f"no right to link {self} to {target} ({target_is_directory})")


@pytest.mark.parametrize("voice", ["en-us", "fr"])
def test_where_no_link_can_be_made_a_copy_gives_the_same_sound(
    voice: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "They wrote नमस्ते: good evening."
    usual = speak(text, settings(voice))
    folder = tmp_path / ("x" * 90) / ("y" * 90) / "espeak-ng-data"
    shutil.copytree(DATA, folder)
    put_data_in(folder, monkeypatch)
    monkeypatch.setattr(Path, "symlink_to", no_link)
    assert speak(text, settings(voice)) == usual
    forget()  # another process finds the copy
    monkeypatch.setattr(shutil, "copytree", lambda *_: pytest.fail("copied again"))
    assert speak(text, settings(voice)) == usual
    assert len([*cache_home().iterdir()]) == 1


def test_of_two_processes_that_copy_at_one_time_both_speak(
    deep: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "symlink_to", no_link)
    copy = shutil.copytree

    def slowly(data: str, half: str) -> str:
        monkeypatch.setattr(shutil, "copytree", copy)
        espeak_data.within_reach.cache_clear()
        assert "espeak-ng-copy" in espeak_data.within_reach(data)  # the other one
        return copy(data, half)

    monkeypatch.setattr(shutil, "copytree", slowly)
    assert speak(GREETING, settings()).samples
    assert len([*cache_home().iterdir()]) == 1
    assert deep.is_dir()


@pytest.mark.skipif(
    not ctypes.util.find_library("espeak-ng"), reason="no espeak-ng of the system's"
)
def test_without_the_wheel_the_system_s_own_library_speaks() -> None:
    code = (
        "import sys\n"
        "sys.modules['espeakng_loader'] = None\n"
        "from narrate.heard import Phrase\n"
        "from narrate.voice import USUAL\n"
        "from narrate.speak.catalog import open_engine\n"
        "from narrate.speak.espeak.library import find_library\n"
        "from narrate.speak.voices import find_voice\n"
        "engine = open_engine(find_voice('espeak'))\n"
        "speech = engine.say(Phrase(sys.argv[1]), USUAL)\n"
        "print(find_library()[0], engine.fingerprint, speech.sound.length_ms)\n"
        "print(len(speech.words), speech.words[-1][1] < speech.sound.length)\n"
    )
    there = subprocess.run(
        [sys.executable, "-c", code, GREETING],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "espeakng_loader" not in there.stdout
    assert there.stdout.splitlines()[1] == "5 True"


@pytest.mark.usefixtures("deep")
def test_a_long_data_path_that_no_link_can_shorten_says_the_fix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "file"))
    with pytest.raises(EspeakError, match="set NARRATE_CACHE"):
        speak(GREETING, settings())


def test_a_cache_that_cannot_be_written_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = speak(GREETING, settings())
    (tmp_path / "file").touch()
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "file"))
    forget()
    assert speak(GREETING, settings()) == usual


def test_without_wheel_or_system_library_the_fix_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "espeakng_loader", None)
    monkeypatch.setattr("ctypes.util.find_library", lambda _: None)
    with pytest.raises(ImportError, match="pip install espeakng-loader"):
        find_library()


@pytest.mark.parametrize("voice", ["xx-none", "", "../../phondata"])
def test_an_unknown_voice_is_an_error(voice: str) -> None:
    with pytest.raises(EspeakError, match=f"no voice '{voice}'"):
        speak(GREETING, settings(voice))


def test_a_wrong_data_folder_does_not_end_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = speak(GREETING, settings())
    put_data_in(tmp_path, monkeypatch)
    with pytest.raises(EspeakError, match="finds no data"):
        speak(GREETING, settings())
    put_data_in(DATA, monkeypatch)
    assert speak(GREETING, settings()) == usual


@pytest.mark.parametrize("name", ["en_dict", "phondata", "new_dict"])
def test_the_identity_changes_with_the_data(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    put_data_in(tmp_path / "data", monkeypatch)
    first = espeak_library.identity("en-us")
    forget()
    assert espeak_library.identity("en-us") == first
    with (tmp_path / "data" / name).open("ab") as file:
        file.write(b" ")
    forget()
    assert espeak_library.identity("en-us") != first


def test_the_identity_changes_with_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = espeak_library.identity("en-us")
    ours = tmp_path / Path(find_library()[0]).name
    ours.write_bytes(Path(find_library()[0]).read_bytes() + b" ")
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(ours))
    forget()
    assert espeak_library.identity("en-us") != first


def test_the_identity_is_asked_of_files_and_loads_no_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def load(path: str) -> None:
        pytest.fail(f"loaded {path}")

    monkeypatch.setattr(espeak_library.ctypes, "CDLL", load)
    assert "espeak-ng" in espeak_library.identity("en-us")


def test_a_system_library_known_by_its_name_alone_has_an_identity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Path(find_library()[0])
    monkeypatch.setattr(espeak_library, "find_library", lambda: (library.name, ""))
    loaded = espeak_library.ctypes.CDLL
    monkeypatch.setattr(
        espeak_library.ctypes, "CDLL", lambda name: loaded(library.parent / name)
    )
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(DATA))
    assert espeak_library.identity("en-us").startswith("1.")
    assert speak(GREETING, settings()).samples
