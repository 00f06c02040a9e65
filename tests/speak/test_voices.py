from pathlib import Path

import pytest

from narrate.errors import OptionError, VoiceError
from narrate.speak.catalog import open_engine
from narrate.speak.voices import find_voice, list_voices, voices_folder
from narrate.voice import Manner


def test_every_file_in_voices_is_a_voice() -> None:
    names = {voice.name for voice in list_voices()}
    assert names == {path.stem for path in voices_folder().glob("*.toml")}
    assert {"heart", "espeak", "silent"} <= names


def test_an_aside_sounds_lower_and_softer_than_the_article() -> None:
    for name in ("heart", "espeak"):
        voice = find_voice(name)
        assert voice.manner(aside=False) == Manner()
        assert voice.manner(aside=True).pitch < 1
        assert voice.manner(aside=True).level_db < 0


def test_a_voice_can_be_a_file_of_the_listener_s_own(tmp_path: Path) -> None:
    own = tmp_path / "quick.toml"
    text = (voices_folder() / "espeak.toml").read_text(encoding="utf-8")
    own.write_text(text.replace("words_per_minute = 150", "words_per_minute = 300"))
    voice = find_voice(str(own))
    assert (voice.name, voice.words_per_minute) == ("quick", 300)


@pytest.mark.parametrize("name", ["nobody", "../voices/heart", "heart.toml", ""])
def test_an_unknown_voice_is_named_beside_the_known(name: str) -> None:
    with pytest.raises(VoiceError, match="there are espeak, heart, silent"):
        find_voice(name)


def test_a_speed_beyond_the_voice_names_its_range() -> None:
    with pytest.raises(OptionError, match=r"--wpm 900 .* 80 to 450"):
        find_voice("espeak", 900)
    assert find_voice("espeak", 400).words_per_minute == 400


def test_a_voice_s_loudness_hangs_on_its_speed(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = (voices_folder() / "silent.toml").read_text(encoding="utf-8")
    pairs = "loudness_lufs = [[200, -21], [100, -20.0], [400, -20]]"
    own.write_text(text.replace("loudness_lufs = -20.0", pairs))
    speeds = (60, 100, 150, 200, 300, 400, 600)
    louds = [find_voice(str(own), speed).loudness_lufs for speed in speeds]
    assert louds == [-20, -20, -20.5, -21, -20.5, -20, -20]


BROKEN = {
    'engine = "silent"': ('engine = "silent', "can't be read"),
    'engine = "': ('motor = "', "an entry nobody knows: motor"),
    'about = "no sound: for trying out chapters and tags"': (
        "about = 3",
        "entry about",
    ),
    "loudness_lufs = -20.0": ("", "entry loudness_lufs"),
    "loudness_lufs = -20": ("loudness_lufs = [[100, 1, 2]]\n#", "pairs of words"),
    "slowest_words_per_minute = 60": ("slowest_words_per_minute = 0", "entry slowest"),
    'source = "narrate"': ("[aside]\npitch = 9\n", "an entry|pitch of 0.5|needs"),
}


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_description_names_the_entry(tmp_path: Path, line: str) -> None:
    other, trouble = BROKEN[line]
    text = (voices_folder() / "silent.toml").read_text(encoding="utf-8")
    assert line in text
    own = tmp_path / "own.toml"
    own.write_text(text.replace(line, other))
    with pytest.raises(VoiceError, match=trouble):
        find_voice(str(own))


def test_a_voice_whose_weights_are_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    own = tmp_path / "emma.toml"
    text = (voices_folder() / "heart.toml").read_text(encoding="utf-8")
    own.write_text(text.replace('variant = "heart"', 'variant = "emma"'))
    with pytest.raises(VoiceError, match="downloads nothing"):
        open_engine(find_voice(str(own))).say("Good evening.", 1.0)
