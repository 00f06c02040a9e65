"""IPA in the alphabets of the engines, held against what the engines say themselves."""

import itertools
import json
import random
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from narrate import ipa
from narrate.speak.alphabets import to_espeak, to_hibari, to_piper
from narrate.speak.heart.pronounce import open_phonemizer
from tests.mnemonics import heard

VOICES = ("en-us", "en-gb", "en-gb-x-rp")
CONSONANTS = [*"pbtdkɡfvθðszʃʒhmnŋlrjwxɣʁɲʎʔ", "tʃ", "dʒ", "tɕ", "ʈʂ"]
VOWELS = [
    *"iɪeɛæaɑɒɔoʊuʌəyøɨʉ",
    "ɔ̃",
    "ər",
    "ɝ",
    "l̩",
    "n̩",
    "ɪər",
    "ɛər",
    "ʊər",
    "ɪə",
    "iː",
]
VOWELS += ["uː", "ɑː", "ɔː", "ɜː", "eɪ", "aɪ", "ɔɪ", "aʊ", "oʊ", "əʊ", "aɪər", "aʊər"]
NAMES = [
    *("ˈkiːɪv", "zəˈlɛnski", "vɒn dər ˈlaɪən", "mæˈkrɒn", "ˈwʊstər", "ˌtʃɑːsɪv ˈjɑːr"),
    *("ˈwɔːtər", "ˈkɪtən", "ˈbʌtn̩", "ˈlɪtl̩", "ˈɔːtoʊ", "ˈpɑːrti", "ˈʌltɪmət"),
    *("nɛmˈtʃinkə", "ɡəˈrɪlə", "aɪˈdɪə", "ˈsɔːˌʌp", "rjuˈkjuː", "rwænˈdiːz", "ˈbr̩no"),
    *(
        "ˈfɑːr əˈweɪ",
        "ˈlɛtər ˈoʊpən",
        "ˈʃiː dʒɪn",
        "xuˈarɛs",
        "bax",
        "ɲiˈame",
        "məˈrɒkoʊ",
    ),
]


def syllables() -> list[str]:
    """Each consonant and vowel in many places, the same ones in each run."""
    dice = random.Random(6)  # noqa: S311 - words, not secrets
    words = []
    for onset, vowel in itertools.product(CONSONANTS, VOWELS):
        more = dice.choice(["", "t", "n", "k", "r", "s", "l"]) + dice.choice(VOWELS)
        end = dice.choice(["", "", "n", "s", "r", "rt", "ŋk", "l"])
        words.append(f"ˈ{onset}{vowel}{more}{end}")
        words.append(f"{onset}{vowel}ˈ{more}{end}")
    return words


@pytest.mark.parametrize("voice", VOICES)
def test_espeak_says_what_is_written_for_piper(voice: str) -> None:
    words = [*NAMES, *syllables()]
    british = voice != "en-us"
    said = heard([f"[[{to_espeak(w, british=british)}]]" for w in words], voice)
    for word, phonemes in zip(words, said, strict=True):
        wanted = to_piper(word, voice=voice)
        assert unicodedata.normalize("NFD", phonemes) == wanted, word


def test_an_unknown_mnemonic_would_be_noticed() -> None:
    assert heard(["[[k|'y:|v]]", "[[k|'i:|v]]"], "en-us") == ["k", "kˈiːv"]


@cache
def hibari() -> Path:
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


WORDS = (Path(__file__).parent / "ipa.txt").read_text(encoding="utf-8")
KNOWN = [line.split("\t") for line in WORDS.splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("british", [False, True])
def test_hibari_says_known_words_so(*, british: bool) -> None:
    phonemize = open_phonemizer(hibari(), british=british).g2p
    own = {word: phonemize(word) for word, *_ in KNOWN}
    ours = {word: to_hibari(both[british], british=british) for word, *both in KNOWN}
    assert len(KNOWN) >= 300
    assert ours == own


def test_hibari_knows_every_letter_that_is_written() -> None:
    vocabulary = json.loads((hibari() / "assets" / "vocab.json").read_text("utf-8"))
    for word in (*NAMES, *syllables()):
        for british in (False, True):
            assert set(to_hibari(word, british=british)) <= vocabulary.keys(), word


def test_every_sound_of_ipa_is_said_by_every_engine() -> None:
    for sound in sorted(ipa.CONSONANTS | ipa.VOWELS):
        for word in (f"{sound}a", f"a{sound}", f"a{sound}ta"):
            for british in (False, True):
                assert to_hibari(word, british=british)
                assert to_espeak(word, british=british)
            assert to_piper(word)


def test_a_word_without_stress_has_it_on_its_first_full_vowel() -> None:
    assert to_hibari("kiːv", british=False) == "kˈiv"
    assert to_hibari("dəneɪt", british=False) == "dənˈAt"
    assert to_hibari("vɒn dər ˈlaɪən", british=False) == "vɑn dəɹ lˈIən"


def test_the_british_leave_out_an_r_and_americans_say_it() -> None:
    assert to_hibari("ˈkɑːrkɪv", british=False) == "kˈɑɹkɪv"
    assert to_hibari("ˈkɑːrkɪv", british=True) == "kˈɑːkɪv"
    assert to_espeak("ˈkɑːrkɪv", british=False) == "k|'A@|k|I|v"


def test_a_foreign_sound_is_the_nearest_of_english() -> None:
    assert to_hibari("xuˈarɛs", british=False) == "huˈɑɹɛs"
    assert to_hibari("bax", british=False) == "bˈɑk"
    assert to_hibari("aɲo", british=False) == "ˈɑnjO"
    assert to_hibari("makˈʁɔ̃", british=False) == "mɑkɹˈɑn"


def test_a_voice_of_another_language_gets_what_is_written() -> None:
    assert to_piper("ˈmʏnçən", voice="de") == unicodedata.normalize("NFD", "mˈʏnçən")


def test_two_sounds_are_never_taken_for_one() -> None:
    assert to_espeak("ˈnaɪt.ʃɪft", british=False) == "n|'aI|t|S|I|f|t"
    assert to_espeak("kiːv ˈdɛn", british=False) == "k|i:|v d|'E|n"


@pytest.mark.parametrize("convert", [to_hibari, to_espeak])
def test_what_is_no_ipa_raises(convert: type[object]) -> None:
    with pytest.raises(ValueError, match="'Q'"):
        convert("Q", british=False)  # type: ignore[call-arg]


def test_a_hostile_line_takes_no_longer_than_its_length() -> None:
    line = "ˈtərɹɪəɔ̃n" * 10_000
    assert len(to_piper(line)) > 50_000
