"""Voices as files: voices/NAME.toml describes one, and adding one needs no code."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from narrate.errors import OptionError, VoiceError
from narrate.shipped import shipped
from narrate.voice import Manner, Points, Voice

_TEXTS = ("engine", "about", "language", "licence")
_SPEEDS = ("words_per_minute", "slowest_words_per_minute", "fastest_words_per_minute")
_PITCHES = (0.5, 1.5)
_ALSO = (
    "variant",
    "source",
    "loudness_lufs",
    "natural",
    "pitch",
    "roles",
    "model",
    "sha256",
)


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
    voice = _read(path, words_per_minute)
    slowest, fastest = voice.slowest_words_per_minute, voice.fastest_words_per_minute
    if words_per_minute is not None and not slowest <= words_per_minute <= fastest:
        wanted = f"{slowest} to {fastest} words a minute for the voice {voice.name}"
        raise OptionError("--wpm", words_per_minute, wanted)
    return voice


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than any file's
        return False


def _read(path: Path, words_per_minute: int | None = None) -> Voice:
    """Read a voice's file, at a speed; VoiceError names the entry that is wrong."""
    name = path.stem
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VoiceError(name, f"has a file that can't be read: {error}") from error
    _check(name, data)
    usual, slowest, fastest = (data[key] for key in _SPEEDS)
    speed = words_per_minute or usual
    return Voice(
        name=name,
        engine=data["engine"],
        about=data["about"],
        language=data["language"],
        words_per_minute=speed,
        usual_words_per_minute=usual,
        slowest_words_per_minute=slowest,
        fastest_words_per_minute=fastest,
        loudness_lufs=_loudness(data["loudness_lufs"], speed),
        licence=data["licence"],
        variant=data.get("variant", ""),
        source=data.get("source", ""),
        model=data.get("model", ""),
        sha256=data.get("sha256", ""),
        natural=bool(data.get("natural", False)),
        pitch=float(data.get("pitch", 1.0)),
        roles={
            role.replace("-", " "): Manner(**manner)
            for role, manner in data.get("roles", {}).items()
        },
    )


def _loudness(given: Any, speed: int) -> Points:  # noqa: ANN401 - it was checked
    pairs = given if isinstance(given, list) else [[speed, given]]
    return tuple((float(at), float(lufs)) for at, lufs in sorted(pairs))


def _is_loudness(given: object) -> bool:
    if not isinstance(given, list):
        return isinstance(given, int | float)
    return bool(given) and all(
        isinstance(pair, list)
        and len(pair) == 2  # noqa: PLR2004 - a pair
        and all(isinstance(number, int | float) for number in pair)
        for pair in given
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
    if not _is_loudness(data.get("loudness_lufs")):
        wanted = "as a number, or as pairs of words a minute and a number"
        raise VoiceError(name, f"needs the entry loudness_lufs, {wanted}")
    if not isinstance(data.get("variant", ""), str):
        raise VoiceError(name, "needs the entry variant, as text")
    for role, manner in data.get("roles", {}).items():
        _check_manner(name, f"[roles.{role}]", manner)


def _check_manner(name: str, where: str, manner: object) -> None:
    if not isinstance(manner, dict) or manner.keys() - {"pitch", "level_db"}:
        raise VoiceError(name, f"knows only pitch and level_db under {where}")
    if not all(isinstance(value, int | float) for value in manner.values()):
        raise VoiceError(name, f"needs numbers under {where}")
    low, high = _PITCHES
    if not low <= manner.get("pitch", 1) <= high or manner.get("level_db", 0) > 0:
        raise VoiceError(name, "needs a pitch of 0.5 to 1.5 and a level of 0 or less")
