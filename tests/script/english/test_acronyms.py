import pytest

from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.definitions import find_definitions
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon

DEFINED = {
    "six Army Tactical Missile System (ATACMS) missiles": (
        "ATACMS",
        "Army Tactical Missile System",
    ),
    "for High Mobility Artillery Rocket Systems (HIMARS); a": (
        "HIMARS",
        "High Mobility Artillery Rocket Systems",
    ),
    "rounds; Tube-launched, Optically tracked, Wire-guided (TOW) missiles": (
        "TOW",
        "Tube-launched, Optically tracked, Wire-guided",
    ),
    "the Federal Bureau of Investigation (FBI) said": (
        "FBI",
        "Federal Bureau of Investigation",
    ),
    "improvised explosive devices (IEDs)": ("IED", "improvised explosive devices"),
}
NOT_DEFINED = (
    "President Joe Biden (R) and",
    "WASHINGTON (AP) — The",
    "Senator Lee (D-N.Y.) said",
    "the year before (2023) it",
    "a man who was tired (ASAP)",
)


def say(text: str, memory: Memory | None = None) -> str:
    memory = memory or Memory(open_lexicon())
    return " ".join(utterance.spoken for utterance in explain(text, English(memory)))


@pytest.mark.parametrize("text", DEFINED)
def test_an_article_s_own_definition_is_learnt(text: str) -> None:
    (definition,) = find_definitions(text)
    assert (definition.short, definition.long) == DEFINED[text]


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_other_brackets_define_nothing(text: str) -> None:
    assert find_definitions(text) == []


def test_a_definition_is_said_once_and_then_as_people_say_it() -> None:
    memory = Memory(open_lexicon())
    text = "An Army Tactical Missile System (ATACMS) is old. One ATACMS flies far."
    memory.learn(text)
    assert say(text, memory) == (
        "An Army Tactical Missile System, attack-ems, is old. One attack-ems flies far."
    )


def test_the_lexicon_expands_a_first_mention() -> None:
    memory = Memory(open_lexicon())
    first = say("They fired HIMARS at it.", memory)
    assert first == (
        "They fired High Mobility Artillery Rocket System, high-mars, at it."
    )
    assert say("More HIMARS came.", memory) == "More high-mars came."


SAID = {
    "The FBI and the CIA met.": "The F B I and the C I A met.",
    "six U.S.-made missiles": "six U S-made missiles.",
    "NATO's chief": "Nato's chief.",
    "two MRIs were done": "two M R Is were done.",
    "S&P 500": "S and P five hundred.",
    "It is NOT over.": "It is not over.",
    "KYIV, Ukraine": "Kyiv, Ukraine.",
    "CHAOS AT THE IRS OFFICE": "Chaos At The I R S Office.",
    "THE NEWS FOR US IS THAT IT SNOWS": "The News For Us Is That It Snows.",
    "Louis XIV": "Louis the fourteenth.",
    "the ATACMS's range": "the attack-ems's range.",
    "DATAMSG is one word": "Datamsg is one word.",
}


@pytest.mark.parametrize("written", SAID)
def test_capitals_are_said_as_they_are_meant(written: str) -> None:
    assert say(written) == SAID[written]


def test_a_guess_says_that_it_is_one() -> None:
    (utterance,) = explain("The XQZR met.", English(Memory(open_lexicon())))
    assert utterance.spans[0].rule == "acronym, a guess: letters"
