"""Look at everything a build needs, one line each; a line that fails says the fix.

Each look imports what it looks at: a part that is missing fails its own line alone.
"""

import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from narrate import __version__

_TEST = "This is how I sound."
_PROBE_BYTES = 1 << 20
_PROBE_FRAMES = 10


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
    yield _try("readers", _readers, "install narrate again")
    yield _try("voices", _voices, "mend that file, or install narrate again")
    yield _try("voice heart", lambda: _say("heart"), "pip install hibari-tts==0.2.1")
    yield _try("espeak-ng", _espeak, "pip install espeakng-loader")
    yield _try("voice espeak", lambda: _say("espeak"), "pip install pyttsx3")
    yield _try("piper", _piper, "pip install 'narrate-audio[piper]'")
    yield _try("encoder", _encoder, "pip install --force-reinstall lameenc")
    yield _try("whole build", _build, "install narrate again")
    yield _try("cache", _cache, "set NARRATE_CACHE to a folder with room to write")


def _try(name: str, look: Callable[[], str], fix: str) -> Finding:
    try:
        return Finding(name, good=True, words=look())
    except ImportError as error:
        part = error.name or str(error)
        words = f"{part} is missing. Fix: pip install {part}"
    except Exception as error:  # noqa: BLE001 - whatever is wrong is what we look for
        words = f"{error} Fix: {fix}"
    return Finding(name, good=False, words=words)


def _readers() -> str:
    from narrate.read.article import read  # noqa: PLC0415
    from narrate.read.catalog import FORMATS  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch) / "test.html"
        words = "The river rose on Tuesday, and the ferry stayed where it was. " * 9
        page.write_text(f"<html><body><article><p>{words}</p></article></body></html>")
        article = read(str(page))
    names = ", ".join(known.name for known in FORMATS)
    return f"{names}; a test page has {len(article.passages)} passage"


def _voices() -> str:
    from narrate.speak.needs import missing  # noqa: PLC0415
    from narrate.speak.voices import list_voices, own_folder  # noqa: PLC0415

    voices = list_voices()
    able = ", ".join(voice.name for voice in voices if not missing(voice))
    others = ", ".join(voice.name for voice in voices if missing(voice))
    return f"{able}; not installed: {others or 'none'}; your own: {own_folder()}"


def _say(name: str) -> str:
    from narrate.heard import Phrase  # noqa: PLC0415
    from narrate.speak.catalog import open_engine  # noqa: PLC0415
    from narrate.speak.check import find_fault  # noqa: PLC0415
    from narrate.speak.voices import find_voice  # noqa: PLC0415
    from narrate.voice import USUAL  # noqa: PLC0415

    voice = find_voice(name)
    engine = open_engine(voice)
    start_s = time.perf_counter()
    sound = engine.say(Phrase(_TEST), USUAL).sound
    took_s = time.perf_counter() - start_s
    fault = find_fault(sound, _TEST, voice.words_per_minute)
    if fault:
        raise RuntimeError(f"{fault}.")
    return f"spoke {sound.length_ms} ms in {took_s:.2f} s ({engine.fingerprint})"


def _espeak() -> str:
    from narrate.speak.espeak import library as espeak_library  # noqa: PLC0415

    library, data = espeak_library.find_library()
    where = data or "its own folder"
    return f"{espeak_library.version()}, {library}, data in {where}"


def _piper() -> str:
    from narrate.speak.piper.files import EXTRA, is_installed  # noqa: PLC0415

    return _say("joe") if is_installed() else f"not installed, an extra: {EXTRA}"


def _encoder() -> str:
    from narrate.mix.base import FORMATS  # noqa: PLC0415
    from narrate.mix.encode import encode  # noqa: PLC0415

    made = [
        f"{_PROBE_FRAMES} frames of {each.rate_hz} Hz in "
        f"{len(encode(bytes(2 * _PROBE_FRAMES * each.frame_samples), each))} bytes"
        for each in FORMATS.values()
    ]
    return ", ".join(made)


def _build() -> str:
    from narrate.build import build  # noqa: PLC0415
    from narrate.options import Options  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as scratch:
        article = Path(scratch) / "test.txt"
        article.write_text(_TEST, encoding="utf-8")
        options = Options(str(article), Path(scratch) / "test.mp3", "silent")
        episode = build(options, lambda _: None)
        size = episode.audio.stat().st_size
    return f"a test MP3 of {episode.timeline.length_ms} ms, {size} bytes"


def _cache() -> str:
    from narrate.folders import cache_home  # noqa: PLC0415
    from narrate.store import kept_stores  # noqa: PLC0415

    folder = cache_home()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as probe:
        probe.write(bytes(_PROBE_BYTES))
    size = sum(store.size() for store in kept_stores())
    return f"{folder}, {size / 1e6:.1f} MB"
