"""Which quotations are in another language: surely, or not at all."""

import pytest

from narrate.model import Passage
from narrate.read.quotations import mark_foreign
from narrate.roles import Role

FRENCH = "“Nous avons attendu dix ans, et personne n’est venu nous voir,”"
GERMAN = "„Wir haben die Brücke selbst gebaut, weil niemand sonst es wollte.“"
RUSSIAN = "«Мы ждали десять лет, и никто к нам не приехал из города»"


def marked(text: str, language: str = "en", role: Role = Role.PARAGRAPH) -> list[str]:
    passage = mark_foreign(Passage(role, text, (1,)), language)
    return [f"{f.language} {text[f.start : f.end]}" for f in passage.foreign]


def test_a_quotation_of_another_language_is_marked_with_its_marks() -> None:
    assert marked(f"The mayor was blunt. {FRENCH} he said.") == [f"fr {FRENCH}"]
    assert marked(f"He agreed: {GERMAN} And went.") == [f"de {GERMAN}"]
    assert marked(f"She wrote {RUSSIAN} on the wall.") == [f"ru {RUSSIAN}"]


def test_each_of_several_is_marked() -> None:
    both = marked(f"One said {FRENCH} and one {GERMAN} and all went home.")
    assert both == [f"fr {FRENCH}", f"de {GERMAN}"]


def test_a_block_quotation_needs_no_marks() -> None:
    words = FRENCH.strip("“”")
    assert marked(words, role=Role.QUOTE) == [f"fr {words}"]
    assert marked(words) == []


def test_an_english_quotation_in_another_language_is_marked() -> None:
    text = "“We will look into it and we will answer all of the letters that came.”"
    assert marked(f"Er sagte: {text} Dann ging er.", "de") == [f"en {text}"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will look into it and we will answer all of the letters,” she said.",
        "He called it “de facto” and “la dolce vita” on the day.",
        "“Senator Demands Federal Audit Following Massive Wildfire Damage” it read.",
        "“Los Angeles, San José, El Paso, Las Cruces, Santa Fe, Albuquerque” it says.",
        "“Café owners, naïve investors, El Niño: winners, losers, everybody else.”",
        f"An open mark “ and no end {FRENCH.strip('“”')}",
    ],
)
def test_where_it_is_not_sure_nothing_is_marked(text: str) -> None:
    assert marked(text) == []
