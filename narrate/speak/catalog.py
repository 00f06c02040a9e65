"""The engines on offer: a new one is a file here and a row below."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from narrate.errors import VoiceError
from narrate.speak.base import Engine
from narrate.voice import Voice


def _heart(voice: Voice) -> Engine:
    from narrate.speak.heart.engine import HeartEngine

    return HeartEngine(voice)


def _espeak(voice: Voice) -> Engine:
    from narrate.speak.espeak.engine import EspeakEngine

    return EspeakEngine(voice)


def _piper(voice: Voice) -> Engine:
    from narrate.speak.piper.engine import PiperEngine

    return PiperEngine(voice)


def _native(voice: Voice) -> Engine:
    from narrate.speak.native import NativeEngine

    return NativeEngine(voice)


def _silent(voice: Voice) -> Engine:
    from narrate.speak.silent import SilentEngine

    return SilentEngine(voice)


ENGINES: Mapping[str, Callable[[Voice], Engine]] = MappingProxyType(
    {
        "heart": _heart,
        "espeak": _espeak,
        "piper": _piper,
        "native": _native,
        "silent": _silent,
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
