import pytest

from narrate.script.english import numbers

CARDINALS = {
    0: "zero",
    19: "nineteen",
    40: "forty",
    75: "seventy-five",
    105: "one hundred five",
    275: "two hundred seventy-five",
    1_500: "one thousand five hundred",
    1_000_000: "one million",
    2_000_003: "two million three",
    -5: "minus five",
}
YEARS = {
    1066: "ten sixty-six",
    1900: "nineteen hundred",
    1905: "nineteen oh five",
    1984: "nineteen eighty-four",
    2000: "two thousand",
    2005: "two thousand five",
    2024: "twenty twenty-four",
}
NAMES = {
    "4": "four",
    "16": "sixteen",
    "140": "one forty",
    "105": "one oh five",
    "300": "three hundred",
    "777": "seven seventy-seven",
    "2000": "two thousand",
    "007": "zero zero seven",
    "12345": "one two three four five",
}


@pytest.mark.parametrize(("n", "words"), CARDINALS.items())
def test_a_number_is_said(n: int, words: str) -> None:
    assert numbers.cardinal(n) == words


@pytest.mark.parametrize(("n", "words"), YEARS.items())
def test_a_year_is_said(n: int, words: str) -> None:
    assert numbers.year(n) == words


@pytest.mark.parametrize(("text", "words"), NAMES.items())
def test_the_number_in_a_name_is_said(text: str, words: str) -> None:
    assert numbers.designator(text) == words


def test_places_in_a_row_are_said() -> None:
    said = [numbers.ordinal(n) for n in (1, 2, 3, 5, 8, 9, 12, 20, 21, 30, 100)]
    assert ", ".join(said) == (
        "first, second, third, fifth, eighth, ninth, twelfth, twentieth, twenty-first, "
        "thirtieth, one hundredth"
    )


def test_decimals_are_said_digit_by_digit() -> None:
    assert (
        numbers.number("1,250.05") == "one thousand two hundred fifty point zero five"
    )


def test_a_number_beyond_all_names_is_said_digit_by_digit() -> None:
    assert numbers.integer("9" * 40).split() == ["nine"] * 40
