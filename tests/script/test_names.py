import pytest

from narrate.script.names import names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Later the King of Ness met Martin Luther King there.", "Martin Luther King"),
        ("They met the United Harbour Fund there.", "United Harbour Fund"),
        ("They met the Ness Workers’ Party there.", "Ness Workers’ Party"),
        ("They read Ann Lee’s letter.", "Ann Lee"),
        ("They met the Ness Harbour Board there.", "Ness Harbour Board"),
    ],
)
def test_a_name_is_as_long_as_it_is_said(sentence: str, name: str) -> None:
    assert list(names([sentence])) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met the Harbour Department of Ness there.",
        "They met the Secretary of State Affairs there.",
        "They went to bell-ringing Western towns.",
        "A vice president met a vice president.",
        "A precise piece of cake is a precise piece of cake.",
    ],
)
def test_half_a_name_is_none(sentence: str) -> None:
    assert not names([sentence])


def test_a_name_that_leads_to_another_is_left_out() -> None:
    line = "They told the Gazette's North Ness editor Ann Lee there."
    assert list(names([line])) == ["North Ness", "Ann Lee"]


def test_former_stands_before_who_it_was() -> None:
    line = "A former Harbour Board clerk met a former Harbour Board chief."
    assert names([line]) == {"Harbour Board": 2}


def test_words_that_stand_together_again_are_counted() -> None:
    assert names(["The harbour fund grew.", "A harbour fund is empty."]) == {
        "harbour fund": 2
    }


def test_a_hostile_line_is_read_at_once() -> None:
    for line in ("Ab " * 30_000, "Ab’s c " * 20_000, "A" * 100_000, "of A " * 20_000):
        assert isinstance(names([line] * 30), dict)
