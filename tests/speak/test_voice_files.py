import re
from pathlib import Path

import pytest

from narrate.errors import VoiceError
from narrate.roles import TREATMENTS, Role, Treatment
from narrate.speak import voice_files
from narrate.speak.voice_files import read_voice
from narrate.speak.voices import voices_folder
from narrate.voice import Manner, Voice

SHA = "5f70741d4e900f4e85d0037498736cc1b3e1b9a63a13546a5da1e63abf4fccd8"


def _read(folder: Path, change: tuple[str, str] = ("", ""), more: str = "") -> Voice:
    text = (voices_folder() / "silent.toml").read_text(encoding="utf-8")
    assert change[0] in text
    own = folder / "own.toml"
    own.write_text(text.replace(*change) if change[0] else text, encoding="utf-8")
    with own.open("a", encoding="utf-8") as file:
        file.write(f"\n{more}\n")
    return read_voice(own)


def test_a_voice_file_says_all_that_a_voice_is(tmp_path: Path) -> None:
    (tmp_path / "own.onnx").write_bytes(b"network")
    voice = _read(
        tmp_path,
        more=f'model = "own.onnx"\nsha256 = "{SHA}"\nnatural = true\npitch = 0.97\n'
        'louder_lu = [[1.2, -0.5], [0.8, 0.9]]\nvariant = "low"\n'
        "[roles.list-item]\nspeed = 0.95\n"
        '[roles.quote]\nvoice = "espeak"\npitch = 1.04\nlevel_db = -1\nlead_in = ""\n',
    )
    assert (voice.model, voice.sha256) == (str(tmp_path / "own.onnx"), SHA)
    assert (voice.natural, voice.pitch, voice.variant) == (True, 0.97, "low")
    assert voice.louder_lu == ((0.8, 0.9), (1.2, -0.5))
    assert voice.roles == {
        Role.LIST_ITEM: Manner(speed=0.95),
        Role.QUOTE: Manner(1.04, 1.0, -1.0, "", "espeak"),
    }


def test_a_role_that_says_nothing_of_lead_ins_keeps_the_usual_ones(
    tmp_path: Path,
) -> None:
    assert _read(tmp_path, more="[roles.aside]\npitch = 0.9").roles == {
        "aside": Manner(0.9, lead_in=None)
    }


def test_a_model_is_a_path_or_a_package_s_or_one_that_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NARRATE_DATA", str(tmp_path / "data"))
    (tmp_path / "nets").mkdir()
    (tmp_path / "nets" / "beside.onnx").write_bytes(b"network")
    absolute = tmp_path / "nowhere.onnx"
    for given, place in {
        "nets/beside.onnx": str(tmp_path / "nets" / "beside.onnx"),
        "./later.onnx": str(tmp_path / "later.onnx"),
        absolute.as_posix(): str(absolute),
        "some_package/assets/it.onnx": "some_package/assets/it.onnx",
        "alone.onnx": str(tmp_path / "data" / "voices" / "alone.onnx"),
    }.items():
        assert _read(tmp_path, more=f'model = "{given}"').model == place


BROKEN = {
    "an entry nobody knows: motor": ('engine = "', 'motor = "'),
    "the entry about, as text": ("about = ", "about = 3 # "),
    "needs the entry loudness_lufs": ("loudness_lufs = -20.0", ""),
    "loudness_lufs, as a number, or as pairs": ("lufs = -20.0", "lufs = [[1, 2, 3]]"),
    "the entry loudness_lufs": ("lufs = -20.0", "lufs = nan"),
    "loudness_lufs, as": ("lufs = -20.0", "lufs = []"),
    "entry slowest_words_per_minute, as a whole": ("minute = 60\n", "minute = 0\n"),
    "which is not 200 to 600": ("minute = 60\n", "minute = 200\n"),
    "the entry language, as a language tag": ('"und"', '"Old Norse"'),
    "engine, as text": ('"silent"', '" "'),
}


@pytest.mark.parametrize("trouble", BROKEN)
def test_a_broken_description_names_the_entry(tmp_path: Path, trouble: str) -> None:
    with pytest.raises(VoiceError, match=trouble):
        _read(tmp_path, BROKEN[trouble])


def test_a_description_that_is_no_toml_says_so(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="The voice own has a file that can't be read"):
        _read(tmp_path, ('"silent"', '"silent'))


WRONG = {
    'sha256 = "abc"': "sha256, as 64",
    "sha256 = 3": "sha256, as 64",
    'natural = "yes"': "natural, as true or false",
    "pitch = 2": "pitch, from 0.5 to 1.5",
    "pitch = true": "pitch, from 0.5 to 1.5",
    "louder_lu = [0.9]": "louder_lu, as pairs of a pitch",
    'model = ""': "model, as the path",
    "roles = 3": "roles, as tables",
    "[roles]\nquote = 3": r"a table under \[roles.quote\]",
    "[roles.blockquote]\npitch = 1": "a role nobody knows: blockquote; there are aside",
    "[roles.quote]\nvolume = 1": r"nobody knows under \[roles.quote\]: volume",
    "[roles.quote]\npitch = 1.6": r"pitch under \[roles.quote\], from 0.5 to 1.5",
    "[roles.quote]\nspeed = 0.4": r"speed under \[roles.quote\], from 0.5 to 2.0",
    "[roles.quote]\nlevel_db = 1": r"level_db under \[roles.quote\], of 0 or less",
    "[roles.quote]\nlevel_db = inf": r"level_db under \[roles.quote\]",
    "[roles.quote]\nlead_in = 3": r"lead_in under \[roles.quote\], as words",
    '[roles.quote]\nlead_in = "a\\u0001b"': r"lead_in under \[roles.quote\], as words",
    "[roles.quote]\nvoice = 3": r"voice under \[roles.quote\], as the name",
}


@pytest.mark.parametrize("entry", WRONG)
def test_a_wrong_entry_is_named_with_what_it_should_be(
    tmp_path: Path, entry: str
) -> None:
    with pytest.raises(VoiceError, match=WRONG[entry]):
        _read(tmp_path, more=entry)


def test_the_readme_of_voices_names_every_entry_and_role() -> None:
    words = (voices_folder() / "README.md").read_text(encoding="utf-8")
    entries = {*voice_files.NEEDED, *voice_files.MAY_BE} - {"roles"}
    named = set(re.findall(r"`([a-z0-9_-]+)`", words))
    assert {*entries, *voice_files.IN_A_ROLE} <= named
    told = {role for role in voice_files.ROLES if role in named}
    assert {
        "aside",
        *(role.replace(" ", "-") for role in TREATMENTS if _said(role)),
    } == (told)


def _said(role: Role) -> bool:
    return TREATMENTS[role] is not Treatment.DROP and role is not Role.LINK


def test_the_examples_of_the_readme_are_voices(tmp_path: Path) -> None:
    words = (voices_folder() / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(engine.*?)```", words, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        own = tmp_path / "own.toml"
        own.write_text(example.replace("…", "0" * 64), encoding="utf-8")
        assert read_voice(own).about
