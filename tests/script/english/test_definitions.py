"""An article's own definitions, against sentences of our own: floors that only rise."""

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))

from texts import Pairs, definitions, definitions_f1

from narrate.options import Acronyms
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.definitions import find_definitions
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon

FLOORS = tomllib.loads(
    (Path(__file__).parents[2] / "floors.toml").read_text(encoding="utf-8")
)["definitions"]
SLACK = 0.005  # a floor says what was measured, to a sentence


def found(text: str) -> Pairs:
    return {(d.short, d.long) for d in find_definitions(text)}


def say(text: str) -> str:
    memory = Memory(open_lexicon())
    memory.learn(text)
    return " ".join(utterance.spoken for utterance in explain(text, English(memory)))


def f1() -> float:
    return definitions_f1(found)


def test_definitions_are_found_as_well_as_they_were() -> None:
    assert f1() >= FLOORS["f1"]


def test_the_floor_is_what_is_measured() -> None:
    assert f1() - FLOORS["f1"] < SLACK, "raise the floor"


@pytest.mark.parametrize(
    "case", list(definitions()), ids=lambda case: str(case[0])[:60]
)
def test_nothing_is_taken_for_a_definition_that_is_none(
    case: tuple[str, Pairs],
) -> None:
    text, wanted = case
    assert found(text) <= wanted


def test_the_sentences_are_many_and_a_third_define_nothing() -> None:
    cases = list(definitions())
    assert len(cases) >= 180
    assert sum(not wanted for _, wanted in cases) >= 60


def test_what_an_article_defines_stands_in_it() -> None:
    text = "the Cape Horn Ferry Company (CHFC)\nand a CHFC ship"
    (definition,) = find_definitions(text)
    assert text[definition.start :].startswith("Cape Horn")
    assert text[: definition.end].endswith("(CHFC)")
    assert definition.bracket == text.index("(")


def test_a_long_form_over_two_lines_is_one_long_form() -> None:
    assert found("the Cape Horn\n  Ferry Company (CHFC)") == {
        ("CHFC", "Cape Horn Ferry Company")
    }


def test_brackets_that_hold_more_are_not_said_for_the_short_form() -> None:
    (definition,) = find_definitions("the Cape Horn Ferry Company (CHFC; Ushuaia)")
    assert definition.bracket is None


def test_a_bracket_inside_a_word_ends_no_clause() -> None:
    assert found("of poly(A) polymerase (PAP)") == {("PAP", "poly(A) polymerase")}


def test_the_clause_before_does_not_lend_its_letters() -> None:
    assert found("We saw Cape Town. Horn Ferry Company (CHFC) ships") == set()


SAID = {
    "The Cape Horn Ferry Company (CHFC) sank. The CHFC paid.": (
        "The Cape Horn Ferry Company, C H F C, sank. The C H F C paid."
    ),
    "The FBI (Federal Bureau of Investigation) came. The FBI left.": (
        "The F B I, Federal Bureau of Investigation, came. The F B I left."
    ),
    "The World Health Organization, or WHO, met.": (
        "The World Health Organization, or W H O, met."
    ),
    "the UN Centre for Ferry Safety (UNCFS) met": (
        "the U N Centre for Ferry Safety, U N C F S, met."
    ),
    "Tumor necrosis factor-alpha (TNF-alpha) rose.": (
        "Tumor necrosis factor-alpha, T N F-alpha, rose."
    ),
    "Cape Horn ferry captains (CHFCs) met.": (
        "Cape Horn ferry captains, C H F Cs, met."
    ),
}


@pytest.mark.parametrize("written", SAID)
def test_a_long_form_that_stands_there_is_not_said_again(written: str) -> None:
    assert say(written) == SAID[written]


def test_a_mention_before_the_definition_leaves_the_long_form_to_it() -> None:
    memory = Memory(open_lexicon())
    memory.learn("The Cape Horn Ferry Company (CHFC) sank.")
    (utterance,) = explain("CHFC ships are old.", English(memory))
    assert utterance.spoken == "C H F C ships are old."


def test_a_mention_before_the_definition_knows_the_long_form_if_asked() -> None:
    memory = Memory(open_lexicon(), Acronyms.ALWAYS)
    memory.learn("The Cape Horn Ferry Company (CHFC) sank.")
    (utterance,) = explain("CHFC ships are old.", English(memory))
    assert utterance.spoken == "Cape Horn Ferry Company, C H F C, ships are old."


HOSTILE = (
    "(",
    "(AB) ",
    "a b c d e (ABCDEABCDE) ",
    "AAAAAAAAAAAA AAAAAAAAAAAAAAAA AAAAAAAA (AAAAAAAAAAAA) ",
    "AB, the Ab, ",
    "AB stands for a b ",
    ", or AB",
    "AB (a b, a; b",
    "a-1,",
    " ",
)


@pytest.mark.parametrize("part", HOSTILE)
def test_a_long_line_of_brackets_is_read_to_its_end(part: str) -> None:
    line = part * (100_000 // len(part))
    text = f"{line}\n\nthe Cape Horn Ferry Company (CHFC) sank."
    assert ("CHFC", "Cape Horn Ferry Company") in found(text)


@given(st.text(alphabet="AaBb12 ()[],;.-&'’“\nα", max_size=80))
def test_a_definition_lies_where_it_says(text: str) -> None:
    ends = [0]
    for definition in find_definitions(text):
        assert 0 <= definition.start < definition.end <= len(text)
        assert definition.end >= ends[-1]
        assert definition.short
        assert definition.long
        ends.append(definition.end)
