"""Letters led back to where they come from."""

import pytest

from narrate.speak.heart.letters import follow, homes_of, letters_of


def test_letters_and_figures_are_kept_and_nothing_else() -> None:
    assert letters_of("“Kyiv’s 2-1,” she_said.") == "Kyivs21shesaid"


def test_each_letter_has_the_number_of_its_word() -> None:
    assert homes_of("A — bc, 3d.") == [0, 1, 1, 2, 2]


def test_the_same_letters_come_from_themselves() -> None:
    assert list(follow("abc", "abc")) == [0, 1, 2]


@pytest.mark.parametrize(
    ("before", "after", "word", "source"),
    [
        ("on Nov. 20, they left", "on November twentieth, they left", 4, "left"),
        ("Dr. Smith met her", "Doctor Smith met her", 1, "Smith"),
        ("it cost $5 million then", "it cost 5 million dollars then", 5, "then"),
        ("at 7:30 pm in Rome", "at seven thirty P.M. in Rome", 4, "in"),
        ("No. 5", "Number 5", 1, "5"),
    ],
)
def test_a_word_behind_a_change_is_found_again(
    before: str, after: str, word: int, source: str
) -> None:
    letters = letters_of(before)
    places = follow(letters, letters_of(after))
    mine = [p for p, home in zip(places, homes_of(after), strict=True) if home == word]
    assert "".join(letters[place] for place in mine) == source


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "abc"), ("abc", ""), ("a" * 999, "b" * 333), ("ab" * 500, "ba" * 700)],
)
def test_places_rise_and_lie_inside_whatever_changes(before: str, after: str) -> None:
    places = list(follow(before, after))
    assert len(places) == len(after)
    assert places == sorted(places)
    assert all(0 <= place < max(1, len(before)) for place in places)


def test_a_hundred_thousand_letters_that_all_changed_are_followed() -> None:
    assert len(follow("abcde" * 20_000, "edcba" * 20_000)) == 100_000
