import pytest

from narrate.read.labels.people import byline_names, is_name
from narrate.read.labels.when import iso_date

DATES = {
    "March 3, 2025": "2025-03-03",
    "Updated: Nov. 20, 2024 at 7:05 p.m.": "2024-11-20",
    "Tuesday, 5 August 2025": "2025-08-05",
    "2024-11-20T10:00:00Z": "2024-11-20",
    "In March 2025 he left": "",
    "Chapter 3, 2025": "",
}
NAMES = ("Ryan Morgan", "J.K. Rowling", "Ana de la Cruz", "Mary-Ann O'Neill")
NO_NAMES = ("The End", "Read More", "Middle", "ryan morgan", "Ryan Morgan said so.")


@pytest.mark.parametrize("text", DATES)
def test_a_line_that_is_a_date_is_read(text: str) -> None:
    assert iso_date(text) == DATES[text]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_alone_is_known(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_is_not_taken_for_one(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo Chen", "Ann Lee and Bo Chen"),
        ("By Ann Lee | March 3, 2025", "Ann Lee"),
        ("Written by Ann Lee, The Harbor Courier", "Ann Lee"),
        ("By then it was late.", ""),
    ],
)
def test_the_names_of_a_byline_are_read(text: str, names: str) -> None:
    assert byline_names(text) == names
