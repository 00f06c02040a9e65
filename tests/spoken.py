"""What tests ask of an engine: a text in, its sound out."""

from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Engine
from narrate.voice import Manner


def say(engine: Engine, text: str, pitch: float = 1.0) -> Sound:
    return engine.say(Phrase(text), Manner(pitch)).sound
