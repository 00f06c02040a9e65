"""IPA as lexicons write it."""

import re

import pytest

from narrate.ipa import NASAL, Phone, parse


def sounds(ipa: str) -> list[str]:
    return [phone.sound for phone in parse(ipa)]


def test_each_sound_is_one_phone() -> None:
    assert sounds("ˈtʃɛtʃnjə") == ["tʃ", "ɛ", "tʃ", "n", "j", "ə"]
    assert sounds("ˈhaʊθi") == ["h", "aʊ", "θ", "i"]
    assert sounds("ˈreɪdioʊ") == ["r", "eɪ", "d", "i", "oʊ"]
    assert sounds("ˈreɪdɪəʊ") == ["r", "eɪ", "d", "ɪ", "əʊ"]


def test_a_stress_is_on_the_vowel_of_its_syllable() -> None:
    assert parse("zəˈlɛn")[2:4] == (Phone("l"), Phone("ɛ", "ˈ"))
    assert parse("ˌkrɛmənˈtʃuːk")[2] == Phone("ɛ", "ˌ")


def test_length_is_kept() -> None:
    assert parse("kiːɪv")[1] == Phone("iː"[0], "", long=True)


def test_a_tie_joins_and_a_dot_parts() -> None:
    assert sounds("t͡ʃa") == sounds("tʃa") == sounds("ʧa") == ["tʃ", "a"]
    assert sounds("ˈkæt.ʃiː") == ["k", "æ", "t", "ʃ", "i"]
    assert sounds("na.iv") == ["n", "a", "i", "v"]


def test_two_ways_of_writing_are_one() -> None:
    assert parse("ˈɡʌn") == parse("ˈgʌn")
    assert parse("bɝd") == parse("bɜrd")
    assert parse("/ˈkiːɪv/") == parse("[ˈkiːɪv]") == parse(" ˈkiːɪv ")
    assert parse("pʰaʊ̯") == parse("paʊ")
    assert parse("ç\u00e3") == parse("ça\u0303")


def test_a_nasal_vowel_is_one_sound() -> None:
    assert sounds("makʁɔ̃") == ["m", "a", "k", "ʁ", f"ɔ{NASAL}"]


def test_a_soft_consonant_has_a_j_before_a_vowel_only() -> None:
    assert sounds("nʲɛnʲ") == ["n", "j", "ɛ", "n"]
    assert sounds("tʲi") == ["t", "i"]


def test_words_are_parted_by_one_space() -> None:
    assert sounds("ʃi  dʒɪn") == ["ʃ", "i", " ", "dʒ", "ɪ", "n"]


@pytest.mark.parametrize(
    ("ipa", "named"),
    [
        ("kAv", "'A' (U+0041)"),
        ("ˈk7v", "'7' (U+0037)"),
        ("Київ", "'К' (U+041A)"),
        ("'kiːiv", "did you mean 'ˈ'"),
        ("ki:v", "did you mean 'ː'"),
        ("ˈki\0v", r"'\x00' (U+0000)"),
        ("ks", "has no vowel"),
        ("", "has no vowel"),
        ("kiˈv", "no vowel follows"),
    ],
)
def test_what_is_no_ipa_is_named(ipa: str, named: str) -> None:
    with pytest.raises(ValueError, match=re.escape(named)):
        parse(ipa)


def test_a_hostile_line_takes_no_longer_than_its_length() -> None:
    assert len(parse("ə" * 100_000)) == 100_000
    assert len(parse("ˈt" * 50_000 + "a")) == 50_001
