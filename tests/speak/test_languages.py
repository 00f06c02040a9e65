"""Every language of espeak-ng speaks, and tells when each word is heard."""

import pytest

from narrate.errors import VoiceError
from narrate.heard import Phrase
from narrate.speak.catalog import open_engine
from narrate.speak.languages import NAMES, voice_for
from narrate.voice import USUAL
from tests.timed import assert_timed

OWN_SCRIPT = {
    "ar": "مساء الخير يا ماريا",
    "el": "Καλησπέρα, Μαρία.",
    "he": "ערב טוב, מריה",
    "hi": "नमस्ते मारिया",
    "ja": "こんばんは マリア",
    "ko": "안녕하세요 마리아",
    "ru": "Добрый вечер, Мария.",
    "th": "สวัสดี มาเรีย",
    "zh": "晚上好 玛丽亚",
}


@pytest.mark.parametrize("code", NAMES)
def test_every_language_speaks_and_times_its_words(code: str) -> None:
    phrase = Phrase(OWN_SCRIPT.get(code, "Radio, Maria 2."))
    speech = open_engine(voice_for(code, None)).say(phrase, USUAL)
    assert speech.sound.length_ms > 500
    assert_timed(phrase.text, speech)


REGIONS = {
    "pt": "pt",
    "pt-BR": "pt-br",
    "pt_BR": "pt-br",
    "es-ES": "es",
    "es-MX": "es-419",
    "fr-CH": "fr-ch",
    "zh-Hans": "cmn",
    "no": "nb",
    "de-AT": "de",
}


@pytest.mark.parametrize("language", REGIONS)
def test_a_region_is_read_by_its_own_voice_if_there_is_one(language: str) -> None:
    voice = voice_for(language, None)
    assert voice.variant == REGIONS[language]
    phrase = Phrase("Radio Maria.")
    assert_timed(phrase.text, open_engine(voice).say(phrase, USUAL))


def test_a_language_that_nobody_reads_is_named() -> None:
    with pytest.raises(VoiceError, match="can't read 'tlh'"):
        voice_for("tlh", None)
