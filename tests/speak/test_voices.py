from pathlib import Path

import pytest

from narrate.errors import OptionError, VoiceError
from narrate.roles import BESIDE, Role
from narrate.speak.catalog import open_engine
from narrate.speak.voices import (
    at_pace_of,
    find_voice,
    list_voices,
    own_folder,
    voices_folder,
)
from narrate.voice import Manner
from tests.spoken import say


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARRATE_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("NARRATE_DATA", str(tmp_path / "data"))


def _own(name: str, like: str, old: str = "", new: str = "") -> Path:
    text = (voices_folder() / f"{like}.toml").read_text(encoding="utf-8")
    assert old in text
    path = own_folder() / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


def test_every_file_in_voices_is_a_voice() -> None:
    names = {voice.name for voice in list_voices()}
    assert names == {path.stem for path in voices_folder().glob("*.toml")}
    assert {"heart", "espeak", "silent"} <= names


def test_an_aside_sounds_lower_and_softer_than_the_article() -> None:
    for name in ("heart", "espeak"):
        voice = find_voice(name)
        assert voice.manner(Role.PARAGRAPH, aside=False) == Manner()
        for role in BESIDE:
            assert voice.manner(role, aside=True).pitch < 1
            assert voice.manner(role, aside=True).level_db < 0


def test_a_voice_can_be_a_file_of_the_listener_s_own() -> None:
    own = _own("quick", "espeak", "minute = 150", "minute = 300")
    for name in (str(own), "quick"):
        voice = find_voice(name)
        assert (voice.name, voice.words_per_minute) == ("quick", 300)
    assert "quick" in {voice.name for voice in list_voices()}


def test_the_listener_s_own_file_wins_over_one_that_comes_with_narrate() -> None:
    _own("heart", "espeak")
    assert find_voice("heart").engine == "espeak"
    assert [voice.name for voice in list_voices()].count("heart") == 1


@pytest.mark.parametrize("name", ["nobody", "../voices/heart", "", "x" * 5000])
def test_an_unknown_voice_is_named_beside_the_known(name: str) -> None:
    with pytest.raises(VoiceError, match=r"is not there; there are .*espeak, .*silent"):
        find_voice(name)


@pytest.mark.parametrize(
    ("name", "near"), [("hart", "heart"), ("espeek", "espeak"), ("heart.toml", "heart")]
)
def test_a_name_that_is_nearly_right_brings_the_right_one(name: str, near: str) -> None:
    with pytest.raises(VoiceError, match=rf"did you mean {near}\? There are"):
        find_voice(name)


def test_a_speed_beyond_the_voice_names_its_range() -> None:
    with pytest.raises(OptionError, match=r"--wpm 900 .* 80 to 450"):
        find_voice("espeak", 900)
    assert find_voice("espeak", 400).words_per_minute == 400


def test_another_voice_keeps_the_pace_that_was_asked_of_the_first() -> None:
    espeak = find_voice("espeak")
    assert at_pace_of(espeak, find_voice("heart")).words_per_minute == 150
    assert at_pace_of(espeak, find_voice("heart", 330 // 2)).words_per_minute == 150
    assert at_pace_of(espeak, find_voice("heart", 320)).words_per_minute == 291
    assert at_pace_of(find_voice("heart"), find_voice("espeak", 450)) == (
        find_voice("heart", 320)
    )


def test_a_voice_s_loudness_hangs_on_its_speed(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = (voices_folder() / "silent.toml").read_text(encoding="utf-8")
    pairs = "loudness_lufs = [[200, -21], [100, -20.0], [400, -20]]"
    own.write_text(text.replace("loudness_lufs = -20.0", pairs))
    speeds = (60, 100, 150, 200, 300, 400, 600)
    louds = [find_voice(str(own), speed).loudness(Manner()) for speed in speeds]
    assert louds == [-20, -20, -20.5, -21, -20.5, -20, -20]


def test_a_voice_s_loudness_hangs_on_its_pitch() -> None:
    own = _own("own", "silent", "source", "louder_lu = [[0.8, 1], [1, 0]]\nsource")
    voice = find_voice(str(own))
    louds = [voice.loudness(Manner(pitch)) for pitch in (0.7, 0.8, 0.9, 1, 1.2)]
    assert louds == [-19, -19, -19.5, -20, -20]


def test_a_voice_whose_weights_are_elsewhere_is_not_fetched() -> None:
    own = _own("other", "heart", 'variant = "heart"', 'variant = "emma"')
    with pytest.raises(VoiceError, match="downloads nothing"):
        say(open_engine(find_voice(str(own))), "Good evening.")
