"""The door: an utterance in, its clip out, whoever speaks it and whenever."""

from narrate.errors import NarrateError, SpeechError
from narrate.model import Clip, Utterance
from narrate.options import Voice
from narrate.sound import Sound
from narrate.speak.cache import ClipCache
from narrate.speak.catalog import open_engine

_TRIES = 2


class Performer:
    """One voice: says each utterance once; what the cache has is not said again."""

    def __init__(self, voice: Voice, cache: ClipCache) -> None:
        self._voice, self._cache = voice, cache
        self._engine = open_engine(voice)
        self._fingerprint = self._engine.fingerprint
        self.shareable = self._engine.shareable
        self.audible = self._engine.audible

    def key(self, utterance: Utterance) -> str:
        """Name the clip of an utterance by everything that changes its sound."""
        pitch = self._voice.manner(aside=utterance.aside).pitch
        return self._cache.key(self._fingerprint, pitch, utterance.spoken)

    def load(self) -> None:
        """Load now what the first utterance would wait for."""
        self._engine.load()

    def perform(self, utterance: Utterance) -> Clip:
        """Give the clip of an utterance.

        Each is heard before it is used; raises SpeechError, which names the sentence,
        after a second try.
        """
        key = self.key(utterance)
        sound = self._cache.get(key)
        if sound is None:
            sound = self._say(utterance)
            if self.audible:
                self._cache.put(key, sound)
        return Clip(utterance, sound)

    def _say(self, utterance: Utterance) -> Sound:
        fault = ""
        for _ in range(_TRIES):
            sound = self._try(utterance)
            if isinstance(sound, Sound):
                return sound
            fault = sound
        raise SpeechError(self._voice.name, utterance.written, fault)

    def _try(self, utterance: Utterance) -> Sound | str:
        """Give a good sound, or say what is wrong: an error or a fault."""
        pitch = self._voice.manner(aside=utterance.aside).pitch
        try:
            sound = self._engine.say(utterance.spoken, pitch)
        except SpeechError as error:
            return error.reason
        except (NarrateError, ImportError):
            raise  # no second try would mend it
        except Exception as error:  # noqa: BLE001 - whatever a foreign engine raises
            return f"{type(error).__name__}: {error}"
        if not self.audible:
            return sound
        from narrate.speak.check import find_fault  # noqa: PLC0415 - numpy

        fault = find_fault(sound, utterance.spoken, self._voice.words_per_minute)
        return fault or sound
