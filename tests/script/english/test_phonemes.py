"""What is heard: phonemes of the spoken form against those of plain words."""

from pathlib import Path

import pytest

from narrate.options import Acronyms
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon
from tests.phonemes import heard, wanted

LINES = (Path(__file__).parent / "phonemes.txt").read_text(encoding="utf-8")
TERMS = dict(
    line.split(" | ") for line in LINES.splitlines() if line and line[0] != "#"
)


def say(term: str) -> str:
    tongue = English(Memory(open_lexicon(), Acronyms.NEVER))
    return " ".join(utterance.spoken for utterance in explain(term, tongue))


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_heard_as_it_is_wanted(term: str) -> None:
    assert heard(say(term)) == wanted(TERMS[term])


def test_the_terms_are_many() -> None:
    assert len(TERMS) >= 300


def test_another_word_is_heard_as_another() -> None:
    assert heard("himmers") != wanted("high mars")
    assert heard("ay-wacks") != wanted("eh wax")
    assert heard("A P") != wanted("a pea")
    assert heard("I A E A") == wanted("I A E A")
