"""Heteronyms sound as they should, by espeak-ng's own phonemes."""

import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from phonemes import phonemes

from narrate.script.compose import explain
from narrate.script.tongues import open_tongue

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE.parents[1] / "floors.toml").read_text(encoding="utf-8"))
FLOOR = FLOORS["heteronyms"]["accuracy"]
SLACK = 0.002  # a floor says what was measured, to the third figure


def _rows() -> list[list[str]]:
    text = (HERE / "heteronyms.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if " | " in line and line[0] != "#")
    return [line.split(" | ") for line in lines]


def _said(text: str) -> str:
    return " ".join(u.spoken for u in explain(text, open_tongue("en")))


def test_heteronyms_sound_as_their_sentence_asks() -> None:
    rows = _rows()
    wanted = [_said(line.replace(word, "7")).split("seven") for line, word, _ in rows]
    sounds = phonemes(
        [_said(line) for line, _, _ in rows]
        + [sound.join(parts) for (_, _, sound), parts in zip(rows, wanted, strict=True)]
    )
    heard, right = sounds[: len(rows)], sounds[len(rows) :]
    wrong = [row for row, a, b in zip(rows, heard, right, strict=True) if a != b]
    assert 1 - len(wrong) / len(rows) >= FLOOR - SLACK, wrong


def test_there_are_sentences_enough_for_a_figure() -> None:
    assert len(_rows()) >= 120
