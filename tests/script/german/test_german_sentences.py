"""Where German sentences end: a floor that only rises."""

import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narrate.roles import Role
from narrate.script.german.sentences import sentences
from narrate.script.tongues import open_tongue

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE.parents[1] / "floors.toml").read_text(encoding="utf-8"))
PARAGRAPHS = [
    paragraph.splitlines()
    for paragraph in (HERE / "sentences.txt")
    .read_text(encoding="utf-8")
    .partition("\n\n")[2]
    .strip()
    .split("\n\n")
]


def ends(lines: list[str]) -> set[int]:
    """Give where each line would end in the joined paragraph, but the last."""
    at = [len(" ".join(lines[: n + 1])) for n in range(len(lines) - 1)]
    return set(at)


def found(lines: list[str]) -> set[int]:
    text = " ".join(lines)
    tongue = open_tongue("de")
    spans = tongue.spans(text, Role.PARAGRAPH, ())
    return {end for _, end in tongue.sentences(text, spans)} - {len(text)}


def test_sentences_end_where_a_reader_ends_them() -> None:
    right = missed = extra = 0
    wrong: list[str] = []
    for lines in PARAGRAPHS:
        wanted, got = ends(lines), found(lines)
        right += len(wanted & got)
        missed += len(wanted - got)
        extra += len(got - wanted)
        wrong += [] if wanted == got else [" ".join(lines)]
    f1 = 2 * right / (2 * right + missed + extra)
    assert f1 >= FLOORS["german"]["sentences_f1"], "\n".join(wrong)


def test_there_are_enough_paragraphs() -> None:
    assert len(PARAGRAPHS) >= 60


@given(st.text(alphabet=st.sampled_from("aBé. !?„“»«()1,\n…’Dr "), max_size=80))
def test_no_character_is_lost_between_sentences(text: str) -> None:
    kept = "".join(text[a:b] for a, b in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())
