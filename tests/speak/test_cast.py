"""Who says what, and in which manner."""

from dataclasses import replace

import pytest

from narrate.errors import VoiceError
from narrate.model import Utterance
from narrate.roles import Role
from narrate.speak.cast import Cast, Part, find_cast
from narrate.voice import USUAL, Manner, Voice

QUOTED = Manner(voice="espeak", pitch=1.1)
LOW = Manner(pitch=0.9)


def utterance(role: Role, *, aside: bool = False, language: str = "") -> Utterance:
    return Utterance(role, "Yes.", "Yes.", (), 0, (1,), aside, language)


@pytest.fixture
def voice(silent: Voice) -> Voice:
    return replace(silent, roles={"quote": QUOTED, "caption": LOW, "aside": LOW})


def test_the_article_is_said_as_usual(voice: Voice) -> None:
    part = find_cast(voice).part(utterance(Role.PARAGRAPH))
    assert part == Part(voice, USUAL)


def test_a_role_may_be_left_to_another_voice(voice: Voice) -> None:
    part = find_cast(voice).part(utterance(Role.QUOTE))
    assert (part.voice.name, part.manner) == ("espeak", QUOTED)


def test_what_stands_beside_the_article_is_an_aside(voice: Voice) -> None:
    cast = find_cast(voice)
    assert cast.part(utterance(Role.NOTE, aside=True)).manner == LOW
    assert cast.part(utterance(Role.CAPTION, aside=True)).manner == LOW


def test_a_caption_that_is_read_with_the_article_is_no_aside(voice: Voice) -> None:
    assert find_cast(voice).part(utterance(Role.CAPTION)).manner == USUAL


def test_another_language_has_a_voice_of_its_own(voice: Voice) -> None:
    cast = find_cast(voice, ["fr-CA", "de"])
    assert cast.part(utterance(Role.PARAGRAPH, language="fr")).voice.variant == "fr"
    assert cast.part(utterance(Role.QUOTE, language="de")).voice.variant == "de"


def test_what_nobody_speaks_is_left_to_the_article_s_voice(voice: Voice) -> None:
    assert Cast(voice).part(utterance(Role.QUOTE, language="rw")).manner == QUOTED


def test_a_role_s_voice_that_is_not_there_is_named(voice: Voice) -> None:
    voice = replace(voice, roles={"title": Manner(voice="nobody")})
    with pytest.raises(VoiceError, match="nobody, which is not there"):
        find_cast(voice)
