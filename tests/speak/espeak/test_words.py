"""espeak-ng tells when each word is heard, and says what a lexicon knows."""

import re
from itertools import pairwise

import numpy as np
import pytest

from narrate.errors import SpeechError
from narrate.heard import Phrase, Pronunciation
from narrate.speak.base import Engine, Spelling
from narrate.speak.catalog import open_engine
from narrate.speak.espeak import library as espeak_library
from narrate.speak.espeak.events import Heard
from narrate.speak.espeak.library import EspeakSettings, speak
from narrate.speak.espeak.words import Given, give, word_times
from narrate.speak.voices import find_voice
from narrate.voice import USUAL, Manner
from narrate.words import words_of
from tests.spoken import say
from tests.timed import assert_timed

SPELLING = Spelling(dots_plurals=True, lone_a="eh")
KYIV = {"Kyiv": "ˈkiːɪv"}


def phrase_of(text: str, known: dict[str, str]) -> Phrase:
    """Say each of these words as its IPA tells, wherever it stands."""
    stretches = [
        Pronunciation(found.start(), found.end(), ipa)
        for word, ipa in known.items()
        for found in re.finditer(word, text)
    ]
    return Phrase(text, tuple(sorted(stretches, key=lambda one: one.start)))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine(find_voice("espeak"))


TIMED = (
    "Of the house, in the end.",
    "He paid 3,141,592.65 dollars on 3/4/2024 at 10:30.",
    "“Quote,” the A P said; a 155mm gun (an M one A two) fired.",
    "Mr. Smith left... and/or Mrs. Jones—who knows?—did not.",
    "— “ ‘ … He ’ ” — said 5 % & more.",
    "two I E Ds and a H I M A R S",
    "They wrote Москва, λόγος, 東京 and नमस्ते on it \U0001f600 twice.",
    "[x](/y/) [[h@l'oU]] a < b > c",
    "so it went on, " * 60,
    "a" * 300,
    "No!",
    "Before it \x00 and \x01 9P after it.",
)


@pytest.mark.parametrize("wpm", [80, 150, 450])
@pytest.mark.parametrize("text", TIMED)
def test_each_word_has_one_time_inside_the_sound(text: str, wpm: int) -> None:
    speech = open_engine(find_voice("espeak", wpm)).say(Phrase(text), USUAL)
    assert_timed(text, speech)


@pytest.mark.parametrize("text", ["— … —", "", "?!", "\U0001f600"])
def test_a_text_without_a_word_has_no_times(engine: Engine, text: str) -> None:
    assert engine.say(Phrase(text), USUAL).words == ()


def test_a_word_s_time_is_where_its_sound_is(engine: Engine) -> None:
    text = "Stop! Papa. Tea? Coffee, cake. Bob."
    speech = engine.say(Phrase(text), USUAL)
    samples = np.abs(np.frombuffer(speech.sound.samples, "<i2").astype(int))
    rate_hz = speech.sound.rate_hz
    loud = samples > 300
    for (_, before), (first, last) in pairwise(speech.words):
        assert not loud[before + rate_hz // 20 : first].any()  # a pause, and silent
        assert loud[first : first + rate_hz // 8].any()
        assert loud[last - rate_hz // 8 : last].any()


def test_a_pause_belongs_to_no_word(engine: Engine) -> None:
    words = engine.say(Phrase("He came. He left."), USUAL).words
    assert words[2][0] - words[1][1] > 3_000
    assert words[1][0] - words[0][1] < 1_000


def heard(*places: int) -> list[Heard]:
    return [Heard(place, 100 * at, 100 * at + 80) for at, place in enumerate(places)]


def test_events_are_led_to_the_words_that_they_are_of() -> None:
    text = "of the 3,141 men"
    given = Given(text, range(len(text)))
    times = word_times(text, heard(0, 7, 8, 9, 13), given, 900)
    assert times == ((0, 34), (34, 80), (100, 380), (400, 480))


def test_words_before_the_first_event_share_its_time() -> None:
    text = "of the men"
    times = word_times(text, heard(3, 7), Given(text, range(len(text))), 900)
    assert times == ((0, 34), (34, 80), (100, 180))


LED_BACK = {
    "the A P said": "the A.P. said",
    "two I E Ds left": "two I.E.D.'s left",
    "Plan A is an A, two": "Plan eh is an eh, two",
}


@pytest.mark.parametrize("text", LED_BACK)
def test_what_is_given_is_led_back_letter_by_letter(text: str) -> None:
    given = give(Phrase(text), SPELLING, "en-us")
    assert given.text == LED_BACK[text]
    for letter, place in zip(given.text, given.places, strict=True):
        assert letter == text[place] or not letter.isalnum() or text[place] == "A"
    assert list(given.places) == sorted(given.places)


GIVEN = {
    "Kyiv’s mayor": " [[k|'i:|I|v|z]] mayor",
    "In Kyiv, he said.": "In  [[k|'i:|I|v]], he said.",
    "“Kyiv” (Kyiv)": "“ [[k|'i:|I|v]]”   [[k|'i:|I|v]] ",
    "anti-Kyiv-based Kyivs": "anti- [[k|'i:|I|v]]-based  [[k|'i:|I|v|z]]",
    "Kyiv’ll and KyivX": " [[k|'i:|I|v|@|l]] and  [[k|'i:|I|v]] X",
}


@pytest.mark.parametrize("text", GIVEN)
def test_a_pronunciation_is_given_in_brackets_of_ours(text: str) -> None:
    given = give(phrase_of(text, KYIV), SPELLING, "en-us")
    assert given.text == GIVEN[text]
    assert given.phonemic
    assert len(given.places) == len(given.text)


ENDINGS = {"ˈkiːɪv": "z", "ˈhaɪmɑːɹz": "I#|z", "bɪts": "I#|z", "kæt": "s", "biː": "z"}


@pytest.mark.parametrize("ipa", ENDINGS)
def test_an_ending_sounds_as_it_does_behind_the_last_sound(ipa: str) -> None:
    given = give(phrase_of("Kyiv’s", {"Kyiv": ipa}), SPELLING, "en-us")
    assert given.text.endswith(f"|{ENDINGS[ipa]}]]")


SAME = {
    "Kyiv’s mayor came.": "Keev’s mayor came.",
    "“Kyiv,” he said.": "“Keev,” he said.",
    "He saw Kyiv.": "He saw keev.",
    "Is “Kyiv” it?": "Is “keev” it?",
}


@pytest.mark.parametrize("text", SAME)
@pytest.mark.parametrize("voice", ["en-us", "en", "en-us+f2"])
def test_a_pronunciation_sounds_as_the_word_that_is_said_so(
    text: str, voice: str
) -> None:
    def said(phrase: Phrase) -> bytes:
        given = give(phrase, SPELLING, voice)
        settings = EspeakSettings(voice, 150, 50, phonemic=given.phonemic)
        return speak(given.text, settings).samples

    length = len(said(phrase_of(text, {"Kyiv": "kˈiːv"})))
    assert abs(length - len(said(Phrase(SAME[text])))) < 0.02 * length


@pytest.mark.parametrize("text", GIVEN)
def test_words_beside_a_pronunciation_are_timed(engine: Engine, text: str) -> None:
    speech = engine.say(phrase_of(text, KYIV), USUAL)
    assert_timed(text, speech)


def test_each_word_of_a_long_name_has_its_own_time(engine: Engine) -> None:
    text = "At Chasiv Yar’s edge."
    phrase = phrase_of(text, {"Chasiv Yar": "ˈtʃɑːsɪv ˈjɑːɹ"})
    speech = engine.say(phrase, USUAL)
    assert_timed(text, speech)
    gaps = [first - last for (_, last), (first, _) in pairwise(speech.words)]
    assert all(100 < gap < 1_000 for gap in gaps)  # espeak-ng's own, between any two


def test_another_language_s_voice_reads_what_is_written() -> None:
    phrase = phrase_of("Bei Kyiv steht", KYIV)
    assert give(phrase, SPELLING, "de") == Given(phrase.text, range(len(phrase.text)))


@pytest.mark.parametrize(
    "text", ["[[k|'i:]] of it", "[ [k'i:] ] of it", "[\x00[k'i:]] of it", "[[[[x]]]]"]
)
def test_no_bracket_of_the_article_s_is_ever_obeyed(engine: Engine, text: str) -> None:
    whole = f"Kyiv {text}"
    given = give(phrase_of(whole, KYIV), SPELLING, "en-us")
    assert given.text.count("[") == given.text.count("]") == 2
    assert "[" not in give(Phrase(whole), SPELLING, "en-us").text
    assert_timed(whole, engine.say(phrase_of(whole, KYIV), USUAL))


def test_what_is_no_ipa_names_the_sentence(engine: Engine) -> None:
    phrase = phrase_of("He saw Kyiv.", {"Kyiv": "k4v"})
    with pytest.raises(SpeechError, match=r"'He saw Kyiv\.': .* no IPA"):
        engine.say(phrase, USUAL)


def test_a_hostile_phrase_takes_linear_time(engine: Engine) -> None:
    text = "A A’s Kyiv’s " * 2_000
    phrase = phrase_of(text, KYIV)
    given = give(phrase, SPELLING, "en-us")
    assert given.text.count("[[k|'i:|I|v|z]]") == 2_000
    assert len(given.places) == len(given.text)
    assert len(words_of(text)) == 6_000
    assert engine.shareable is False


@pytest.mark.parametrize("speed", [0.1, 9.0])
def test_a_manner_beyond_its_speeds_is_said_at_their_ends(speed: float) -> None:
    slow, fast = (open_engine(find_voice("espeak", wpm)) for wpm in (80, 450))
    ends = {0.1: slow, 9.0: fast}
    said = open_engine(find_voice("espeak")).say(Phrase("Hello."), Manner(speed=speed))
    assert said.sound == say(ends[speed], "Hello.")


def test_a_pitch_beyond_its_pitches_is_said_at_their_ends(engine: Engine) -> None:
    assert say(engine, "Hello.", 5.0) == say(engine, "Hello.", 1.98)
    assert say(engine, "Hello.", 5.0) != say(engine, "Hello.")


def test_the_fastest_speech_is_not_pressed_together_afterwards() -> None:
    fast = say(open_engine(find_voice("espeak", 450)), TIMED[0])
    slower = say(open_engine(find_voice("espeak", 440)), TIMED[0])
    assert fast.length < slower.length  # at its own 450 it would be slower


def test_times_fit_a_sound_that_was_pressed_together() -> None:
    spoken = speak(TIMED[0], EspeakSettings("en-us", 450, 50))
    assert spoken.words[-1].end <= len(spoken.samples) // 2


@pytest.mark.parametrize("voice", ["en-us", "de", "fr", "ru", "cmn", "en-us+klatt"])
def test_asking_for_phonemes_changes_no_sample(
    voice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = speak(" ".join(TIMED[:3]), EspeakSettings(voice, 150, 50))
    monkeypatch.setattr(espeak_library, "_PHONEME_EVENTS", 0)
    untold = speak(" ".join(TIMED[:3]), EspeakSettings(voice, 150, 50))
    assert told.samples == untold.samples
    assert told.words != untold.words
