import pytest

from narrate.speak.espeak.second_ear import agree, second_opinions

SAME = {
    "mˈæθju": "mˈæθjuː",
    "ɡˈɛti": "ɡˈɛɾi",
    "dʒˈɛnɪfəɹ": "dʒˈɛnɪfɚ",
    "ˈɛmɪli": "ˈɛmᵻli",
    "mˈʌsk": "mˈəsk",
}
OTHER = {
    "pˈɛtɹəsˌɪˌʌk": "pɛtɹˈeɪsɪˌʌk",
    "zɛlˈɛnskii": "zˈɛlənskɪi",
    "dˈoʊnəld": "dˈɑːnəld",
    "ˈkiːɪv": "k5v",
    "ʃˈɪp": "ʃˈiːp",
}


@pytest.mark.parametrize("one", SAME)
def test_weak_vowels_and_shades_are_no_difference(one: str) -> None:
    assert agree(one, SAME[one])


@pytest.mark.parametrize("one", OTHER)
def test_a_strong_vowel_a_consonant_or_stress_is_one(one: str) -> None:
    assert not agree(one, OTHER[one])


def test_each_word_is_read_as_the_accent_reads_it() -> None:
    words = ["Matthew", "Biden", "water", "a b"]
    american = second_opinions(words, british=False)
    assert american == second_opinions(words, british=False)
    assert american["Biden"] == "bˈaɪdən"
    assert list(american) == words
    assert second_opinions(["water"], british=True)["water"] != american["water"]
