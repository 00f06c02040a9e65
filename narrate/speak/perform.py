"""The door: an utterance in, its clip out, whoever speaks it and whenever."""

import threading

from narrate.errors import NarrateError, SpeechError
from narrate.heard import Clip, Phrase
from narrate.model import Utterance
from narrate.speak.base import Engine, Speech
from narrate.speak.cache import ClipCache, clip_key
from narrate.speak.cast import Part
from narrate.speak.catalog import open_engine
from narrate.voice import Voice
from narrate.words import phrase_of

_TRIES = 2


class Performer:
    """Any voice: says each utterance once; what a cache has is not said again."""

    def __init__(self, cache: ClipCache | None) -> None:
        self._cache = cache
        self._engines: dict[Voice, tuple[Engine, str]] = {}
        self._lock = threading.Lock()

    def engine(self, voice: Voice) -> Engine:
        """Give a voice's engine: opened once, loaded when it speaks."""
        return self._open(voice)[0]

    def key(self, utterance: Utterance, part: Part) -> str:
        """Name the clip of an utterance by everything that changes its sound."""
        return self._key(phrase_of(utterance), part)

    def perform(self, utterance: Utterance, part: Part) -> Clip:
        """Give the clip of an utterance.

        Each is heard before it is used; raises SpeechError, which names the sentence,
        after a second try.
        """
        phrase = phrase_of(utterance)
        key = self._key(phrase, part)
        speech = self._cache.get(key) if self._cache else None
        if speech is None:
            speech = self._say(utterance, phrase, part)
            if self._cache and self.engine(part.voice).audible:
                self._cache.put(key, speech)
        return Clip(utterance, speech.sound, speech.words)

    def _key(self, phrase: Phrase, part: Part) -> str:
        return clip_key(self._open(part.voice)[1], phrase, part.manner)

    def _open(self, voice: Voice) -> tuple[Engine, str]:
        with self._lock:  # two threads, one engine
            if voice not in self._engines:
                engine = open_engine(voice)
                self._engines[voice] = engine, engine.fingerprint
            return self._engines[voice]

    def _say(self, utterance: Utterance, phrase: Phrase, part: Part) -> Speech:
        fault = ""
        for _ in range(_TRIES):
            speech = self._try(phrase, part)
            if isinstance(speech, Speech):
                return speech
            fault = speech
        raise SpeechError(part.voice.name, utterance.written, fault)

    def _try(self, phrase: Phrase, part: Part) -> Speech | str:
        """Give good speech, or say what is wrong: an error or a fault."""
        engine = self.engine(part.voice)
        try:
            speech = engine.say(phrase, part.manner)
        except SpeechError as error:
            return error.reason
        except (NarrateError, ImportError):
            raise  # no second try would mend it
        except Exception as error:  # noqa: BLE001 - whatever a foreign engine raises
            return f"{type(error).__name__}: {error}"
        if not engine.audible:
            return speech
        # numpy
        from narrate.speak.check import find_fault, find_mistiming  # noqa: PLC0415

        text = phrase.text
        speed = round(part.voice.words_per_minute * part.manner.speed)
        fault = find_fault(speech.sound, text, speed) or find_mistiming(speech, text)
        return fault or speech
