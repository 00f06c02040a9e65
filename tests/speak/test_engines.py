"""What every engine must do: a new row in the catalog is tested at once."""

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from narrate.errors import VoiceError
from narrate.heard import Phrase, Pronunciation
from narrate.speak.base import Engine, Spelling, write_letters
from narrate.speak.catalog import ENGINES, open_engine
from narrate.speak.check import find_fault, find_mistiming
from narrate.speak.voices import find_voice, list_voices
from narrate.voice import USUAL, Manner, Voice
from tests.spoken import say

SENTENCE = "The engineers came on Tuesday, and they stayed until the end of the month."
HOSTILE = {
    "a NUL": "Before it \x00 and after it, the same words are said to the end.",
    "a control character": "Before it \x01 9P\x01 50S and after it, words are said.",
    "phonemes of espeak": "Before it [[h@l'oU]] and after it, words are said.",
    "phonemes of hibari": "Before it [word](/h@lO/) and after it, words are said.",
    "SSML": 'Before <break time="9s"/><prosody rate="9"> and after it, words are said.',
    "an emoji": "Before it \U0001f600 and after it, the same words are said.",
    "quotes": "“Before it,” she ‘said’, and after it, the same words are said.",
}


# The system's own voices are tested with a stand-in, in test_native.py.
@pytest.fixture(params=["espeak", "heart", "joe", "silent"])
def voice(request: pytest.FixtureRequest) -> Voice:
    return find_voice(request.param)


@pytest.fixture
def engine(voice: Voice) -> Engine:
    return open_engine(voice)


def test_every_engine_is_here_with_a_voice() -> None:
    here = {"espeak", "heart", "joe", "silent"}
    assert {find_voice(name).engine for name in here} | {"native"} == set(ENGINES)


def test_more_words_take_longer(engine: Engine) -> None:
    short, long = say(engine, "Good evening."), say(engine, SENTENCE)
    assert 0 < short.length_ms < long.length_ms


def test_the_same_sentence_sounds_the_same_whatever_came_before(
    engine: Engine, voice: Voice
) -> None:
    alone = open_engine(voice).say(Phrase(SENTENCE), USUAL)
    say(engine, "Something else entirely.", 0.9)
    assert engine.say(Phrase(SENTENCE), USUAL) == alone


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_text_is_cut_and_none_is_obeyed(
    engine: Engine, voice: Voice, kind: str
) -> None:
    plain = say(engine, "Before it and after it, the same words are said.")
    speech = engine.say(Phrase(HOSTILE[kind]), USUAL)
    said = speech.sound
    assert 0.8 * plain.length_ms < said.length_ms < 4 * plain.length_ms
    if engine.audible:
        assert find_fault(said, HOSTILE[kind], voice.words_per_minute) == ""
    assert find_mistiming(speech, HOSTILE[kind]) == ""
    assert say(engine, "And now as before.") == say(
        open_engine(voice), "And now as before."
    )


LONG = {
    "no stop": "many words follow one another " * 60,
    "one word": "a" * 300,
    "many commas": "no, but yes; and so, " * 40,
    "20,000 characters": "and then a man came in, who had a word to say, " * 425,
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_text_is_said_to_its_end(engine: Engine, kind: str) -> None:
    text = LONG[kind].strip()
    few = text[: len(text) // 20]
    speech = engine.say(Phrase(text), USUAL)
    assert speech.sound.length_ms > 15 * say(engine, few).length_ms or " " not in text
    assert find_mistiming(speech, text) == ""
    lengths = [last - first for first, last in speech.words]
    assert min(lengths) > 0


WORDS = {
    "a title": "Dr. Mr. Jones's 155mm guns",
    "letters": "the U S-made A T four, of I E Ds and an A",
    "quotes": "“Well,” he said — ‘so it is’ — and (after all) left…",
    "figures": "In 1984 he had 1,234,567.89 of 24/7 at 7:05, or 5-10 of them.",
    "compounds": "a well-known mother-in-law's state-of-the-art and/or rock’n’roll",
    "little words": "It was on the one hand of the of and to a to be or not to be.",
    "shouting": "THE KING AND QUEEN OF NATO SAID NO",
}


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_is_timed_once_in_order(engine: Engine, kind: str) -> None:
    speech = engine.say(Phrase(WORDS[kind]), USUAL)
    assert find_mistiming(speech, WORDS[kind]) == ""
    assert min(last - first for first, last in speech.words) > 0


def test_a_word_is_heard_where_its_time_says(engine: Engine) -> None:
    """Behind a long pause: silence before it, sound in it."""
    if not engine.audible:
        pytest.skip("nothing is heard")
    speech = engine.say(Phrase("Nobody came. Tomorrow."), USUAL)
    (_, before), (start, end) = speech.words[-2:]
    samples = np.frombuffer(speech.sound.samples, "<i2").astype(float)
    rate = speech.sound.rate_hz
    within = np.sqrt((samples[start:end] ** 2).mean())
    pause = samples[before + rate // 20 : start - rate // 20]
    assert start - before > rate // 10
    assert np.sqrt((pause**2).mean()) < within / 4


def test_a_pronunciation_is_heard_and_the_word_still_timed(engine: Engine) -> None:
    if not engine.audible:
        pytest.skip("nothing is heard")
    text = "They met in Reading’s town hall, and in Kyiv."
    told = (Pronunciation(12, 19, "ˈɹɛdɪŋ"), Pronunciation(40, 44, "ˈkiːɪv"))
    usual, speech = (engine.say(Phrase(text, p), USUAL) for p in ((), told))
    assert speech.sound != usual.sound
    assert 0.8 < speech.sound.length / usual.sound.length < 1.25
    assert find_mistiming(speech, text) == ""


@pytest.mark.parametrize("speed", [0.8, 1.25])
def test_a_manner_s_speed_is_heard(engine: Engine, speed: float) -> None:
    usual = say(engine, SENTENCE).length
    changed = engine.say(Phrase(SENTENCE), Manner(speed=speed)).sound.length
    assert changed * speed == pytest.approx(usual, rel=0.12)


def test_a_faster_voice_is_faster(voice: Voice) -> None:
    fast = find_voice(voice.name, voice.words_per_minute + 80)
    usual = say(open_engine(voice), SENTENCE)
    assert say(open_engine(fast), SENTENCE).length_ms < 0.85 * usual.length_ms


def test_a_fingerprint_tells_voices_and_speeds_apart(voice: Voice) -> None:
    other = find_voice(voice.name, voice.words_per_minute + 1)
    prints = {open_engine(v).fingerprint for v in (*list_voices(), other)}
    assert len(prints) == len(list_voices()) + 1


@pytest.mark.parametrize("engine_name", ["heart", "espeak", "joe"])
def test_a_lower_pitch_is_heard(engine_name: str) -> None:
    engine = open_engine(find_voice(engine_name))
    usual, low = say(engine, SENTENCE), say(engine, SENTENCE, 0.85)
    assert usual != low
    assert 0.9 < low.length_ms / usual.length_ms < 1.1


@pytest.mark.parametrize("engine_name", ["heart", "espeak", "joe"])
def test_a_fresh_process_gives_the_same_samples(engine_name: str) -> None:
    code = (
        "import sys, hashlib\n"
        "from narrate.speak.voices import find_voice\n"
        "from narrate.speak.catalog import open_engine\n"
        "from tests.spoken import say\n"
        "sound = say(open_engine(find_voice(sys.argv[1])), sys.argv[2])\n"
        "print(hashlib.sha256(sound.samples).hexdigest())\n"
    )
    there = subprocess.run(
        [sys.executable, "-c", code, engine_name, SENTENCE],
        capture_output=True,
        text=True,
        check=True,
    )
    here = say(open_engine(find_voice(engine_name)), SENTENCE)
    assert there.stdout.strip() == hashlib.sha256(here.samples).hexdigest()


def test_an_unknown_engine_is_named_with_what_to_try() -> None:
    nobody = find_voice("silent")
    nobody = Voice(
        **{f: getattr(nobody, f) for f in nobody.__slots__ if f != "engine"},
        engine="none",
    )
    with pytest.raises(VoiceError, match="needs the engine 'none'") as caught:
        open_engine(nobody)
    assert "narrate voices" in caught.value.hint


LETTERS = {
    "the A P said": "the A.P. said",
    "U S-made": "U.S.-made",
    "two I E Ds": "two I.E.D.'s",
    "M G M one forty": "M.G.M. one forty",
    "Plan A is ready": "Plan ay is ready",
    "How To Plan A Wedding": "How To Plan A Wedding",
    "a blood group A donor": "a blood group ay donor",
    "vitamin A, Hepatitis A": "vitamin ay, Hepatitis ay",
    "She got an A in art": "She got an ay in art",
    "from A to Z": "from ay to Z",
    "They are a team. A man left": "They are a team. A man left",
    "J K Rowling": "J.K. Rowling",
    "A T four": "A.T. four",
    "G P S.": "G.P.S.",
    "an M one A two tank": "an M one ay two tank",
    "an F thirty-five A flew": "an F thirty-five ay flew",
    "It is over. A four-man crew": "It is over. A four-man crew",
    "a Q and A session": "a Q and ay session",
    "an A and E ward": "an ay and E ward",
    "the N C double A": "the N.C. double ay",
    "A and I went": "A and I went",
}


@pytest.mark.parametrize("spoken", LETTERS)
def test_letters_are_written_as_an_engine_reads_them(spoken: str) -> None:
    spelling = Spelling(dots_plurals=True, lone_a="ay")
    assert write_letters(spoken, spelling) == LETTERS[spoken]


def test_an_engine_that_reads_plurals_of_letters_is_given_them() -> None:
    spelling = Spelling(dots_plurals=False, lone_a="A.")
    assert write_letters("two I E Ds", spelling) == "two I E D's"
