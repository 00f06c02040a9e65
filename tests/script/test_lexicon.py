from pathlib import Path

import pytest

from narrate.errors import LexiconError
from narrate.script.compose import explain
from narrate.script.lexicon import open_lexicon
from narrate.script.tongues import open_tongue


def test_the_listener_s_own_words_win(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('letters = ["NATO"]\n[say]\nKyiv = "keev"\nFBI = "fibby"\n')
    (utterance,) = explain("NATO and the FBI went to Kyiv.", open_tongue("en", own))
    assert utterance.spoken == "N A T O and the fibby went to keev."


BROKEN = {
    "[say\n": "Expected",
    "[sya]\na = 'b'\n": "no table 'sya'",
    "[say]\nKyiv = 5\n": "'Kyiv' needs words",
    "[say]\nKyiv = ''\n": "'Kyiv' needs words",
    "letters = 'FBI'\n": "letters must be a list",
    "say = 3\n": r"\[say\] must be a table",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_lexicon_names_file_and_entry(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(LexiconError, match=BROKEN[text]) as caught:
        open_lexicon(own)
    assert "own.toml" in str(caught.value)


def test_a_missing_lexicon_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        open_lexicon(tmp_path / "none.toml")


def test_any_word_of_the_listener_s_own_is_taken(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'letters = ["ibm"]\n[say]\n"AT-4" = "eighty four"\n"U.S." = "states"\n'
    )
    (utterance,) = explain("The U.S. sent ibm an AT-4.", open_tongue("en", own))
    assert utterance.spoken == "The states sent I B M an eighty four."


SHIPPED = sorted(
    (Path(__file__).parents[2] / "narrate/script/english/lexicon").glob("*.tsv")
)


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line[:2] != "# "]


def test_many_words_are_shipped_each_once() -> None:
    words = [row[0] for path in SHIPPED for row in rows(path)]
    assert len(words) >= 2500
    assert len(words) == len(set(words))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_table_names_its_sources_and_holds_words_in_order(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any(line.startswith("# Readings: ") for line in lines)
    words = [row[0] for row in rows(path)]
    assert words == sorted(words, key=str.casefold)
    for row in rows(path):
        assert len(row) <= 3
        assert all(field == field.strip() for field in row)
        assert row[-1], row


def test_no_respelling_holds_a_figure_or_a_sign() -> None:
    for word, said in open_lexicon().say.items():
        assert not any(letter.isdigit() for letter in said), word
        assert not set(said) & set("[](){}<>/\\|^~*_#`&"), word


def test_a_familiar_short_form_is_known_by_its_long_form_too() -> None:
    lexicon = open_lexicon()
    assert {"FBI", "NASA", "BBC", "CEO"} <= lexicon.familiar
    assert not {"IAEA", "UNIFIL", "GLSDB"} & lexicon.familiar
    assert lexicon.familiar <= lexicon.long.keys() <= lexicon.say.keys()


def test_the_listener_s_own_long_form_is_said(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[long]\nFBI = "Federal Bureau"\nXQZR = "Xenon Quiz"\n')
    (utterance,) = explain("The FBI met the XQZR.", open_tongue("en", own))
    assert utterance.spoken == (
        "The Federal Bureau, F B I, met the Xenon Quiz, X Q Z R."
    )
