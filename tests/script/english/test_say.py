"""What is said, against labelled pairs of our own: floors that only rise."""

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))

from say import CLASSES, accuracy, heard, load, say

TESTS = Path(__file__).parents[2]
FLOORS = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))["say"]
SLACK = 0.02  # a line more or less in a class of fifty


def _floor(kind: str) -> float:
    window, name = kind.split("/")
    return float(FLOORS[window][name])


@pytest.mark.parametrize("kind", CLASSES)
def test_a_class_is_said_as_well_as_it_was(kind: str) -> None:
    assert accuracy(kind) >= _floor(kind)


@pytest.mark.parametrize("kind", CLASSES)
def test_a_floor_is_what_is_measured(kind: str) -> None:
    assert accuracy(kind) - _floor(kind) < SLACK, "raise the floor"


def test_the_pairs_are_many_and_in_spoken_words() -> None:
    pairs = [pair for kind in CLASSES for pair in load(kind)]
    assert len(pairs) >= 1600
    for written, spoken in pairs:
        assert written
        assert not any(letter.isdigit() for one in spoken for letter in one), written


def test_letters_are_not_heard_as_the_word_they_spell() -> None:
    assert heard("the U S gave us") == heard("The U S, gave us.")
    assert heard("the U S") != heard("the us")
    assert heard("N A T O") != heard("NATO")


@given(st.text(max_size=200))
def test_no_figure_is_left_for_the_voice_to_guess_at(written: str) -> None:
    assert not any(letter.isdecimal() for letter in say(written or "-"))


FIGURES = st.text(alphabet="0123456789.,:;/-–$£€%()[] ACFMXIVkmgsT'\"", max_size=40)


@given(FIGURES)
def test_no_figure_is_left_of_a_row_of_signs(written: str) -> None:
    assert not any(letter.isdecimal() for letter in say(written or "-"))
