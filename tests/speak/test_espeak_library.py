import shutil
from pathlib import Path

import espeakng_loader
import pytest

from narrate.folders import cache_home
from narrate.speak import espeak_library
from narrate.speak.espeak_library import (
    EspeakError,
    EspeakSettings,
    find_library,
    speak,
)


@pytest.fixture(autouse=True)
def _looks_for_data_again() -> None:
    espeak_library._data_for.cache_clear()  # noqa: SLF001 - each test has its cache


SETTINGS = EspeakSettings("en-us", rate_wpm=150, pitch=50)


def test_a_long_data_path_gives_the_same_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("x" * 90) / ("y" * 90)
    shutil.copytree(espeakng_loader.get_data_path(), deep / "espeak-ng-data")
    usual = speak("Good evening.", SETTINGS)
    monkeypatch.setattr(
        espeakng_loader, "get_data_path", lambda: str(deep / "espeak-ng-data")
    )
    assert len(str(deep)) > 160
    assert speak("Good evening.", SETTINGS) == usual


def test_the_english_data_alone_sound_the_same_as_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick = speak("Good evening to you all.", SETTINGS)
    monkeypatch.setattr(espeak_library, "_data_for", lambda data, **_: data)
    assert speak("Good evening to you all.", SETTINGS) == quick


def test_a_cache_that_cannot_be_written_costs_time_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = speak("Good evening.", SETTINGS)
    (tmp_path / "file").touch()
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "file"))
    espeak_library._data_for.cache_clear()  # noqa: SLF001
    assert speak("Good evening.", SETTINGS) == usual


def test_another_language_has_all_the_data() -> None:
    french = EspeakSettings("fr", rate_wpm=150, pitch=50)
    assert speak("Bonsoir à tous.", french) != speak("Bonsoir à tous.", SETTINGS)


def test_without_wheel_or_system_library_the_fix_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "espeakng_loader", None)
    monkeypatch.setattr(espeak_library.ctypes.util, "find_library", lambda _: None)
    with pytest.raises(ImportError, match="pip install espeakng-loader"):
        find_library()


def test_an_unknown_voice_is_an_error() -> None:
    with pytest.raises(EspeakError, match="no voice 'xx-none'"):
        speak("Good evening.", EspeakSettings("xx-none", rate_wpm=150, pitch=50))


def test_a_wrong_data_folder_does_not_end_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(tmp_path))
    with pytest.raises(EspeakError, match="finds no data"):
        speak("Good evening.", SETTINGS)


def test_a_damaged_copy_of_the_data_is_made_anew() -> None:
    usual = speak("Good evening.", SETTINGS)
    (copy,) = cache_home().glob("espeak-ng-*")
    (copy / "phondata").write_bytes(b"cut short")
    espeak_library._data_for.cache_clear()  # noqa: SLF001
    assert speak("Good evening.", SETTINGS) == usual
