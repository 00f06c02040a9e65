"""What tests ask of an engine: a text in, its sound out; and an engine that hums."""

from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Engine, Speech
from narrate.speak.silent import SilentEngine
from narrate.voice import Manner


def say(engine: Engine, text: str, pitch: float = 1.0) -> Sound:
    return engine.say(Phrase(text), Manner(pitch)).sound


class HummingEngine(SilentEngine):
    """Hums as long as the words take."""

    audible = True

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        speech = super().say(phrase, manner)
        length = len(speech.sound.samples)
        return Speech(Sound((b"\x00\x20" * length)[:length], 8_000), speech.words)
