import pytest

from narrate.options import Acronyms
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory, acronym_claims
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


# In a passage of its own, with what is known of no other.
FIRST = {
    "the IAEA said": "the International Atomic Energy Agency, I A E A, said.",
    "An IAEA inspector left.": (
        "An International Atomic Energy Agency, I A E A, inspector left."
    ),
    "They saw an FPV drone.": "They saw a first-person view, F P V, drone.",
    "They saw a UAV.": "They saw an unmanned aerial vehicle, U A V.",
    "Two IEDs went off.": "Two improvised explosive devices, I E Ds, went off.",
    "Ten WMDs": "Ten weapons of mass destruction, W M Ds.",
    "ECOWAS met.": "The Economic Community of West African States, eck-oh-wass, met.",
    "the ECOWAS summit": (
        "the Economic Community of West African States, eck-oh-wass, summit."
    ),
    "The U.S. UNIFIL chief": (
        "The U S United Nations Interim Force in Lebanon, Unifil, chief."
    ),
    "ex-ECOWAS chief": "ex-eck-oh-wass chief.",
    "an IAEA-led team": "an I A E A-led team.",
    "the IAEA's chief": "the I A E A's chief.",
    "a TOW missile": "a tube-launched, optically tracked, wire-guided, tow, missile.",
    "a TOW zone": "a tow zone.",
    "He had a SAM site": "He had a surface-to-air missile, sam, site.",
    "The FBI, NASA, the BBC and a CEO": "The F B I, Nasa, the B B C and a C E O.",
    "IAEA REPORT ON IRAN LEAKED TO MEDIA": "I A E A Report On Iran Leaked To Media.",
}


@pytest.mark.parametrize("written", FIRST)
def test_a_first_mention_reads_as_a_sentence(written: str) -> None:
    assert say(written) == FIRST[written]


def test_a_possessive_leaves_the_long_form_to_the_next_mention() -> None:
    assert say("The IAEA's men left. The IAEA met.") == (
        "The I A E A's men left. The International Atomic Energy Agency, I A E A, met."
    )


def test_a_name_that_the_article_gives_is_not_given_again() -> None:
    memory = Memory(open_lexicon())
    before = "The International Atomic Energy Agency's board met."
    memory.learn(before)
    memory.learn("The IAEA left.")
    say(before, memory)
    assert say("The IAEA left.", memory) == "The I A E A left."
    assert say(
        "Mr. X of the OECD and the Organization for Economic Cooperation and "
        "Development spoke."
    ).startswith("Mister X of the O E C D and")


def test_the_article_s_own_long_form_wins() -> None:
    memory = Memory(open_lexicon(), Acronyms.ALWAYS)
    text = "The IAEA spoke."
    defined = "The Inland Angling and Eel Association (IAEA) is small."
    for passage in (text, "It rained.", "It snowed.", defined):
        memory.learn(passage)
    assert say(text, memory) == (
        "The Inland Angling and Eel Association, I A E A, spoke."
    )


@pytest.mark.parametrize("short", ["FAST", "UV", "IAEA"])
def test_what_the_article_explains_later_is_not_explained_before(short: str) -> None:
    memory = Memory(open_lexicon())
    long = {
        "FAST": "the Five-hundred-meter Aperture Spherical Telescope",
        "UV": "ultraviolet",
        "IAEA": "the Inland Angling and Eel Association",
    }[short]
    told = (f"Now {short} is here.", "It rained.", "It snowed.", f"So {long} ({short})")
    for passage in told:
        memory.learn(passage)
    said = " ".join(say(passage, memory) for passage in told)
    assert said.lower().count(long.removeprefix("the ").lower()) == 1


def test_a_label_of_a_code_is_not_explained() -> None:
    assert say("Linz airport (IATA: LNZ) is small.") == (
        "Linz airport, Iata: L N Z, is small."
    )


def test_what_the_article_explains_is_no_stressed_word() -> None:
    memory = Memory(open_lexicon())
    memory.learn("It is called myalgic encephalomyelitis (ME).")
    assert say("She lives with ME in Kent.", memory) == "She lives with M E in Kent."
    assert say("She lives with ME in Kent.") == "She lives with me in Kent."


def test_a_long_form_in_the_next_passage_is_not_said_before_it() -> None:
    memory = Memory(open_lexicon())
    text = "The IAEA spoke."
    for passage in (text, "The International Atomic Energy Agency (IAEA) is small."):
        memory.learn(passage)
    assert say(text, memory) == "The I A E A spoke."


MODES = {
    Acronyms.FIRST: (
        "The International Atomic Energy Agency, I A E A, and the F B I met. "
        "The I A E A's men left."
    ),
    Acronyms.ALWAYS: (
        "The International Atomic Energy Agency, I A E A, and the Federal Bureau of "
        "Investigation met. The International Atomic Energy Agency's men left."
    ),
    Acronyms.NEVER: "The I A E A and the F B I met. The I A E A's men left.",
}


@pytest.mark.parametrize("mode", MODES)
def test_long_forms_are_said_when_they_were_asked_for(mode: Acronyms) -> None:
    memory = Memory(open_lexicon(), mode)
    assert say("The IAEA and the FBI met. The IAEA's men left.", memory) == MODES[mode]


FORMS = {
    "the DoJ, the MoD and an IoX": "the D O J, the M O D and an I O X.",
    "PhDs, MPs' pay, CEO's car": "P H Ds, M Ps pay, C E O's car.",
    "He OK'd it, IM'd me and was ID'd.": "He O kayed it, I emmed me and was I deed.",
    "US-led, non-NATO, anti-ISIS": "U S-led, non-Nato, anti-Isis.",
    "G20, B2B, P5+1 and 3D": "G twenty, B to B, P five plus one and three D.",
    "AT&T, Q&A and X&Y": "A T and T, Q and A and X and Y.",
    "HIV/AIDS": "H I V aids.",
    "COBRA and COBRAX": "cobra and Cobrax.",
    "an eBay iPhone, not McDonald": "an ee-bay eye-phone, not McDonald.",
    "an IV drip": "an I V drip.",
}


@pytest.mark.parametrize("written", FORMS)
def test_mixed_forms_and_endings_are_said(written: str) -> None:
    assert say(written) == FORMS[written]


MEANT = {
    "Is WHO ready? The WHO is.": "Is W H O ready? The W H O is.",
    "US troops in IT firms": "U S troops in I T firms.",
    "He told US to wait.": "He told us to wait.",
    "THIS IS FOR US ALL, HE SAID": "This Is For Us All, He Said.",
    "US AND UK HIT IRAN": "U S And U K Hit Iran.",
    "WHO SAID IT WAS SAFE": "Who Said It Was Safe.",
    "THE WHO SAYS IT IS SAFE": "The W H O Says It Is Safe.",
    "IT'S TIME NATO'S CHIEF WENT HOME": "It's Time Nato's Chief Went Home.",
    "IT'S not so.": "it's not so.",
    "MPS AND NGOS BACK THE BILL": "M Ps And N G Os Back The Bill.",
    "IT FIRM CUTS JOBS": "I T Firm Cuts Jobs.",
    "I AM NOT here, AM radio is": "I am not here, A M radio is.",
    "for the HE sector": "for the H E sector.",
    "FE and HE teachers": "F E and H E teachers.",
    "an OR nurse, not tea OR milk": "an O R nurse, not tea or milk.",
    "into the OR, they said": "into the O R, they said.",
    "the OR gate": "the or gate.",
    "an ME patient and the ME generation": "an M E patient and the me generation.",
    "a poem by AS Kline": "a poem by A S Kline.",
    "AN Wilson knows AN Englishman": "A N Wilson knows an Englishman.",
    "a novel by HE Bates": "a novel by H E Bates.",
    "the board of HE Thompson": "the board of H E Thompson.",
    "the IS group and the UP button": "the I S group and the up button.",
    "BY Jane Smith": "by Jane Smith.",
    "Four IS fighters fled.": "Four I S fighters fled.",
    "He told ME, and it IS MY own.": "He told me, and it is my own.",
    "It was SO good that HE went UP.": "It was so good that he went up.",
    "TIP-INS": "tip-ins.",
    "THE PLUG-INS AND PUSH-UPS WE LIKE": "The Plug-ins And Push-ups We Like.",
    "LVIV, Ukraine (AP) — It": "Lviv, Ukraine, A P, It.",
    "It is ABSOLUTELY RIGHT to ask them all WHY, she said again.": (
        "It is Absolutely Right to ask them all why, she said again."
    ),
}


@pytest.mark.parametrize("written", MEANT)
def test_a_word_is_told_from_a_short_form(written: str) -> None:
    assert say(written) == MEANT[written]


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "HE ",
        "the HE ",
        "by AS Aaa",
        "IV ",
        "US ",
        "AaA",
        "A&",
        "A'",
        "the ATACMS ",
        "NATO's ",
        "(IAEA) ",
    ],
)
def test_a_hostile_line_is_gone_through(unit: str) -> None:
    line = unit * (100_000 // len(unit))
    memory = Memory(open_lexicon())
    assert sum(1 for _ in acronym_claims(line, memory, expand=True)) >= 0
