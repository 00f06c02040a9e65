"""The shipped names: each can be said by every engine, and says where it was found."""

import unicodedata
from pathlib import Path

import pytest

from narrate.script.english.names_table import open_names
from narrate.speak.alphabets import to_espeak, to_hibari, to_piper
from tests.mnemonics import heard
from tests.names import by_espeak, by_hibari

TABLE = Path(__file__).parents[3] / "narrate" / "script" / "english" / "names.tsv"
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line[0] != "#"]


def test_a_row_has_a_name_its_ipa_and_where_it_was_found() -> None:
    for row in ROWS:
        assert len(row) == 3, row
        assert all(field and field == field.strip() for field in row), row


def test_the_names_are_many_sorted_and_each_there_once() -> None:
    names = [name for name, *_ in ROWS]
    assert len(names) >= 300
    assert names == sorted(set(names))


@pytest.mark.parametrize("british", [False, True])
def test_every_engine_can_say_every_name(*, british: bool) -> None:
    for name, ipa, _ in ROWS:
        words = name.count(" ")
        assert ipa.count(" ") == words, f"{name}: what times words counts them"
        for said in (
            to_hibari(ipa, british=british),
            to_espeak(ipa, british=british).replace("'", "ˈ"),
            to_piper(ipa, voice="en-gb" if british else "en-us"),
        ):
            assert "ˈ" in said, name
            assert said.count(" ") == words, name


def test_a_name_begins_with_a_capital_in_one_of_its_words() -> None:
    for name, *_ in ROWS:
        assert any(word[:1].isupper() for word in name.replace("-", " ").split()), name


def test_the_reader_gives_the_ipa_of_each() -> None:
    names = open_names()
    assert len(names) == len(ROWS)
    assert names["Kyiv"] == "ˈkiːɪv"
    assert names["Niger"] == "niːˈʒɛər"
    assert names["Niger River"].startswith("ˈnaɪdʒər ")
    assert names["Ursula von der Leyen"] == "ˈɜːrsələ ˌvɒn dər ˈlaɪən"


def test_a_source_that_names_no_page_or_book_says_so() -> None:
    books = ("misaki ", "CMUdict", "the language's own spelling: ")
    pages = ("BBC", "VOA", ".com", ".org", ".co.uk", ".net", "PBS", "Times", "Newsweek")
    others = [
        source
        for *_, source in ROWS
        if not source.startswith(books) and not any(page in source for page in pages)
    ]
    plain = "general American and BBC usage, not looked up"
    assert set(others) - {plain} == {
        '"KEE-va" in namekin.app/blog/how-to-pronounce-irish-baby-names'
    }


@pytest.mark.parametrize("voice", ["en-us", "en-gb", "en-gb-x-rp"])
def test_espeak_says_each_name_as_piper_is_given_it(voice: str) -> None:
    said = heard(
        [f"[[{to_espeak(i, british=voice != 'en-us')}]]" for _, i, _ in ROWS], voice
    )
    for (name, ipa, _), phonemes in zip(ROWS, said, strict=True):
        assert unicodedata.normalize("NFD", phonemes) == to_piper(ipa, voice=voice), (
            name
        )


def test_most_names_would_be_said_otherwise_without_the_table() -> None:
    for said in (by_espeak(), by_hibari()):
        assert sum(one.differs for one in said) > len(said) / 2
