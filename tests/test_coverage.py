"""Nothing lost, nothing read twice: over any text at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narrate.coverage import prove
from narrate.errors import CoverageError
from narrate.model import Dropped, Line, Script
from narrate.options import Captions, Pacing, Pictures
from narrate.read.article import read, read_text
from narrate.script.compose import compose

PIECES = st.sampled_from(
    [
        "Ann Lee",
        "By Ann Lee",
        "Updated:",
        "0:00",
        "A title without a stop",
        "It is said. (Saul Loeb/AFP via Getty Images)",
        "It is said. Saul Loeb/AFP via Getty Images",
        "Photo: Ann Lee",
        "Ann Lee is a reporter who writes about ships and harbors.",
        "On Nov. 20, the U.S. sent 155mm shells for $275 million. It was late.",
        "Army Tactical Missile System (ATACMS)",
        "the rest of a paragraph that was cut in two by a picture",
        "“A whole quotation.”",
        "- an item",
        "1. an item",
        "## A heading",
        "***",
        "Київ",
        "\x01\x00\u200b\ufeff",
        "[[x]] <speak>y</speak> [z](/z/)",
        "a" * 700,
        "",
    ]
)
PAGES = st.lists(PIECES | st.text(max_size=60), max_size=25).map("\n".join)


CAPTION = "It is said. (Saul Loeb/AFP via Getty Images)"
WRAPPED_AND_TWICE = (
    "the rest of a paragraph that was cut in two by a picture\nAnn Lee\n"
    f"{CAPTION}\nAnn Lee\n{CAPTION}\nAnn Lee"
)


@settings(max_examples=400, deadline=None)
@example(WRAPPED_AND_TWICE, Captions.FULL)
@given(PAGES, st.sampled_from(Captions))
def test_every_character_of_any_page_is_said_once_or_dropped_once(
    page: str, captions: Captions
) -> None:
    article = read_text(page, "page")
    prove(article.source, compose(article, Pacing(pictures=Pictures(captions))))


@settings(max_examples=200, deadline=None)
@example("G7")
@example("[[x]] <speak>y</speak> [z](/z/)\n" + "a" * 700)
@given(PAGES)
def test_what_is_said_has_words_and_no_digit_or_command(page: str) -> None:
    script = compose(read_text(page, "page"), Pacing())
    for section in script.sections:
        for utterance in section.utterances:
            assert any(letter.isalnum() for letter in utterance.spoken)
            figures = any(letter.isdecimal() for letter in utterance.spoken)
            assert not (figures and script.language == "en")  # others are left alone
            assert not any(ord(letter) < 32 for letter in utterance.spoken)
            assert "[[" not in utterance.spoken


def _without(script: Script, at: int) -> Script:
    first, *rest = script.sections
    kept = first.utterances[:at] + first.utterances[at + 1 :]
    return replace(script, sections=(replace(first, utterances=kept), *rest))


def test_a_lost_sentence_is_found(minefields: Path, script: Script) -> None:
    source = read(str(minefields)).source
    prove(source, script)
    with pytest.raises(CoverageError, match=r"Line 3 .* would lose"):
        prove(source, _without(script, 1))


def test_a_sentence_that_is_read_twice_is_found(
    minefields: Path, script: Script
) -> None:
    first, *rest = script.sections
    twice = replace(first, utterances=(*first.utterances, first.utterances[1]))
    with pytest.raises(CoverageError, match="read twice"):
        prove(read(str(minefields)).source, replace(script, sections=(twice, *rest)))


def test_words_that_are_not_the_author_s_are_found(
    minefields: Path, script: Script
) -> None:
    first, *rest = script.sections
    said = (
        replace(first.utterances[0], written="Another title"),
        *first.utterances[1:],
    )
    other = replace(script, sections=(replace(first, utterances=said), *rest))
    with pytest.raises(CoverageError, match="not said as it stands"):
        prove(read(str(minefields)).source, other)


@pytest.mark.parametrize("numbers", [(1, 2, 3), (0, 4, 9)])
def test_lines_that_share_a_piece_are_held_together(numbers: tuple[int, ...]) -> None:
    words = ("Hens came home", "at noon.", "They slept.")
    source = [Line(text, at) for text, at in zip(words, numbers, strict=True)]
    parts = (
        Dropped("Hens came", numbers[:1], "a test"),
        Dropped("home at noon.", numbers[:2], "a test"),
        Dropped("They slept.", numbers[2:], "a test"),
    )
    prove(source, Script("", "", "en", (), parts))
    with pytest.raises(CoverageError, match=r"would lose 'Theyslept\.'"):
        prove(source, Script("", "", "en", (), parts[:2]))
    strange = Dropped("They slept.", (7,), "a test")
    with pytest.raises(CoverageError, match="is not there"):
        prove(source, Script("", "", "en", (), (*parts[:2], strange)))


def test_a_swap_of_letters_is_not_taken_for_the_whole() -> None:
    article = read_text("on no", "page")
    script = compose(article, Pacing())
    (section,) = script.sections
    (utterance,) = section.utterances
    twice = tuple(replace(utterance, written="on") for _ in range(2))
    swapped = replace(script, sections=(replace(section, utterances=twice),))
    with pytest.raises(CoverageError, match="read twice"):
        prove(article.source, swapped)
