import pytest

from narrate.script.english.proper_names import name_before
from narrate.script.english.words import units_of

NAMES = {
    ("We met the International Federation of Surveyors", "FIG"): (
        "International Federation of Surveyors"
    ),
    ("He left the European Organization for Nuclear Research", "CERN"): (
        "European Organization for Nuclear Research"
    ),
    ("Report of the Union of Ferry Captains and Hands", "FUCH"): (
        "Union of Ferry Captains and Hands"
    ),
}
NO_NAMES = (
    ("she studied at Rutgers University", "CNN"),
    ("he spoke with Maria Lopez and John Smith", "FBI"),
    ("a federation of national unions", "FNU"),
)


@pytest.mark.parametrize("case", NAMES)
def test_a_name_may_give_its_initials_in_another_order(case: tuple[str, str]) -> None:
    text, short = case
    start = name_before(text, 0, len(text), units_of(short))
    assert start is not None
    assert text[start:] == NAMES[case]


@pytest.mark.parametrize(("text", "short"), NO_NAMES)
def test_other_names_do_not_give_their_initials(text: str, short: str) -> None:
    assert name_before(text, 0, len(text), units_of(short)) is None
