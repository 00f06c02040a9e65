"""Names and weapons that must be right, phoneme by phoneme, in every engine."""

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from narrate.options import Acronyms
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.names_table import open_names
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon
from narrate.speak.alphabets import to_espeak, to_hibari, to_piper
from narrate.speak.heart.pronounce import open_phonemizer
from tests.mnemonics import heard

LINES = (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8").splitlines()
TERMS = {
    term: (hibari, unicodedata.normalize("NFD", espeak))
    for term, hibari, espeak in (line.split(" | ") for line in LINES if line[0] != "#")
}
IPA = open_names()


def spoken(term: str) -> str:
    tongue = English(Memory(open_lexicon(), Acronyms.NEVER))
    said = " ".join(utterance.spoken for utterance in explain(term, tongue))
    return said.removesuffix(".")


@cache
def by_espeak() -> dict[str, str]:
    given = [
        f"[[{to_espeak(IPA[term], british=False)}]]" if term in IPA else spoken(term)
        for term in TERMS
    ]
    said = (
        unicodedata.normalize("NFD", phonemes) for phonemes in heard(given, "en-us")
    )
    return dict(zip(TERMS, said, strict=True))


@cache
def by_hibari() -> dict[str, str]:
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    phonemize = open_phonemizer(Path(spec.origin).parent, british=False).g2p
    return {
        term: to_hibari(IPA[term], british=False)
        if term in IPA
        else phonemize(spoken(term))
        for term in TERMS
    }


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_said_right_by_each_engine(term: str) -> None:
    hibari, espeak = TERMS[term]
    assert by_hibari()[term] == hibari
    assert by_espeak()[term] == espeak
    if term in IPA:
        assert to_piper(IPA[term]) == espeak


def test_without_the_names_most_would_be_wrong() -> None:
    names = [term for term in TERMS if term in IPA]
    said = dict(zip(names, heard(names, "en-us"), strict=True))
    assert sum(said[name] != TERMS[name][1] for name in names) > len(names) / 2
