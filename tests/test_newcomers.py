import json
from pathlib import Path

import pytest

from narrate import newcomers
from narrate.errors import VoiceError
from narrate.folders import models_home
from narrate.newcomers import add, install, remove
from narrate.speak.voices import find_voice, own_folder, voice_names, voices_folder
from narrate.stamps import sha256_of

PIPER = {
    "audio": {"sample_rate": 22_050},
    "espeak": {"voice": "fr"},
    "language": {"code": "fr_FR"},
}


@pytest.fixture(autouse=True)
def _unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins for networks can't speak."""
    monkeypatch.setattr(newcomers, "_measured", lambda file, to: "")


@pytest.fixture
def piper(tmp_path: Path) -> Path:
    model = tmp_path / "upmc.onnx"
    model.write_bytes(b"a network")
    model.with_name("upmc.onnx.json").write_text(json.dumps(PIPER), encoding="utf-8")
    return model


def _kept() -> list[str]:
    folders = [own_folder(), models_home()]
    return sorted(p.name for folder in folders for p in folder.glob("*"))


def test_a_piper_model_becomes_a_voice(piper: Path) -> None:
    assert add(piper).startswith("Added the voice upmc")
    piper.unlink()
    voice = find_voice("upmc")
    assert (voice.engine, voice.language, voice.natural) == ("piper", "fr-FR", True)
    assert Path(voice.model) == models_home() / "upmc.onnx"
    assert voice.sha256 == sha256_of(Path(voice.model))
    assert voice.roles["aside"].pitch < 1
    assert _kept() == ["upmc.onnx", "upmc.onnx.json", "upmc.toml"]
    assert remove("upmc") == "Removed the voice upmc."
    assert _kept() == []


def test_a_voice_can_be_given_another_name(piper: Path) -> None:
    add(piper, "pierre")
    assert find_voice("pierre").language == "fr-FR"


def test_hibari_s_own_network_is_added_by_its_variant(tmp_path: Path) -> None:
    model = tmp_path / "downloaded.onnx"
    model.write_bytes(b"a network")
    add(model, "ours", "emma")
    voice = find_voice("ours")
    assert (voice.engine, voice.variant, voice.language) == ("heart", "emma", "en-GB")


def test_a_voice_file_is_added_with_the_model_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "net.onnx").write_bytes(b"a network")
    text = (voices_folder() / "silent.toml").read_text(encoding="utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(f'{text}model = "net.onnx"\n', encoding="utf-8")
    add(file)
    assert find_voice("mine").model == str(tmp_path / "net.onnx")
    remove("mine")
    assert (tmp_path / "net.onnx").exists(), "it was never copied"
    assert "mine" not in voice_names()


@pytest.mark.parametrize(
    ("file", "name", "trouble"),
    [
        ("nowhere.onnx", "", "there is no file"),
        ("upmc.onnx", "../up", "can't be called so"),
        ("upmc.onnx", "heart", "is there already"),
        ("alone.onnx", "", "Piper's description .* is not there"),
        ("odd.onnx", "", "is no description of a Piper voice"),
        ("broken.toml", "", "has an entry nobody knows: motor"),
    ],
)
def test_what_is_no_voice_is_refused_and_nothing_kept(
    piper: Path, file: str, name: str, trouble: str
) -> None:
    for other in ("alone.onnx", "odd.onnx"):
        piper.with_name(other).write_bytes(b"a network")
    piper.with_name("odd.onnx.json").write_text("[]", encoding="utf-8")
    piper.with_name("broken.toml").write_text('motor = "V8"', encoding="utf-8")
    with pytest.raises(VoiceError, match=trouble):
        add(piper.with_name(file), name)
    assert _kept() == []


def test_a_network_that_can_t_speak_is_not_kept(
    piper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(file: Path, to: Path) -> str:
        raise VoiceError("upmc", "can't speak: damaged")

    monkeypatch.setattr(newcomers, "missing", lambda voice: "")
    monkeypatch.setattr(newcomers, "_measured", broken)
    with pytest.raises(VoiceError, match="damaged"):
        add(piper)
    assert _kept() == []


@pytest.mark.parametrize("name", ["heart", "espeak", "fenrir"])
def test_what_comes_with_narrate_stays(name: str) -> None:
    with pytest.raises(VoiceError, match="comes with narrate"):
        remove(name)


def test_a_voice_that_is_no_hub_s_is_not_installed_from_it() -> None:
    with pytest.raises(VoiceError, match="none of the hub's, and it is installed"):
        install("heart")


def test_an_installed_voice_says_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(voice: object) -> Path:
        models_home().mkdir(parents=True, exist_ok=True)
        path = models_home() / "am_fenrir_v2.int8.onnx"
        path.write_bytes(b"a network")
        return path

    monkeypatch.setattr(newcomers, "fetch", fetch)
    assert install("fenrir").startswith("Installed the voice fenrir (")
    monkeypatch.setattr(newcomers, "fetch", lambda voice: None)
    assert install("fenrir") == "The voice fenrir is installed already."
    remove("fenrir")
    assert _kept() == []
