"""Auditions: what each voice is, whether it can speak, how fast, and a sample of it."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from narrate.build import build
from narrate.destination import OUT
from narrate.errors import NarrateError, VoiceError
from narrate.folders import MODELS, cache_home
from narrate.heard import Phrase
from narrate.options import Options, Reading, primary
from narrate.sample import SENTENCES, sample_in
from narrate.speak.catalog import open_engine
from narrate.speak.languages import NAMES
from narrate.speak.needs import missing
from narrate.speak.voices import find_voice, voice_names
from narrate.store import Store
from narrate.voice import USUAL, Voice

_TEXT = " ".join(SENTENCES[:3])
_LIMIT_BYTES = 200_000_000  # as of the models that lie there
_PLAYERS = (
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("afplay",),
    ("mpg123", "-q"),
)


@dataclass(frozen=True, slots=True)
class Audition:
    """What was seen and heard of one voice."""

    name: str
    """What `--voice` is given."""

    voice: Voice | None
    """What its file says, if it can be read."""

    times_real: float | None
    """How many times as fast as speech it is made on this machine."""

    command: str
    """What brings what it lacks; "" if nothing."""

    trouble: str
    """Why it can't speak, though it is installed; "" if it can."""


def audition(*, again: bool) -> Iterator[Audition]:
    """Hear one voice after another; what was measured once is known the next time."""
    store = Store(cache_home() / MODELS, _LIMIT_BYTES)
    for name in voice_names():
        try:
            voice = find_voice(name)
        except VoiceError as error:
            yield Audition(name, None, None, "", str(error))
            continue
        command = missing(voice)
        speed, trouble = None, ""
        if not command:
            try:
                speed = _speed(voice, store, again=again)
            except (NarrateError, ImportError) as error:
                trouble = str(error)
        yield Audition(name, voice, speed, command, trouble)


def language_lines() -> Iterator[str]:
    """Name every language that espeak-ng reads, its code first."""
    for code, name in NAMES.items():
        yield f"{code}: {name}"


def make_sample(name: str, text: str, output: Path | None) -> Path:
    """Build a short article as the voice says it, all kinds of passage in it."""
    voice = find_voice(name)
    language = "" if voice.language == "und" else voice.language
    with tempfile.TemporaryDirectory() as scratch:
        article = Path(scratch) / "sample.md"
        words = text or sample_in(primary(language))
        article.write_text(words, encoding="utf-8")
        reading = Reading(language=language)
        path = output or OUT / f"{voice.name}-sample.mp3"
        return build(
            Options(str(article), path, name, reading=reading), lambda _: None
        ).audio


def find_player() -> tuple[str, ...]:
    """Find a program of this machine that plays an MP3 without a window."""
    for program, *switches in _PLAYERS:
        if path := shutil.which(program):
            return (path, *switches)
    return ()


def play_file(player: tuple[str, ...], path: Path) -> None:
    """Play a file to its end, or until it is stopped."""
    subprocess.run([*player, str(path)], check=False)  # noqa: S603 - our own file


def _speed(voice: Voice, store: Store, *, again: bool) -> float | None:
    """Tell how many times as fast as speech a voice is; None for one that is silent."""
    engine = open_engine(voice)
    if not engine.audible:
        return None
    key = hashlib.sha256(f"speed/1/{engine.fingerprint}".encode()).hexdigest()
    kept = None if again else store.get(key)
    if kept:
        return float(kept)
    engine.load()
    engine.say(Phrase(SENTENCES[0]), USUAL)  # whatever is made ready late
    start_s = perf_counter()
    sound = engine.say(Phrase(_TEXT), USUAL).sound
    took_s = max(perf_counter() - start_s, 1e-6)
    speed = round(sound.length_ms / 1000 / took_s, 1)
    store.put(key, str(speed).encode())
    return speed
