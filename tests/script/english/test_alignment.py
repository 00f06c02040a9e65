import pytest

from narrate.script.english.alignment import align
from narrate.script.english.words import units_of, words_of

MUCH = 9.0


def cost(short: str, long: str) -> float:
    best = align(units_of(short), words_of(long, 0, len(long)), MUCH)
    return best[0] if best and best[1] == 0 else MUCH


CHEAPER = (
    ("initials", "SVM", "support vector machine", "support vector mechanism mode"),
    ("small words may be left out", "BOE", "Bank of England", "Bank England Office"),
    ("a joint is a place to look", "ECG", "electrocardiogram", "elective changing"),
    ("a prefix is one too", "iv", "intravenous", "innervation"),
    ("a figure is a word", "E2C", "English into Chinese", "English or Chinese"),
    ("Greek letters have names", "TGFβ", "tumour growth factor beta", "tall big foe"),
    ("and is &", "R&D", "research and development", "research development"),
    ("x is ex", "XML", "extensible markup language", "mild extra lax"),
)


@pytest.mark.parametrize(("why", "short", "better", "worse"), CHEAPER)
def test_a_likely_long_form_costs_less(
    why: str, short: str, better: str, worse: str
) -> None:
    assert cost(short, better) < cost(short, worse), why


def test_letters_that_are_not_there_fit_at_no_price() -> None:
    assert cost("CNN", "Rutgers University") == MUCH


def test_letters_keep_their_order() -> None:
    assert cost("FIG", "International Federation of Geometers") == MUCH


def test_a_long_form_ends_where_its_letters_end() -> None:
    assert cost("SVM", "support vector machine") + 2 < cost(
        "SVM", "support vector machine results"
    )


def test_a_firm_may_close_with_its_kind() -> None:
    assert cost("AMD", "Advanced Meter Devices Inc.") < 0.1


def test_small_letters_before_a_name_are_no_part_of_it() -> None:
    assert cost("CFSC", "consult Ferry Safety Committee") > 1
    assert cost("CFSC", "Coastal Ferry Safety Committee") < 0.1


def test_a_price_above_the_limit_is_no_price() -> None:
    text = "support the vector machine"
    words = words_of(text, 0, len(text))
    assert align(units_of("SVM"), words, 0.1) is not None
    assert align(units_of("SVM"), words, 0.01) is None


def test_a_hyphen_parts_words_that_hang_together_and_a_slash_others() -> None:
    text = "attention-deficit/hyperactivity"
    words = words_of(text, 0, len(text))
    assert [word.text for word in words] == ["attention", "deficit", "hyperactivity"]
    assert [word.glued for word in words] == [False, True, False]
