import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))

from texts import paragraphs, sentences_f1

from narrate.model import Span
from narrate.script.english.sentences import sentences

FLOOR = tomllib.loads(
    (Path(__file__).parents[2] / "floors.toml").read_text(encoding="utf-8")
)["sentences"]["f1"]
SLACK = 0.002  # a floor says what was measured, to the third figure

PARTED = (
    "He came. | She left.",
    "It cost $5.50 in all. | Nobody paid.",
    "The U.S. President spoke. | He left the U.S. | The next day he flew.",
    "Mr. Lee and Dr. Wu met at 5 p.m. on Nov. 20. | They talked.",
    "See No. 5. | No. | Not that one.",
    "“Where to?” she asked. | “Home.” | He nodded.",
    "Acme Inc. said so. | Wait… | What? | Yes!",
    "It was (he said. And meant it) over. | They went.",
    "Gov. Ann Lee (D-N.Y.) signed it. | In Dover, Del., it rained.",
    "J. K. Rowling wrote it. | I read it.",
    # A quotation of several sentences is as many; its speaker stays with the last.
    "“I came. | I saw. | I left,” he said. | Then she spoke.",
    "“Help!” Tom cried. | “Help!” | He ran. | “Oh!” | And so it went.",
    "The law is short: “No dogs. | No cats.” | It is old.",
    # By the clock: the hour may open a sentence, and belong to what follows.
    "At 5 a.m. Mr. Ito woke. | He slept until 9 a.m. | Mr. Ito is old.",
    "It opens at 5 p.m. Eastern Time. | The 9 p.m. News is late.",
    # A headline has capitals everywhere; a common noun only where a sentence begins.
    "How the U.S. Is Losing Its War on Rust",
    "It left the U.S. | Officials said so. | The U.S. Navy did. | Is Ann in the U.K.?",
    # Letters and initials.
    "Eat vitamin C. | Oranges have it. | So say you and I. | Albert I. Jones does.",
    "BBC News said so on TV. | Critics at NATO. | Nobody else.",
    "George W. Bush and A.-M. Rossi of the Sino-U.S. Council met.",
    "He was ill. | Doctors came. | Ann sat. | Tom stood on the land mass. | Bo fell.",
    # Figures.
    "See p. 55 and Fig. 3. | It has 12 parts. | Turn to Ch. 4.",
    "It lasted until 2. | Using it is hard. | Norton died c. 1880 at home.",
    "Born on Sat. 9 May. | Vol. 2, No. 3 is out.",
    # Names with a shout; brackets that belong to the sentence.
    "She works at Yahoo! in Rome. | Yahoo! News is hers. | Who Am I? (1998), a film.",
    "He won for Maria! (1965), and lost. | He left. | (She stayed.) | It rained.",
    "It burst. | (credit: Ann Lee.) | It is “all done.” (Lee 55). | She agreed.",
    "(It rained. | We stayed in.) | Then it cleared.",
    # Dots.
    "He is … I think … Bo Lee. | It ended … | The era was over.... | She left.",
    "I don't... I can't say. | He is gone... | The dog too.",
    "It was weak . . . and late. | It was long . . . . | Next came you.",
    "They struck. ... | The plant shut. | Bohr [...] Smith wrote.",
    # Notes, smileys.
    "It is so.[3] | He said. [4] [5] | We know.¹ | You too.",
    "It is widely so.23 | Nobody knows. 4 | The rest is silence. :) | Good.",
    # What has no stop, or no space.
    "• Eggs • Flour | • Milk".replace(" • Flour", " | • Flour"),
    "1. Beat the eggs | 2. Add flour | 3. Bake",
    "a) Red b) Green, c) blue".replace(" b)", " | b)"),
    "You need 1) eggs, 2) flour and 3) time.",
    "Washington, D.C. | Image: Ann Lee. | Figure 2.1 is old.",
    "Ann Lee on sponges | Sunday, May 9, 2021",
    "Sunday, May 9, 2021 | We spoke to Ann Lee. | She left on Sunday, May 9, 2021",
    "Dear Mrs. Lee, | Thank you. | Hello, Tom.",
    "Figure 2.1 | Would you go? | Go.",
    "The game was lost. | He left.It rained.And so on.".replace(".It", ".| It").replace(
        ".And", ".| And"
    ),
    # A writer without capitals.
    "i was there. | it was fun! | you should go",
    "P.S. The cat is well. | Q. Where is it? | A. Here.",
    "We bought apples, pears, etc. | Ham was dear. | It is approx. the same.",
    "INC. MAGAZINE CAME. | MR. LEE READ IT.",
    "The kit has nails, wire, etc. (see below) and glue. | It is dear.",
)


@pytest.mark.parametrize("parted", PARTED)
def test_sentences_are_parted_where_they_end(parted: str) -> None:
    text = parted.replace(".| ", ".").replace(" | ", " ")
    got = [text[a:b] for a, b in sentences(text)]
    assert got == parted.replace(".| ", ". | ").split(" | ")


def _f1() -> float:
    return sentences_f1(lambda text: [text[a:b] for a, b in sentences(text)])


def test_there_are_enough_labelledparagraphs() -> None:
    assert len(paragraphs()) >= 150


def test_ends_are_found_as_well_as_they_were() -> None:
    assert _f1() >= FLOOR


def test_the_floor_is_what_is_measured() -> None:
    assert _f1() - FLOOR < SLACK, "raise the floor"


# What there is around stops, and no space but where it is one of them.
PIECES = st.lists(
    st.sampled_from(
        "a|B.|!|?|“|”|(|)|1|,|…|’|U.S.|Mr.|p.m.|no|No.|[1]|...|Image:|•|2)|The|he|i| "
        "|  |\n|. |.He ".split("|")
    ),
    max_size=60,
)


@given(PIECES.map("".join))
def test_no_character_is_lost_between_sentences(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip()
        assert start < end
        at = end
    assert not text[at:].strip()


@given(PIECES.map("".join), st.lists(st.integers(0, 90), max_size=12, unique=True))
def test_no_sentence_ends_inside_a_span(text: str, bounds: list[int]) -> None:
    places = sorted(place for place in bounds if place <= len(text))
    spans = [
        Span(a, b, "so", "test")
        for a, b in zip(places[::2], places[1::2], strict=False)
    ]
    for start, end in sentences(text, spans):
        for at in (start, end):
            if at != len(text.rstrip()):
                assert not any(span.start < at < span.end for span in spans)


@pytest.mark.parametrize(
    "part", ["a. ", "( a. ", " ", ". . ", "1. ", "i ", "a.", "“a. ", "U.S. "]
)
def test_a_line_without_end_is_read_to_its_end(part: str) -> None:
    text = part * (100_000 // len(part)) + "z"
    *_, (_, end) = sentences(text)
    assert end == len(text)
