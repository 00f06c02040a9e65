"""Sounds and the words that they are of."""

from narrate.speak.piper.matching import owners


def said(sounds: str, *words: str) -> list[str]:
    """Give what is said for each word."""
    found = owners(sounds, words)
    return [
        "".join(s for s, at in zip(sounds, found, strict=True) if at == word)
        for word in range(len(words))
    ]


def test_joined_words_are_parted() -> None:
    assert said("ʌvðə mˈɛn", "ˈʌv", "ðˈə", "mˈɛn") == ["ʌv", "ðə", "mˈɛn"]


def test_a_word_of_two_groups_is_one() -> None:
    words = ("ɪn", "ˈeɪɾi fˈɔːɹ", "dˈeɪz")
    assert said("ɪn ˈeɪɾi fˈɔːɹ dˈeɪz", *words) == ["ɪn", "ˈeɪɾifˈɔːɹ", "dˈeɪz"]


def test_what_is_of_no_word_goes_to_the_one_before() -> None:
    assert said("sˈɪks ænd tˈɛn", "sˈɪks", "tˈɛn") == ["sˈɪksænd", "tˈɛn"]


def test_stops_and_spaces_are_of_no_word() -> None:
    assert owners("jˈɛs, nˈoʊ.", ["jˈɛs", "nˈoʊ"])[4:6] == [None, None]


def test_the_numbers_never_fall_in_what_looks_alike() -> None:
    found = [at for at in owners("ðə ðə ðə ðə", ["ðə"] * 4) if at is not None]
    assert found == [0, 0, 1, 1, 2, 2, 3, 3]


def test_words_without_a_sound_have_none() -> None:
    assert said("jˈɛs", "jˈɛs", "") == ["jˈɛs", ""]
    assert said("", "a", "b") == ["", ""]
