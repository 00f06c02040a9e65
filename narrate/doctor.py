"""Look at everything a build needs, one line each; a line that fails says the fix."""

import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

from narrate import __version__
from narrate.errors import NarrateError
from narrate.mix.base import FRAME_SAMPLES, RATE_HZ
from narrate.mix.encode import encode
from narrate.speak.cache import ClipCache
from narrate.speak.catalog import open_engine
from narrate.speak.check import find_fault
from narrate.speak.espeak_library import EspeakError, find_library
from narrate.speak.espeak_library import version as espeak_version
from narrate.speak.voices import find_voice, list_voices, voices_folder

_TEST = "This is how I sound."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """What."""

    good: bool
    """Whether a build can rely on it."""

    words: str
    """What was seen, or what is wrong and the fix."""


def examine() -> Iterator[Finding]:
    """Look at one thing after another; never raises."""
    system = f"Python {platform.python_version()} on {platform.platform()}"
    yield Finding("narrate", good=True, words=f"{__version__}, {system}")
    yield _try("voices", _voices, "install narrate again")
    yield _try("voice heart", lambda: _say("heart"), "pip install hibari-tts==0.2.1")
    yield _try("espeak-ng", _espeak, "pip install espeakng-loader")
    yield _try("voice espeak", lambda: _say("espeak"), "pip install espeakng-loader")
    yield _try("encoder", _encoder, "pip install --force-reinstall lameenc")
    yield _try("cache", _cache, "set NARRATE_CACHE to a folder you may write to")


def _try(name: str, look: Callable[[], str], fix: str) -> Finding:
    try:
        return Finding(name, good=True, words=look())
    except (NarrateError, EspeakError, ImportError, OSError, RuntimeError) as error:
        return Finding(name, good=False, words=f"{error} Fix: {fix}")


def _voices() -> str:
    names = ", ".join(voice.name for voice in list_voices())
    return f"{names}, in {voices_folder()}"


def _say(name: str) -> str:
    voice = find_voice(name)
    engine = open_engine(voice)
    start_s = time.perf_counter()
    sound = engine.say(_TEST, 1.0)
    took_s = time.perf_counter() - start_s
    fault = find_fault(sound, _TEST, voice.words_per_minute)
    if fault:
        raise RuntimeError(f"{fault}.")
    return f"spoke {sound.length_ms} ms in {took_s:.2f} s ({engine.fingerprint})"


def _espeak() -> str:
    library, data = find_library()
    return f"{espeak_version()}, {library}, data in {data or 'its own folder'}"


def _encoder() -> str:
    frames = 10
    encoded = encode(bytes(2 * frames * FRAME_SAMPLES))
    kind = f"lameenc {version('lameenc')}"
    return f"{kind}, {frames} frames of {RATE_HZ} Hz in {len(encoded)} bytes"


def _cache() -> str:
    cache = ClipCache()
    cache.folder.mkdir(parents=True, exist_ok=True)
    probe = cache.folder / "probe.part"
    probe.write_bytes(b"")
    probe.unlink()
    return f"{cache.folder}, {cache.size() / 1e6:.1f} MB"
