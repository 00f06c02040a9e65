"""Voices as files: voices/NAME.toml describes one, and adding one needs no code."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from narrate.errors import OptionError, VoiceError
from narrate.options import Manner, Voice
from narrate.shipped import shipped

_TEXTS = ("engine", "about", "language", "licence")
_SPEEDS = ("words_per_minute", "slowest_words_per_minute", "fastest_words_per_minute")
_PITCHES = (0.5, 1.5)
_ALSO = ("variant", "source", "loudness_lufs", "aside")


def voices_folder() -> Path:
    """Find the folder of the voices that come with narrate."""
    return shipped("voices", "voices")


def list_voices() -> list[Voice]:
    """Read every voice that comes with narrate, by name."""
    return [_read(path) for path in sorted(voices_folder().glob("*.toml"))]


def find_voice(name: str, words_per_minute: int | None = None) -> Voice:
    """Read one voice by its name or by the path of its file, at a speed.

    Raises VoiceError for a voice that is not there or not well described, and
    OptionError for a speed that it can't speak at.
    """
    by_path = name.endswith(".toml")
    path = Path(name) if by_path else voices_folder() / f"{name}.toml"
    if not _is_file(path) or (not by_path and Path(name).name != name):
        known = ", ".join(voice.name for voice in list_voices())
        raise VoiceError(name, f"is not there; there are {known}")
    voice = _read(path)
    if words_per_minute is None:
        return voice
    slowest, fastest = voice.slowest_words_per_minute, voice.fastest_words_per_minute
    if not slowest <= words_per_minute <= fastest:
        wanted = f"{slowest} to {fastest} words a minute for the voice {voice.name}"
        raise OptionError("--wpm", words_per_minute, wanted)
    return replace(voice, words_per_minute=words_per_minute)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than any file's
        return False


def _read(path: Path) -> Voice:
    """Read a voice's file; VoiceError names the entry that is wrong."""
    name = path.stem
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VoiceError(name, f"has a file that can't be read: {error}") from error
    _check(name, data)
    slowest, fastest = data[_SPEEDS[1]], data[_SPEEDS[2]]
    return Voice(
        name=name,
        engine=data["engine"],
        about=data["about"],
        language=data["language"],
        words_per_minute=data["words_per_minute"],
        usual_words_per_minute=data["words_per_minute"],
        slowest_words_per_minute=slowest,
        fastest_words_per_minute=fastest,
        loudness_lufs=float(data["loudness_lufs"]),
        licence=data["licence"],
        variant=data.get("variant", ""),
        aside=Manner(**{k: float(v) for k, v in data.get("aside", {}).items()}),
    )


def _check(name: str, data: Mapping[str, Any]) -> None:
    unknown = data.keys() - {*_TEXTS, *_SPEEDS, *_ALSO}
    if unknown:
        raise VoiceError(name, f"has an entry nobody knows: {min(unknown)}")
    for key in _TEXTS:
        if not isinstance(data.get(key), str) or not data[key]:
            raise VoiceError(name, f"needs the entry {key}, as text")
    for key in _SPEEDS:
        if type(data.get(key)) is not int or data[key] <= 0:
            raise VoiceError(name, f"needs the entry {key}, as a whole number")
    if not isinstance(data.get("loudness_lufs"), int | float):
        raise VoiceError(name, "needs the entry loudness_lufs, as a number")
    if not isinstance(data.get("variant", ""), str):
        raise VoiceError(name, "needs the entry variant, as text")
    _check_aside(name, data.get("aside", {}))


def _check_aside(name: str, aside: object) -> None:
    if not isinstance(aside, dict) or aside.keys() - {"pitch", "level_db"}:
        raise VoiceError(name, "knows only pitch and level_db under [aside]")
    if not all(isinstance(value, int | float) for value in aside.values()):
        raise VoiceError(name, "needs numbers under [aside]")
    low, high = _PITCHES
    if not low <= aside.get("pitch", 1) <= high or aside.get("level_db", 0) > 0:
        raise VoiceError(name, "needs a pitch of 0.5 to 1.5 and a level of 0 or less")
