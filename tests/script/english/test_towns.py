import pytest

from narrate.script.english.towns import is_town

TOWNS = {
    "Tulsa, ": "OK",
    "Norman, ": "OK",
    "Lee Hall, Toronto, ": "ON",
    "He loves Bangor, ": "ME",
    "(Salt Lake City, ": "CO",
    "in San Diego, ": "CA",
    "12 Fort Collins, ": "CO",
}
OTHERS = {
    "Yes, ": "OK",
    "Thanks, Doc, ": "OK",
    "I met Bob, ": "OK",
    "Come On, ": "ME",
    "Ann Smith, ": "MD",
    "said Smith, ": "MA",
    "it is fine, ": "OK",
}


@pytest.mark.parametrize("before", TOWNS)
def test_a_town_stands_before_its_state(before: str) -> None:
    assert is_town(before, TOWNS[before])


@pytest.mark.parametrize("before", OTHERS)
def test_a_person_or_an_answer_is_no_town(before: str) -> None:
    assert not is_town(before, OTHERS[before])


@pytest.mark.parametrize("unit", ["a", "A", "San ", "New A", "Aa ", ", ", "a Aa "])
def test_a_hostile_line_is_gone_through(unit: str) -> None:
    assert not is_town(unit * (60 // len(unit)), "OK")
