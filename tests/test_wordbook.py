"""Lexicon files that are edited: what their owner wrote stays as it was."""

from pathlib import Path

import pytest

from narrate.errors import LexiconError, OptionError, OutputError
from narrate.script.entries import Case, Entry, How
from narrate.script.entry_file import read_entries
from narrate.wordbook import new_entry, put, take_out

OWN = """# mine
letters = ["XKCD", "IBM"] # by letters

[say] # of old
Kyiv = "kiev" # no longer
ATACMS = "attack-ems"

[long]
ATACMS = "Army Tactical Missile System"

[words]
# a river
Dnipro = "dnee-pro" # why

[[words.bass]]
ipa = "beɪs"
near = ["guitar"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_word_is_put_in_and_nothing_else_changes(own: Path) -> None:
    assert put(own, [Entry("Lviv", "luh-veev")]) == ()
    text = own.read_text(encoding="utf-8")
    assert text == OWN.replace("# why\n", '# why\nLviv = "luh-veev"\n')


def test_a_word_of_an_old_table_moves_and_keeps_its_long_form(own: Path) -> None:
    before = put(own, [Entry("ATACMS", ipa="əˈtækəmz"), Entry("XKCD", "x")])
    long = "Army Tactical Missile System"
    assert before == (
        Entry("XKCD", how=How.SPELL, case=Case.EXACT),
        Entry("ATACMS", "attack-ems", long=long, case=Case.EXACT),
    )
    entries = read_entries(own)
    assert Entry("ATACMS", ipa="əˈtækəmz", long=long) in entries
    assert sum(entry.word == "ATACMS" for entry in entries) == 1
    assert 'letters = ["IBM"] # by letters' in own.read_text(encoding="utf-8")


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "of" / "mine" / "own.toml"
    entries = (
        Entry("Chasiv Yar", ipa="ˈtʃɑsiv jɑɹ", say="chah-siv yar"),
        Entry("Kyïv \"x\" = '\\'", how=How.SPELL, long="a b"),
    )
    put(path, entries)
    assert read_entries(path) == entries
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert [file.name for file in path.parent.iterdir()] == ["own.toml"]


@pytest.mark.parametrize("word", ["Kyiv", "XKCD", "Dnipro", "bass", "ATACMS"])
def test_a_word_is_taken_out_of_whatever_table(own: Path, word: str) -> None:
    before = read_entries(own)
    gone = take_out(own, word)
    assert gone == tuple(entry for entry in before if entry.word == word) != ()
    assert read_entries(own) == tuple(e for e in before if e.word != word)
    assert take_out(own, word) == ()


def test_a_broken_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    for text in ("[words\n", "[wrods]\n", "\xff"):
        path.write_bytes(text.encode("latin-1"))
        with pytest.raises(LexiconError, match=r"own\.toml"):
            put(path, [Entry("Kyiv", "keev")])
        assert path.read_bytes() == text.encode("latin-1")


def test_what_a_build_would_refuse_is_not_written(own: Path) -> None:
    with pytest.raises(LexiconError, match="no sound of the IPA"):
        put(own, [Entry("Lviv", "x"), Entry("Kyiv", ipa="k5v")])
    assert own.read_text(encoding="utf-8") == OWN


def test_a_link_stays_a_link(own: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(own)
    put(link, [Entry("Lviv", "luh-veev")])
    assert link.is_symlink()
    assert Entry("Lviv", "luh-veev") in read_entries(own)


def test_a_file_where_a_folder_must_be_is_told(own: Path) -> None:
    with pytest.raises((OutputError, LexiconError), match=r"own\.toml"):
        put(own / "more.toml", [Entry("Lviv", "x")])


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        (("", "x", "", "", False), "WORD"),
        (("Kyiv", "", "", "", False), "SAID"),
        (("Kyiv", "keev", "", "", True), "--spell"),
        (("Kyiv", "", "k5v", "", False), "--ipa k5v"),
    ],
)
def test_what_makes_no_entry_is_said(
    asked: tuple[str, str, str, str, bool], option: str
) -> None:
    *words, spell = asked
    with pytest.raises(OptionError, match=option):
        new_entry(*map(str, words), spell=bool(spell))
