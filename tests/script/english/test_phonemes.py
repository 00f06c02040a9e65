"""What is heard: phonemes of the spoken form against those of plain words."""

from functools import cache
from pathlib import Path

import pytest

from narrate.options import Acronyms
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon
from tests.phonemes import Ear

LINES = (Path(__file__).parent / "phonemes.txt").read_text(encoding="utf-8")
TERMS = dict(
    line.split(" | ") for line in LINES.splitlines() if line and line[0] != "#"
)


def say(term: str) -> str:
    tongue = English(Memory(open_lexicon(), Acronyms.NEVER))
    return " ".join(utterance.spoken for utterance in explain(term, tongue))


@cache
def ear() -> Ear:
    others = ["himmers", "ay-wacks", "A P", "I A E A"]
    plain = ["high mars", "eh wax", "a pea", "I A E A"]
    return Ear([*map(say, TERMS), *others], [*TERMS.values(), *plain])


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_heard_as_it_is_wanted(term: str) -> None:
    assert ear().spoken[say(term)] == ear().wanted[TERMS[term]]


def test_the_terms_are_many() -> None:
    assert len(TERMS) >= 300


def test_another_word_is_heard_as_another() -> None:
    spoken, wanted = ear().spoken, ear().wanted
    assert spoken["himmers"] != wanted["high mars"]
    assert spoken["ay-wacks"] != wanted["eh wax"]
    assert spoken["A P"] != wanted["a pea"]
    assert spoken["I A E A"] == wanted["I A E A"]
