from dataclasses import replace
from pathlib import Path

import pytest

from narrate.errors import VoiceError
from narrate.speak.models import find_model
from narrate.speak.needs import is_installed
from narrate.speak.voices import find_voice
from narrate.stamps import sha256_of
from narrate.voice import Voice


def test_a_model_is_found_by_its_path_and_proved_by_its_hash(
    tmp_path: Path, silent: Voice
) -> None:
    path = tmp_path / "net.onnx"
    path.write_bytes(b"network")
    voice = replace(silent, model=str(path), sha256=sha256_of(path))
    assert find_model(voice) == path
    assert find_model(replace(voice, sha256="")) == path
    assert is_installed(voice)


def test_a_model_of_another_content_is_refused(tmp_path: Path, silent: Voice) -> None:
    path = tmp_path / "net.onnx"
    path.write_bytes(b"network")
    voice = replace(silent, model=str(path), sha256="0" * 64)
    with pytest.raises(VoiceError, match=r"of another content: .*net\.onnx .* 000000"):
        find_model(voice)


def test_a_model_in_an_installed_package_is_found_without_importing_it(
    tmp_path: Path, silent: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a_voice_package"
    (package / "assets").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    (package / "assets" / "net.onnx").write_bytes(b"network")
    monkeypatch.syspath_prepend(str(tmp_path))
    voice = replace(silent, model="a_voice_package/assets/net.onnx")
    assert find_model(voice) == package / "assets" / "net.onnx"


@pytest.mark.parametrize(
    "model", ["no_such_package/net.onnx", "narrate/nowhere.onnx", "pathlib/net.onnx"]
)
def test_a_model_that_is_nowhere_is_named(silent: Voice, model: str) -> None:
    voice = replace(silent, model=model)
    assert not is_installed(voice)
    with pytest.raises(
        VoiceError, match=r"is not installed; (install it with: pip|put its)"
    ):
        find_model(voice)


def test_a_voice_without_a_model_needs_none(silent: Voice) -> None:
    assert is_installed(silent)


def test_a_voice_of_the_hub_that_is_not_here_says_the_command() -> None:
    with pytest.raises(VoiceError, match="it with: narrate voices install fenrir"):
        find_model(find_voice("fenrir"))
