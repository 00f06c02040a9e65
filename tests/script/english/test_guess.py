"""The guess, against every short form that we know: none is looked up."""

import re
import tomllib
from pathlib import Path

import pytest

from narrate.script.english.guess import guess, guess_shouted
from narrate.script.lexicon import open_lexicon

TESTS = Path(__file__).parents[2]
FLOORS = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))
FLOOR = FLOORS["acronym_guess"]
SLACK = 0.02
APART = re.compile(r"\b[A-Z]\b| ")  # neither word nor letters: "N double A C P"


def _is_clipped(short: str, said: str) -> bool:
    """Tell JAN and SGT, which are said as what they stand for."""
    return said.istitle() and len(said) > len(short) + 2


KNOWN = {
    short: bool(said)
    for short, said in open_lexicon().say.items()
    if re.fullmatch(r"[A-Z]{2,}", short)
    and not APART.search(said)
    and not _is_clipped(short, said)
}
WORDS = [short for short, word in KNOWN.items() if word]
LETTERS = [short for short, word in KNOWN.items() if not word]


def measured() -> dict[str, float]:
    long = [short for short in KNOWN if len(short) > 3]
    return {
        "all": _share(list(KNOWN)),
        "words": _share(WORDS),
        "letters": _share(LETTERS),
        "four_letters_and_more": _share(long),
    }


def _share(shorts: list[str]) -> float:
    return sum(bool(guess(short)) == KNOWN[short] for short in shorts) / len(shorts)


@pytest.mark.parametrize("what", FLOOR)
def test_the_guess_is_as_good_as_it_was(
    what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    share = measured()[what]
    with capsys.disabled():
        print(f"\nguess of {len(KNOWN)} short forms, {what}: {share:.3f}")  # noqa: T201
    assert share >= FLOOR[what]
    assert share - FLOOR[what] < SLACK, "raise the floor"


GUESSED = {
    "word": "UNPROFOR KFOR ISAF ECOWAS MERCOSUR BRICS CERN NORAID NATO",
    "letters": "HTTPS DSGVO CDU BVB ZDF BBC USDA UNHCR RAF XQZR",
}


@pytest.mark.parametrize("short", GUESSED["word"].split())
def test_what_english_can_say_is_a_word(short: str) -> None:
    assert guess(short)


@pytest.mark.parametrize("short", GUESSED["letters"].split())
def test_what_no_word_looks_like_is_letters(short: str) -> None:
    assert not guess(short)


def test_a_consonant_before_a_syllable_is_said_by_its_name() -> None:
    assert guess("KFOR") == "K-for"


def test_words_of_stress_are_words() -> None:
    for word in "NEVER RIGHT THOUGHT WRONG FIRST THINGS NIGHT SCRATCHED".split():
        assert guess(word) == word.capitalize()


def test_in_a_line_of_capitals_a_syllable_is_a_word() -> None:
    assert guess_shouted("KYIV") == "Kyiv"
    assert guess_shouted("LOUIS") == "Louis"
    assert guess_shouted("BAN") == "Ban"
    assert not guess_shouted("NFU")


def test_no_row_of_capitals_is_too_long() -> None:
    assert guess("TA" * 50_000 + "Q")
    assert not guess("STR" * 33_000)
