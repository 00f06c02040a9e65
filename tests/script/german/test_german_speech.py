"""German sentences as they are written and said: a floor that only rises."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from narrate.roles import Role
from narrate.script.compose import explain
from narrate.script.tongues import open_tongue

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE.parents[1] / "floors.toml").read_text(encoding="utf-8"))
PAIRS = [
    tuple(line.split(" => "))
    for line in (HERE / "say.txt").read_text(encoding="utf-8").splitlines()
    if " => " in line
]
_LIKELY = "0123456789.,:/-–%€$§°½ abcXIVMZäÄßuhr Uhr Mio km\n()„“*#@+²³٣①𝟗"


def say(text: str) -> str:
    return " ".join(u.spoken for u in explain(text, open_tongue("de")))


def heard(words: str) -> str:
    """Leave what can be heard: no case, no stop, no hyphen."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def test_what_is_said_is_what_a_newsreader_says() -> None:
    wrong = [
        f"{written} => {say(written)}"
        for written, spoken in PAIRS
        if heard(say(written)) not in map(heard, spoken.split(" | "))
    ]
    right = (len(PAIRS) - len(wrong)) / len(PAIRS)
    assert right >= FLOORS["german"]["said_right"], "\n".join(wrong)


def test_there_are_enough_pairs_and_none_is_there_twice() -> None:
    assert len({written for written, _ in PAIRS}) == len(PAIRS) >= 250


@given(st.text(max_size=80) | st.text(alphabet=_LIKELY, max_size=60))
@example("①²𝟗٣½ 1.2.3 §§ 4a")
def test_no_digit_is_left_and_every_character_has_its_place(text: str) -> None:
    tongue = open_tongue("de")
    spans = tongue.spans(text, Role.PARAGRAPH, ())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    utterances = explain(text, tongue)
    assert not any(c.isdigit() for u in utterances for c in u.spoken), utterances
    if utterances:
        kept = "".join(u.written for u in utterances)
        assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["1", "A", "Ab", "3. bis ", "1:", "...", "z. B. ", "("]
)
def test_a_line_that_never_ends_is_said(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    kept = "".join(u.written for u in explain(text, open_tongue("de")))
    assert "".join(kept.split()) in ("", "".join(text.split()))


def test_every_tag_of_german_is_german() -> None:
    (utterance,) = explain("Um 7 Uhr.", open_tongue("de_AT"))
    assert utterance.spoken == "Um sieben Uhr."


def test_asides_and_tables_are_introduced_in_german() -> None:
    tongue = open_tongue("de")
    assert tongue.lead_in(Role.CAPTION, "Die Elbe") == "Bild: "
    assert tongue.lead_in(Role.CAPTION, "Foto: Die Elbe") == ""
    assert tongue.lead_in(Role.PARAGRAPH, "Die Elbe") == ""
    assert tongue.summary(Role.TABLE, 5) == "Eine Tabelle mit fünf Zeilen."
    assert tongue.summary(Role.TABLE, 1) == "Eine Tabelle mit einer Zeile."
    assert tongue.summary(Role.CODE, 1) == "Programmcode, eine Zeile."


def test_the_listener_s_own_words_win(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('letters = ["NATO"]\n[say]\nKyjiw = "Kijiw"\n', encoding="utf-8")
    (utterance,) = explain("Die NATO in Kyjiw.", open_tongue("de", [own]))
    assert utterance.spoken == "Die N A T O in Kijiw."


def test_a_sound_of_the_listener_s_own_is_kept(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[words]\nKyjiw = { ipa = "ˈkɪjiu" }\nNATO = { ipa = "ˈnaːto" }\n',
        encoding="utf-8",
    )
    (utterance,) = explain("Die NATO’s in Kyjiws Mitte.", open_tongue("de", [own]))
    assert utterance.spoken == "Die NATO’s in Kyjiws Mitte."
    assert [span.ipa for span in utterance.spans if span.ipa] == ["ˈnaːto", "ˈkɪjiu"]
