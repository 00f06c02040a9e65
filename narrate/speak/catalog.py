"""The engines on offer: a new one is a file here and a row below."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from narrate.errors import VoiceError
from narrate.speak.base import Engine
from narrate.speak.espeak import EspeakEngine
from narrate.speak.heart import HeartEngine
from narrate.speak.native import NativeEngine
from narrate.speak.piper import PiperEngine
from narrate.speak.silent import SilentEngine
from narrate.voice import Voice

ENGINES: Mapping[str, Callable[[Voice], Engine]] = MappingProxyType(
    {
        "heart": HeartEngine,
        "espeak": EspeakEngine,
        "native": NativeEngine,
        "piper": PiperEngine,
        "silent": SilentEngine,
    }
)


def open_engine(voice: Voice) -> Engine:
    """Open the engine that speaks a voice; raises VoiceError if there is none."""
    try:
        engine = ENGINES[voice.engine]
    except KeyError:
        known = ", ".join(ENGINES)
        trouble = f"needs the engine {voice.engine!r}; there are {known}"
        raise VoiceError(voice.name, trouble) from None
    return engine(voice)
