import pytest

from narrate.script.roman import roman


@pytest.mark.parametrize(
    ("figures", "value"), [("II", 2), ("IV", 4), ("XIX", 19), ("LVIII", 58), ("IIX", 0)]
)
def test_roman_figures_are_read_only_if_well_formed(figures: str, value: int) -> None:
    assert roman(figures) == value
