import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.publish.clean import seconds, tidy


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
