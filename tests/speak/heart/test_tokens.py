"""Phonemes and whose they are: of a text, of a word, of a stretch that is given."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from narrate.heard import Phrase, Pronunciation
from narrate.speak.heart.guesser import NoSoundError
from narrate.speak.heart.letters import SPELLING
from narrate.speak.heart.pronounce import Phonemizer, open_phonemizer
from narrate.speak.heart.tokens import Reading, read
from narrate.words import words_of

KNOWN = frozenset("AIOQSTWYabdfhijklmnpstuvwzðɐɑæɔəɛɜɡɪŋɹʃʊʌʒʤʧˈˌːθᵊᵻ .,;:!?—…“”")
SOUNDS = {
    "Kyiv": "ˈkiːɪv",
    "Chasiv Yar": "ˈtʃɑːsɪv ˈjɑːɹ",
    "ATACMS": "əˈtækəmz",
    "James": "dʒeɪmz",
    "Minsk": "mɪnsk",
    "St. Petersburg": "sənt ˈpiːtəɹzbɜːɹɡ",
    "中国": "ˈtʃaɪnə",
    "MH17": "ɛm eɪtʃ sɛvənˈtiːn",
}


def words(british: bool) -> Phonemizer:  # noqa: FBT001
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    return open_phonemizer(Path(spec.origin).parent, british=british)


@pytest.fixture(scope="module")
def american() -> Phonemizer:
    return words(british=False)


@pytest.fixture(scope="module")
def british() -> Phonemizer:
    return words(british=True)


def by_word(text: str, reading: Reading) -> dict[str, str]:
    """Give the phonemes of each word."""
    assert len(reading.owners) == len(reading.phonemes)
    own = [owner for owner in reading.owners if owner >= 0]
    assert own == sorted(own)
    return {
        text[start:end]: "".join(
            sound
            for sound, owner in zip(reading.phonemes, reading.owners, strict=True)
            if owner == number
        )
        for number, (start, end) in enumerate(words_of(text))
    }


def given(text: str) -> Phrase:
    """Give a pronunciation to every stretch that has one above."""
    said = [
        Pronunciation(at, at + len(word), ipa)
        for word, ipa in SOUNDS.items()
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    return Phrase(text, tuple(sorted(said, key=lambda each: each.start)))


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("the A P said", {"A": "ˌA", "P": "pˈi"}),
        ("two I E Ds", {"I": "ˌI", "E": "ˈi", "Ds": "dˈiz"}),
        ("a U S-made tank", {"U": "jˌu", "S-made": "ˈɛsmˌAd"}),
        ("this and/or that", {"and/or": "ændɔɹ"}),
        ("Tuesday, “50% more.”", {"Tuesday,": "tˈuzdˌA", "“50%": "fˈɪftipəɹsˈɛnt"}),
        ("on Nov. 20 they", {"they": "ðA", "on": "ˌɔn"}),
        ("at 7:30 pm in Rome", {"in": "ɪn", "pm": "pˌiˈɛm"}),
        ("Hi \U0001f600 you", {"Hi": "hˈI", "you": "ju"}),
        ("[word](/hɛlˈO/) is", {"is": "ɪz"}),
        ("it...don't go", {"it...don't": "ɪtdˈOnt", "go": "ɡˌO"}),
        ("Ⅷthe ⑤ 5⅓ 10⁵", {"⑤": "fˈIv"}),
        ("Qurʼan ʼ", {"ʼ": ""}),
    ],
)
def test_each_word_has_its_phonemes(
    american: Phonemizer, text: str, sounds: dict[str, str]
) -> None:
    found = by_word(text, read(american, Phrase(text), KNOWN))
    assert {word: found[word] for word in sounds} == sounds


def test_what_is_plain_sounds_as_hibari_says(american: Phonemizer) -> None:
    text = "The engineers came on Tuesday, and they stayed."
    assert read(american, Phrase(text), KNOWN).phonemes == american.g2p(text)
    assert SPELLING.lone_a == "A."


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("near Kyiv’s gate", {"Kyiv’s": "kˈiɪvz"}),
        ("near Minsk's gate", {"Minsk's": "mˈɪnsks"}),
        ("near James’s gate", {"James’s": "ʤˈAmzᵻz"}),
        ("two ATACMS' range", {"ATACMS'": "ətˈækəmz"}),
        ("a Kyiv-based firm", {"Kyiv-based": "kˈiɪvbˈAst"}),
        ("the MH17s fell", {"MH17s": "ɛm Aʧ sɛvəntˈinz"}),
        ("in “Chasiv Yar,” he", {"“Chasiv": "ʧˈɑsɪv", "Yar,”": "jˈɑɹ"}),
        ("to St. Petersburg, 5 km", {"St.": "sənt", "Petersburg,": "pˈiTəɹzbɜɹɡ"}),
        ("in 中国 now", {"中国": "ʧˈInə"}),
        ("from Kyiv Kyiv", {"Kyiv": "kˈiɪv"}),
    ],
)
def test_a_stretch_sounds_as_it_is_given(
    american: Phonemizer, text: str, sounds: dict[str, str]
) -> None:
    found = by_word(text, read(american, given(text), KNOWN))
    bare = {word: said.replace(" ", "") for word, said in sounds.items()}
    assert {word: found[word] for word in sounds} == bare


@pytest.mark.parametrize(("name", "article"), [("ATACMS", "ði"), ("Kyiv", "ðə")])
def test_the_words_around_a_stretch_hear_its_sound(
    american: Phonemizer, name: str, article: str
) -> None:
    text = f"He saw the {name} there."
    assert by_word(text, read(american, given(text), KNOWN))["the"] == article


def test_a_stretch_changes_no_other_word(american: Phonemizer) -> None:
    text = "They read the record that Kyiv had read, and record it."
    plain = by_word(text, read(american, Phrase(text), KNOWN))
    ours = by_word(text, read(american, given(text), KNOWN))
    assert ours.pop("Kyiv") != plain.pop("Kyiv")
    assert ours == plain


def test_american_and_british_words_live_side_by_side(
    american: Phonemizer, british: Phonemizer
) -> None:
    text = "They can't bath in Kyiv’s water, James’s or Zzyzxian’s."
    first = by_word(text, read(american, given(text), KNOWN))
    second = by_word(text, read(british, given(text), KNOWN))
    assert first["bath"] == "bˈæθ"
    assert second["bath"] == "bˈɑːθ"
    assert second["James’s"].endswith("ɪz")
    assert by_word(text, read(american, given(text), KNOWN)) == first


@pytest.mark.parametrize("word", ["中国", "한국", "سلام", "नमस्ते", "ꙮ", "iPhone中"])
def test_a_word_without_a_sound_is_named(american: Phonemizer, word: str) -> None:
    with pytest.raises(NoSoundError) as caught:
        read(american, Phrase(f"He said {word} to them."), KNOWN)
    assert caught.value.word in word


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "a" * n,
        lambda n: "A P " * (n // 4),
        lambda n: "a1-" * (n // 6),
        lambda n: "5 km 7:30 " * (n // 10),
    ],
    ids=["one word", "letters", "no space", "figures"],
)
def test_a_text_of_any_length_is_read_to_its_end(
    american: Phonemizer, make: Callable[[int], str]
) -> None:
    text = make(8_000)
    found: dict[str, Any] = by_word(text, read(american, Phrase(text), KNOWN))
    assert list(found.values())[-1]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "‘’", "()"])
def test_a_word_in_quotation_marks_is_the_same_word(
    american: Phonemizer, marks: str
) -> None:
    for word in ("Colonel", "Chaos", "Once", "no"):
        marked = f"He said {marks[0]}{word}{marks[1]} again."
        plain = read(american, Phrase(f"He said {word} again."), KNOWN).phonemes
        said = read(american, Phrase(marked), KNOWN).phonemes
        assert said.translate(dict.fromkeys(map(ord, "“”()"))) == plain
