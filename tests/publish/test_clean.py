import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.clean import clock, placed, seconds, tidy


@given(st.text(st.characters()))
def test_a_tidy_text_is_one_line_that_any_file_can_hold(text: str) -> None:
    tidied = tidy(text)
    tidied.encode()
    assert len(tidied.splitlines()) <= 1
    assert tidied == tidied.strip() == tidy(tidied)
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in tidied)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_a_tidy_text_keeps_every_letter(text: str) -> None:
    kept = "".join(text.replace("\ufeff", "").split())
    assert "".join(tidy(text).split()) == kept


@pytest.mark.parametrize("space", "\xa0\u2007\u202f")
def test_a_space_that_holds_a_number_to_its_unit_stays(space: str) -> None:
    assert tidy(f"10{space}km \n on") == f"10{space}km on"


def test_many_spaces_become_one_in_time() -> None:
    assert tidy("a" + " \n" * 100_000 + "b") == "a b"


@pytest.mark.parametrize(
    ("ms", "said"),
    [(0, "0.000"), (7, "0.007"), (36_036, "36.036"), (400_000_001, "400000.001")],
)
def test_seconds_are_exact(ms: int, said: str) -> None:
    assert seconds(ms) == said
    assert round(float(said) * 1000) == ms


@given(st.text(st.characters(), max_size=40), st.booleans())
def test_each_character_is_found_where_it_went(text: str, lines: bool) -> None:  # noqa: FBT001
    made, places = placed(text, lines=lines)
    assert made == ("\n".join(map(tidy, text.split("\n"))) if lines else tidy(text))
    assert len(places) == len(text) + 1
    assert list(places) == sorted(places)
    assert places[-1] <= len(made)
    for letter, place in zip(text, places, strict=False):
        if letter.isalnum() and letter.isprintable():
            assert made[place] == letter


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(0, "0:00"), (61_999, "1:01"), (3_599_999, "59:59"), (3_723_000, "1:02:03")],
)
def test_a_time_is_written_as_players_do(ms: int, shown: str) -> None:
    assert clock(ms) == shown
