import pytest

from narrate.script.english.short_forms import doubt, short_form

SHORT = {
    "IEDs": "IED",
    "NGO's": "NGO",
    "U.S.": "U.S",
    "TNF-alpha": "TNF-alpha",
    "mRNA": "mRNA",
    "H & E": "H & E",
    "IL-1 beta": "IL-1 beta",
    "i.p.": "i.p",
    "PP": "PP",
}
NOT_SHORT = (
    "see",
    "Fig. 2",
    "p. 5",
    "iii",
    "left",
    "Va.",
    "D-N.Y.",
    "R-SC",
    "2024",
    "in",
    "control",
    "10 mg/kg each",
    "",
)


@pytest.mark.parametrize("written", SHORT)
def test_a_short_form_loses_its_plural_and_its_stop(written: str) -> None:
    assert short_form(written) == SHORT[written]


@pytest.mark.parametrize("written", NOT_SHORT)
def test_places_pointers_and_words_are_no_short_forms(written: str) -> None:
    assert short_form(written) == ""


def test_a_word_in_small_letters_must_be_initials() -> None:
    assert doubt("gtr", 3) > doubt("age", 3)
    assert doubt("a.g.e", 3) == doubt("AGE", 3)
