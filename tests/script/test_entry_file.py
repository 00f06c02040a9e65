"""Lexicon files: what they may say, and one clear sentence for all they may not."""

from pathlib import Path

import pytest

from narrate.errors import LexiconError
from narrate.script.entries import Case, Entry, How, nearest
from narrate.script.entry_file import parse_entries, read_entries

WHOLE = """
letters = ["XKCD"]

[say]
ATACMS = "attack-ems"

[long]
ATACMS = "Army Tactical Missile System"

[words]
Kyiv = "keev"
Zelenskyy = { ipa = "zəˈlɛnski", say = "zelenskee" }
IDF = { as = "expand", long = "Israel Defense Forces" }
us = { say = "U S", case = "exact" }
"-gate" = { say = "gayt", whole = false }

[[words.bass]]
ipa = "beɪs"
near = ["guitar", "drums"]

[[words.bass]]
ipa = "bæs"
"""


def test_a_file_says_all_that_an_entry_can_hold() -> None:
    assert parse_entries(WHOLE, "a.toml") == (
        Entry("XKCD", how=How.SPELL, case=Case.EXACT),
        Entry(
            "ATACMS",
            "attack-ems",
            long="Army Tactical Missile System",
            case=Case.EXACT,
        ),
        Entry("Kyiv", "keev"),
        Entry("Zelenskyy", "zelenskee", ipa="zəˈlɛnski"),
        Entry("IDF", how=How.EXPAND, long="Israel Defense Forces"),
        Entry("us", "U S", case=Case.EXACT),
        Entry("-gate", "gayt", whole=False),
        Entry("bass", ipa="beɪs", near=("guitar", "drums")),
        Entry("bass", ipa="bæs"),
    )


WRONG = {
    "[words\n": "Expected",
    "words = 3": r"\[words\] must be a table",
    "[wrods]\na = 'b'\n": "no table 'wrods'",
    "letters = [1]": "letters must be a list",
    "[words]\nKyiv = 5": "'Kyiv' needs words in quotes, or { say = … }, not 5",
    "[words]\nKyiv = ''": "'Kyiv' needs words in quotes for say",
    "[words]\nKyiv = {}": "'Kyiv' says nothing",
    "[words]\nKyiv = []": "'Kyiv' says nothing",
    "[words]\nKyiv = { sya = 'keev' }": "'Kyiv' has no key 'sya': say, ipa, as",
    "[words]\nKyiv = { ipa = 'k5v' }": "'Kyiv' has an ipa that can't be read: '5'",
    "[words]\nKyiv = { as = 'letters' }": "as = 'letters': give word or spell or exp",
    "[words]\nKyiv = { as = 'expand' }": "'Kyiv' has as = \"expand\" and no long",
    "[words]\nKyiv = { as = 'spell', say = 'x' }": 'as = "spell" and a say or ipa',
    "[words]\nA = { as = 'expand', say = 'x', long = 'y' }": "is never said itself",
    "[words]\nKyiv = { say = 'x', case = 'some' }": "case = 'some': give usual or exa",
    "[words]\nKyiv = { say = 'x', near = 5 }": "needs a list of words for near",
    "[words]\nKyiv = { say = 'x', whole = 5 }": "needs true or false for whole",
    "[words]\nKyiv = { ipa = 'kiv', whole = false }": "is a part of words",
    "[words]\n'' = 'x'": r"\[words\] '' is no word",
    "[words]\n' a' = 'x'": r"\[words\] ' a' is no word",
    "[say]\nA = 'x'\n[words]\nA = 'y'": r"'A' stands in \[words\] and in another",
    "[words]\nkyiv = { say = 'x', case = 'any' }\nKyiv = 'y'": "'kyiv' stands there tw",
    "[words]\na = ['x', 'y']": "'a' needs near for all but its last",
    "[words]\na = 'x'\na = 'y'": "overwrite",
    "[words]\na = " + "[" * 2000 + "]" * 2000: "too deep",
}


@pytest.mark.parametrize("text", WRONG, ids=[text[:40] for text in WRONG])
def test_what_is_wrong_is_said_with_file_and_entry(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=WRONG[text]) as caught:
        read_entries(path)
    assert "own.toml" in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_file_of_an_editor_that_marks_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xef\xbb\xbf[words]\nKyiv = 'keev'\n")
    assert read_entries(path) == (Entry("Kyiv", "keev"),)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"[words]\nK\xffiv = 'keev'\n")
    with pytest.raises(LexiconError, match="no UTF-8"):
        read_entries(path)


def test_the_nearest_file_wins_word_by_word() -> None:
    near = (Entry("Kyiv", "keev"),)
    far = (Entry("Kyiv", "kee-ev"), Entry("Lviv", "luh-veev"))
    assert nearest([near, far]) == (*near, far[1])
