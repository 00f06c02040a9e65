"""The ear is fair: what sounds alike counts as heard, and nothing else does."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

from fair import as_said, nearest
from readings import pieces, plain

SOUNDS = {"toe": "to", "tow": "to", "mines": "mainz", "minds": "maindz"}


def heard(said: str, wrote: str) -> str:
    ours = plain(said)
    return " ".join(as_said(ours, nearest(ours, pieces(wrote)), SOUNDS))


@pytest.mark.parametrize(
    ("said", "wrote"),
    [
        ("The U S-donated mines, he said.", "the US donated mines he said"),
        ("near Balakliia, via A F P", "Near Balakliia via AFP."),
        ("NATO’s aim", "NATO's aim"),
        ("land mines, booby-trapped", "landmines boobytrapped"),
        ("Mister and Missus Day", "Mr. and Mrs. Day"),
        ("a tow missile", "a toe missile"),
        ("Mechanised Café", "mechanised cafe"),
    ],
)
def test_what_sounds_alike_is_heard(said: str, wrote: str) -> None:
    assert heard(said, wrote) == " ".join(plain(said))


@pytest.mark.parametrize(
    ("said", "wrote"),
    [
        ("two hundred seventy-five million dollars", "$275 million"),
        ("two hundred and seventy-five dollars", "$275"),
        ("five dollars and ten cents", "$5.10"),
        ("on November twentieth, twenty twenty-four", "on November 20, 2024"),
        ("in nineteen oh five", "in 1905"),
        ("the nineteen nineties", "the 1990s"),
        ("A T four and M G M one forty", "AT4 and MGM-140"),
        ("one hundred five millimeter shells", "105mm shells"),
        ("three point five percent at seven thirty", "3.5% at 7:30"),
        ("the twenty-fourth", "the 24th"),
        ("F sixteens", "F-16s"),
    ],
)
def test_a_figure_is_heard_in_any_usual_reading(said: str, wrote: str) -> None:
    pytest.importorskip("num2words")
    assert heard(said, wrote) == " ".join(plain(said))


@pytest.mark.parametrize(
    ("said", "wrote"),
    [
        ("the mines", "the minds"),
        ("he did not go", "he did go"),
        ("he did go", "he did go there"),
        ("A F P", "A P"),
        ("attack ems", ""),
    ],
)
def test_what_is_heard_wrong_stays_wrong(said: str, wrote: str) -> None:
    assert heard(said, wrote) == " ".join(plain(wrote))


def test_a_wrong_figure_stays_wrong() -> None:
    pytest.importorskip("num2words")
    said = "nineteen hundred eighty-four dollars"
    assert heard(said, "$1,984") != " ".join(plain(said))
    assert heard("one hundred five", "104") == "one hundred four"
