"""The engine `piper`: nothing left out, every word timed, each fault with its fix."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.errors import SpeechError, VoiceError
from narrate.heard import Phrase, Pronunciation
from narrate.speak.base import Speech
from narrate.speak.piper import files as piper_files
from narrate.speak.piper.engine import PiperEngine
from narrate.speak.piper.files import locate_both
from narrate.speak.piper.ipa import replace as pronounce
from narrate.speak.piper.model import Model, open_model
from narrate.speak.piper.sounds import Phonemizer, Sounded, parts
from narrate.speak.voices import find_voice
from narrate.voice import USUAL, Manner, Voice
from narrate.words import words_of

SENTENCE = (
    "One of the men who has been in the house paid $5 & left in 1984, at the A P."
)


@pytest.fixture(scope="module")
def voice() -> Voice:
    return find_voice("joe")


@pytest.fixture(scope="module")
def engine(voice: Voice) -> PiperEngine:
    return PiperEngine(voice)


@pytest.fixture(scope="module")
def model(voice: Voice) -> Model:
    return open_model(voice)


@pytest.fixture(scope="module")
def phonemizer(model: Model) -> Phonemizer:
    return Phonemizer(model.sentences)


def letters(sounds: tuple[str, ...]) -> int:
    return sum(sound.isalpha() for sound in sounds)


def by_word(said: list[Sounded], text: str) -> dict[str, str]:
    """Give what is said for each word."""
    return {
        text[start:end]: "".join(sound for sound, word in said if word == at)
        for at, (start, end) in enumerate(words_of(text))
    }


def test_each_word_has_its_sounds_though_they_are_joined_and_parted(
    phonemizer: Phonemizer,
) -> None:
    said = by_word(phonemizer.said(Phrase(SENTENCE)), SENTENCE)
    assert said["of"] == "ʌv"
    assert said["the"].startswith("ð")
    assert (said["has"], said["been"]) == ("hɐz", "bɪn")
    assert said["1984,"].startswith("nˈaɪntiːn")
    assert said["1984,"].endswith("fˈɔːɹ")
    assert (said["A"], said["P."]) == ("ˌeɪ", "pˈiː")


def test_word_times_rise_inside_the_sound(engine: PiperEngine) -> None:
    speech = engine.say(Phrase(SENTENCE), USUAL)
    assert len(speech.words) == len(words_of(SENTENCE))
    now = 0
    for start, end in speech.words:
        assert now <= start < end <= speech.sound.length
        now = end


def test_a_pause_is_no_word_s(engine: PiperEngine) -> None:
    (_, first), (second, _) = engine.say(Phrase("Wait; go."), USUAL).words
    assert second - first > 2_000  # samples: 90 ms


@pytest.mark.parametrize(
    ("text", "stretch", "ipa", "sounds"),
    [
        ("In Kyiv’s army.", "Kyiv", "ˈkiːɪv", "kˈiːɪvz"),
        ("In Bush’s army.", "Bush", "ˈbʊʃ", "bˈʊʃᵻz"),
        ("The pro-Kyiv side.", "Kyiv", "ˈkiːɪv", "pɹˈoʊkˈiːɪv"),
        ("At Kyiv, at last.", "Kyiv", "ˈkiːɪv", "kˈiːɪv"),
    ],
)
def test_a_pronunciation_is_said_in_a_part_of_a_word(
    phonemizer: Phonemizer, text: str, stretch: str, ipa: str, sounds: str
) -> None:
    start = text.index(stretch)
    phrase = Phrase(text, (Pronunciation(start, start + len(stretch), ipa),))
    before = by_word(phonemizer.said(phrase), text)
    said = pronounce(phonemizer.said(phrase), phrase, phonemizer.sounds, "en-us")
    after = by_word(said, text)
    changed = {word for word in after if after[word] != before[word]}
    assert {after[word] for word in changed} <= {sounds}
    assert sounds in after.values()


def test_a_pronunciation_of_two_words_is_timed_by_both(engine: PiperEngine) -> None:
    text = "In Chasiv Yar today."
    phrase = Phrase(text, (Pronunciation(3, 13, "ˈtʃɑːsiv jɑːɹ"),))
    speech = engine.say(phrase, USUAL)
    assert len(speech.words) == 4
    assert all(start < end for start, end in speech.words)
    assert speech != engine.say(Phrase(text), USUAL)


def test_what_is_no_ipa_is_an_error_that_names_the_word(engine: PiperEngine) -> None:
    phrase = Phrase("In Kyiv.", (Pronunciation(3, 7, "K€¥"),))
    with pytest.raises(SpeechError, match="pronunciation of 'Kyiv'"):
        engine.say(phrase, USUAL)


@pytest.mark.parametrize(
    ("word", "count"),
    [("x", 300), ("w", 90), ("a", 300), ("ab", 2_000), ("well-known-", 40)],
)
def test_a_word_without_end_is_said_to_its_end(
    phonemizer: Phonemizer, word: str, count: int
) -> None:
    once = letters(phonemizer.sounds(word * 8)) / 8
    assert letters(phonemizer.sounds(word * count)) == pytest.approx(once * count, 0.02)


def test_a_long_sentence_is_said_in_order_and_in_parts(phonemizer: Phonemizer) -> None:
    text = "many words follow one another, of the end, " * 470
    said = phonemizer.said(Phrase(text))
    cut = list(parts(said, 300))
    assert max(map(len, cut)) <= 300
    words = [s.word for part in cut for s in part if s.word is not None]
    assert words == sorted(words)
    assert set(words) == set(range(len(words_of(text))))


def test_sounds_without_a_space_are_cut_all_the_same() -> None:
    said = [Sounded("a", 0)] * 1000
    cut = list(parts(said, 300))
    assert [sound for part in cut for sound in part] == said
    assert max(map(len, cut)) <= 300


def test_an_ellipsis_is_a_pause(phonemizer: Phonemizer) -> None:
    assert "".join(phonemizer.sounds("wait… what")).count(",") == 1


def test_brackets_of_an_article_are_never_obeyed(phonemizer: Phonemizer) -> None:
    obeyed = phonemizer.sounds("Say həlˈoʊ.")
    assert "".join(phonemizer.sounds("Say [[həlˈoʊ]].")) == "".join(obeyed)


@pytest.mark.parametrize(
    "manner", [Manner(0.9), Manner(1.2), Manner(1, 2), Manner(1, 0.5)]
)
def test_a_length_is_as_asked_whatever_the_pitch(
    engine: PiperEngine, manner: Manner
) -> None:
    text = "The engineers came on Tuesday, and they stayed until the end."
    usual = engine.say(Phrase(text), USUAL).sound
    other = engine.say(Phrase(text), manner).sound
    assert other.length_ms == pytest.approx(usual.length_ms / manner.speed, 0.03)
    assert other.rate_hz == round(usual.rate_hz * manner.pitch)


def test_a_phoneme_that_a_voice_lacks_is_said_as_its_nearest_or_named(
    model: Model, engine: PiperEngine
) -> None:
    few = {k: v for k, v in model.config.phoneme_id_map.items() if k not in "ɚʃ"}
    poor = replace(model, config=replace(model.config, phoneme_id_map=few))
    other = PiperEngine(find_voice("joe"))
    other._opened = poor, Phonemizer(poor.sentences)  # noqa: SLF001
    assert isinstance(other.say(Phrase("Better water."), USUAL), Speech)
    with pytest.raises(SpeechError, match=r"no sound for the 'ʃ' in 'ship\.'"):
        other.say(Phrase("A good ship."), USUAL)


def test_what_has_no_sound_is_an_error(engine: PiperEngine) -> None:
    with pytest.raises(SpeechError, match="no sound for any letter"):
        engine.say(Phrase("—"), USUAL)


def test_without_the_extra_it_is_named(
    voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piper_files, "is_installed", lambda: False)
    with pytest.raises(VoiceError, match=r"pip install 'narrate-audio\[piper\]'"):
        _ = PiperEngine(voice).fingerprint


def test_a_package_that_is_missing_is_named(voice: Voice) -> None:
    with pytest.raises(VoiceError, match="pip install no-such-voice"):
        locate_both(replace(voice, model="no_such_voice/data/a.onnx"))


@pytest.fixture
def own(voice: Voice, tmp_path: Path) -> Voice:
    """A copy of the voice among the listener's own files."""
    path, _ = locate_both(voice)
    for file in (path, path.with_name(f"{path.name}.json")):
        shutil.copy(file, tmp_path / file.name)
    return replace(voice, model=str(tmp_path / path.name))


@pytest.mark.parametrize("ending", [".onnx", ".onnx.json"])
def test_a_file_that_is_missing_is_named(own: Voice, ending: str) -> None:
    file = Path(own.model).with_suffix(ending)
    file.unlink()
    with pytest.raises(VoiceError, match=f"(put its model at .*|file .*){file.name}"):
        _ = PiperEngine(own).fingerprint


def test_another_file_than_the_one_that_is_named_is_refused(own: Voice) -> None:
    with pytest.raises(VoiceError, match=r"of another content: .* sha256 58afce"):
        PiperEngine(replace(own, sha256="0" * 64)).load()


@pytest.mark.parametrize("size", [0, 1_000, 5_000_000])
def test_a_damaged_model_is_named(own: Voice, size: int) -> None:
    with Path(own.model).open("r+b") as file:
        file.truncate(size)
    with pytest.raises(VoiceError, match=r"a damaged file .*; fetch it again"):
        PiperEngine(replace(own, sha256="")).load()


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"phoneme_type": "pinyin"}, "phonemes of the kind 'pinyin'"),
        ({"espeak": {"voice": "no-such"}}, "espeak-ng's voice 'no-such'"),
        ({"phoneme_id_map": {}}, "describes no voice"),
        ({"audio": None}, "describes no voice"),
    ],
)
def test_a_description_that_is_wrong_is_named(
    own: Voice, change: dict[str, object], trouble: str
) -> None:
    file = Path(f"{own.model}.json")
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(VoiceError, match=trouble):
        PiperEngine(own).load()
