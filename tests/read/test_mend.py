import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Line
from narrate.read.mend import mend

MENDED = {
    "CafÃ© owners in SÃ£o Paulo": "Café owners in São Paulo",
    "â€œNo,â€\x9d she said": "“No,” she said",
    "cafe\u0301": "café",
    "ＡＢＣ１２３　ｘ": "ABC123 x",
}
CLEAN = [
    "Café, São Paulo, “no”, naïve, 5 €, ½, Київ, 日本語、そして。",
    "ÂGE D’OR, in capitals",
    "a ™ and a ©",
]


@pytest.mark.parametrize("text", MENDED)
def test_characters_are_mended(text: str) -> None:
    ((line,), _) = mend([Line(text, 7)])
    assert line == Line(MENDED[text], 7)


def test_how_many_lines_were_garbled_is_told() -> None:
    lines = [Line("CafÃ© owners", 1), Line("a clean line", 2), Line("SÃ£o Paulo", 3)]
    _, (notice,) = mend(lines)
    assert notice == "Mended the letters of 2 lines, garbled by a wrong encoding."


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert mend([Line(text, 1)]) == ((Line(text, 1),), ())


@given(st.text(st.characters(codec="ascii")))
def test_ascii_is_never_touched(text: str) -> None:
    assert mend([Line(text, 1)]) == ((Line(text, 1),), ())
