import pytest

from narrate.errors import VoiceError
from narrate.speak.cast import find_cast
from narrate.speak.languages import best_voice, reads
from narrate.speak.voices import find_voice, own_folder, voices_folder


def _own(name: str, language: str, **changes: str) -> None:
    text = (voices_folder() / "silent.toml").read_text(encoding="utf-8")
    text = text.replace('"und"', f'"{language}"')
    lines = [f"{key} = {value}\n" for key, value in changes.items()]
    own_folder().mkdir(parents=True, exist_ok=True)
    (own_folder() / f"{name}.toml").write_text(text + "".join(lines), encoding="utf-8")


def test_a_language_is_read_by_espeak_where_nobody_else_does() -> None:
    voice = best_voice("de-AT", None)
    assert (voice.name, voice.variant) == ("espeak", "de")


def test_english_is_read_by_the_default_voice() -> None:
    assert best_voice("en", None).name == "heart"


def test_the_listener_s_own_voice_of_a_language_wins_over_espeak() -> None:
    _own("anna", "de-DE")
    assert best_voice("de", None).name == "anna"
    assert find_cast(find_voice("heart"), ["de"]).languages["de"].name == "anna"


def test_a_natural_voice_wins_over_one_that_is_not() -> None:
    _own("anna", "de-DE")
    _own("bert", "de-DE", natural="true")
    _own("curt", "de-AT", natural="true")
    assert best_voice("de-DE", None).name == "bert"
    assert best_voice("de-AT", None).name == "curt"


def test_a_voice_whose_model_is_missing_reads_nothing() -> None:
    _own("anna", "de-DE", natural="true", model='"gone.onnx"')
    assert best_voice("de", None).name == "espeak"


def test_a_language_only_a_voice_of_the_listener_s_speaks_is_read() -> None:
    assert not reads("rw")
    _own("amata", "rw")
    assert reads("rw")
    assert best_voice("rw", None).name == "amata"


@pytest.mark.parametrize(
    ("other", "trouble"),
    [("own", "which is itself"), ("anna", "which speaks de-DE, not en-US")],
)
def test_a_role_is_given_to_another_voice_of_the_language(
    other: str, trouble: str
) -> None:
    _own("anna", "de-DE")
    text = (voices_folder() / "espeak.toml").read_text(encoding="utf-8")
    own = own_folder() / "own.toml"
    own.write_text(f'{text}\n[roles.dek]\nvoice = "{other}"\n', encoding="utf-8")
    with pytest.raises(VoiceError, match=rf"gives \[roles.dek\] to .*{trouble}"):
        find_cast(find_voice("own"))
