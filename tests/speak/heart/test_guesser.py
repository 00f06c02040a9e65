"""Words that no lexicon has: none is cut, and none skipped."""

import pytest

from narrate.speak.heart.guesser import Guesser, NoSoundError


class Network:
    """Spells the letters that it knows, 24 at most, as hibari's does."""

    maxlen = 24
    cin = frozenset("abcdefghijklmnopqrstuvwxyzé")

    def __call__(self, word: str) -> str:
        assert set(word) <= self.cin
        return word[: self.maxlen]


@pytest.fixture
def guess() -> Guesser:
    return Guesser(Network)


@pytest.mark.parametrize("count", [1, 24, 25, 49, 300])
def test_no_letter_of_a_long_word_is_cut(guess: Guesser, count: int) -> None:
    word = ("abcdefghijklm" * 30)[:count]
    assert guess(word) == word


def test_a_letter_that_is_not_known_loses_its_accent(guess: Guesser) -> None:
    assert guess("éèǰ") == "éej"


@pytest.mark.parametrize("word", ["o'clock", "qurʼan"])
def test_an_apostrophe_has_no_sound(guess: Guesser, word: str) -> None:
    assert guess(word) == word.replace("'", "").replace("ʼ", "")


@pytest.mark.parametrize("word", ["中", "ab中c"])
def test_a_letter_that_has_no_sound_is_no_silence(guess: Guesser, word: str) -> None:
    with pytest.raises(NoSoundError, match=word):
        guess(word)


def test_the_network_is_opened_for_the_first_word_alone() -> None:
    opened: list[Network] = []

    def open_network() -> Network:
        opened.append(Network())
        return opened[0]

    guess = Guesser(open_network)
    assert not opened
    guess("a")
    guess("b")
    assert len(opened) == 1
