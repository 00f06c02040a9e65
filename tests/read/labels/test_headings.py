"""Headings that hide in plain text: short lines of one style, over paragraphs."""

import pytest

from narrate.read.article import read_text
from narrate.roles import Role

LONG = (
    "The keeper of the weir wrote down the height of the water each morning, and each"
    " evening he sent the figures to the town by the last coach."
)
SHORT = "He wrote down the height of the water."


def role_of(line: str, *around: str) -> Role | None:
    """Label a page whose lines stand apart; "*" is where the line stands."""
    page = "\n\n".join(line if text == "*" else text for text in around)
    article = read_text(page, "a.txt")
    found = [p.role for p in article.passages if p.text == line]
    return found[0] if found else None


@pytest.mark.parametrize(
    "line",
    [
        "Early years",
        "A Life by the Water",
        "What the figures say?",
        "THE WEIR AND THE TOWN",
        "2. The weir",
        "Introduction.",
        "5. Conclusion.",
        "4.1. LIMITS AND FURTHER WORK.",
        "2013",
    ],
)
def test_a_short_line_over_a_paragraph_is_a_heading(line: str) -> None:
    page = ("The Weir at Ness", LONG, "First figures", LONG.upper()[:1] + LONG[1:], "*")
    assert role_of(line, *page, f"Then {LONG}") is Role.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "Nothing.",
        "He nodded.",
        "And then",
        "Silence fell.",
        "My mother says, “Is it time to go?”",
        "Ann Lee ann.lee@weir.example University of Ness",
    ],
)
def test_a_short_paragraph_is_no_heading(line: str) -> None:
    assert role_of(line, "The Weir at Ness", LONG, "*", f"Then {LONG}") is not (
        Role.HEADING
    )


@pytest.mark.parametrize("number", ["12", "312", "2100"])
def test_a_number_that_is_no_year_is_a_page_s(number: str) -> None:
    page = ("The Weir at Ness", LONG, "*", f"Then {LONG}")
    assert role_of(number, *page) is not Role.HEADING


def test_a_paragraph_that_ends_in_a_note_s_mark_carries_a_heading() -> None:
    page = ("The Weir at Ness", LONG, "*", f"{SHORT} [6]", f"Then {LONG}")
    assert role_of("Early years", *page) is Role.HEADING


def test_by_the_end_is_nobody_s_name() -> None:
    line = "By the end of this week, you will be able to:"
    page = ("The Weir at Ness", "*", "read the height of the water", LONG)
    assert role_of(line, *page) is not Role.BYLINE


def test_a_name_over_its_owner_s_job_is_no_heading() -> None:
    page = ("The Weir at Ness", f"First {LONG}", "*", "Contributing writer", LONG)
    assert role_of("Carrie Holt", *page) is Role.BYLINE
