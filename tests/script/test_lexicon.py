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
