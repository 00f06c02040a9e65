"""Where words of a lexicon are found in a text, and where they are not."""

import pytest

from narrate.script.entries import Case, Entry, How
from narrate.script.glossary import Glossary

ENTRIES = (
    Entry("Kyiv", ipa="ˈkiːɪv"),
    Entry("Zelenskyy", ipa="zəˈlɛnski"),
    Entry("Chasiv Yar", "chah-siv yar"),
    Entry("Yar", "yarr"),
    Entry("bass", "base", near=("guitar", "bass player")),
    Entry("bass", ipa="bæs"),
    Entry("us", "U S", case=Case.EXACT),
    Entry("nginx", "engine x", case=Case.ANY),
    Entry("gate", "gayt", whole=False),
    Entry("C++", "see plus plus"),
    Entry("&c", "et cetera"),
    Entry("O'Brien", "oh bryan"),
    Entry("Abba", "abba"),
    Entry("XKCD", how=How.SPELL),
    Entry("IBM", how=How.WORD),
    Entry("IDF", how=How.EXPAND, long="Israel Defense Forces"),
)
SAID = {
    "in Kyiv, pro-Kyiv": ["Kyiv", "Kyiv"],
    "KYIV (AP) in Kyivan Rus": ["Kyiv"],
    "kyiv": [],
    "Kyiv’s and Kyiv's mayor": ["Kyiv", "Kyiv"],
    "two Zelenskyys": ["Zelenskyy"],
    "Abbas and Abba": ["abba"],
    "at Chasiv Yar; Yar Chasiv": ["chah-siv yar", "yarr"],
    "CHASIV YAR": ["chah-siv yar"],
    "a bass guitar. A bass swims.": ["base", "bass"],
    "Bass guitars! Bass? “Bass swim.”": ["base", "Bass", "Bass"],
    "The Bass Rock": [],
    "the bass the player played": ["base"],
    "the bass was played": ["bass"],
    "tell us, Us and US": ["U S"],
    "nginx, Nginx and NGINX": ["engine x"] * 3,
    "Watergate, gates": ["gayt", "gayt"],
    "C++ and C+++": ["see plus plus", "see plus plus"],
    "and so on, &c.": ["et cetera"],
    "O’Brien or O'Brien": ["oh bryan", "oh bryan"],
    "XKCD, IBM, IDF": ["X K C D", "Ibm", "Israel Defense Forces"],
    "": [],
}


def glossary(*entries: Entry) -> Glossary:
    return Glossary(entries or ENTRIES, " ".join)


@pytest.mark.parametrize("written", SAID)
def test_a_word_is_claimed_where_it_is_one(written: str) -> None:
    spans = list(glossary().claims(written))
    assert [span.spoken for span in spans] == SAID[written]
    for span in spans:
        known = written[span.start : span.end].casefold().replace("’", "'")
        assert known in {entry.word.casefold() for entry in ENTRIES}


def test_the_sound_goes_with_the_word_alone() -> None:
    (span,) = glossary().claims("Near Kyiv’s gates"[:11])
    assert (span.start, span.end, span.ipa) == (5, 9, "ˈkiːɪv")


def test_an_earlier_entry_wins_over_a_later_of_its_word() -> None:
    both = glossary(Entry("Kyiv", "keev"), Entry("kyiv", "kiev"))
    assert [span.spoken for span in both.claims("Kyiv kyiv")] == ["keev", "kiev"]


def test_no_entry_claims_nothing() -> None:
    assert not Glossary((), str)
    assert not list(Glossary((), str).claims("Kyiv"))


HOSTILE = ["Kyiv ", "bass ", "bass. ", "Chasiv ", "((((", '…"""', "Kyivs", "gate"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_line_that_never_ends_is_looked_through(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(span.end <= len(text) for span in glossary().claims(text))
