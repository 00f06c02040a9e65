from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.rule import Hit, Rule, judge


def odd(numbers: tuple[int, ...]) -> Iterator[Hit]:
    return (Hit(f"{each} is odd.", f"number {each}") for each in numbers if each % 2)


ODD = Rule("odd", Severity.WARNING, odd, "Even players stop.", "Add one.")


def test_a_rule_that_finds_nothing_says_nothing() -> None:
    assert list(judge([ODD], (2, 4))) == []


def test_the_first_hit_is_told_in_full_and_the_others_by_their_places() -> None:
    (finding,) = judge([ODD], (1, 2, 3, 5))
    assert finding.what == "1 is odd. The same 2 times more: number 3, number 5."
    assert finding.place == "number 1"


def test_of_a_thousand_hits_five_places_are_named() -> None:
    (finding,) = judge([ODD], tuple(range(2_000)))
    assert "The same 999 times more: number 3, " in finding.what
    assert finding.what.endswith("number 11, and elsewhere.")


def test_a_place_is_named_once() -> None:
    chapters = Rule("odd", Severity.NOTE, _in_two_chapters, "", "Add one.")
    (finding,) = judge([chapters], (1, 3, 5))
    assert finding.what == "1 is odd. The same 2 times more: chapter 2."


def _in_two_chapters(numbers: tuple[int, ...]) -> Iterator[Hit]:
    return (Hit(f"{each} is odd.", f"chapter {min(2, each)}") for each in numbers)
