"""Reads voices/NAME.toml: each entry is checked before it is believed."""

import math
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from narrate.errors import VoiceError
from narrate.folders import models_home
from narrate.roles import Role
from narrate.voice import Manner, Points, Voice

_PITCHES = (0.5, 1.5)
_SPEEDS = (0.5, 2.0)
_PAIR = 2
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
ROLES = {"aside": "aside"} | {role.replace(" ", "-"): str(role) for role in Role}


def read_voice(path: Path, words_per_minute: int | None = None) -> Voice:
    """Read a voice's file, at a speed; VoiceError names the entry that is wrong."""
    name = path.stem
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VoiceError(name, f"has a file that can't be read: {error}") from error
    _check(name, data)
    usual = data["words_per_minute"]
    return Voice(
        name=name,
        engine=data["engine"],
        about=data["about"],
        language=data["language"],
        words_per_minute=words_per_minute or usual,
        usual_words_per_minute=usual,
        slowest_words_per_minute=data["slowest_words_per_minute"],
        fastest_words_per_minute=data["fastest_words_per_minute"],
        loudness_lufs=_points(data["loudness_lufs"], usual),
        licence=data["licence"],
        variant=data.get("variant", ""),
        source=data.get("source", ""),
        model=_place(data.get("model", ""), path.parent),
        sha256=data.get("sha256", ""),
        natural=data.get("natural", False),
        pitch=float(data.get("pitch", 1.0)),
        louder_lu=_points(data.get("louder_lu", []), 1.0),
        roles={
            ROLES[role]: _manner(given) for role, given in data.get("roles", {}).items()
        },
    )


def _place(model: str, home: Path) -> str:
    """Give a model's file as an absolute path, or leave it PACKAGE/FILE."""
    if not model:
        return ""
    beside = (home / Path(model).expanduser()).absolute()
    if beside.is_absolute() and beside.exists():
        return str(beside)
    if "/" not in model:  # a name alone: one of those that were installed
        return str((models_home() / model).absolute())
    return str(beside) if model[0] in "./~" else model


def _points(given: Any, at: float) -> Points:  # noqa: ANN401 - it was checked
    pairs = given if isinstance(given, list) else [[at, given]]
    return tuple((float(place), float(value)) for place, value in sorted(pairs))


def _manner(given: Mapping[str, Any]) -> Manner:
    numbers = {key: float(given[key]) for key in _NUMBERS if key in given}
    return Manner(**numbers, lead_in=given.get("lead_in"), voice=given.get("voice", ""))


def _is_number(given: object) -> bool:
    number = isinstance(given, int | float) and not isinstance(given, bool)
    return number and math.isfinite(given)  # type: ignore[arg-type] # it is one


def _is_within(low: float, high: float) -> Callable[[object], bool]:
    return lambda given: _is_number(given) and low <= given <= high  # type: ignore[operator]


def _is_text(given: object) -> bool:
    return isinstance(given, str) and bool(given.strip())


def _is_words(given: object) -> bool:
    return isinstance(given, str) and (not given or given.isprintable())


def _is_speed(given: object) -> bool:
    return type(given) is int and given > 0


def _is_pairs(given: object) -> bool:
    return isinstance(given, list) and all(
        isinstance(pair, list) and len(pair) == _PAIR and all(map(_is_number, pair))
        for pair in given
    )


def _is_like(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda given: isinstance(given, str) and bool(pattern.fullmatch(given))


_Check = tuple[Callable[[object], bool], str]
NEEDED: dict[str, _Check] = {
    "engine": (_is_text, "as text"),
    "about": (_is_text, "as text"),
    "language": (_is_like(_LANGUAGE), "as a language tag, like en-GB"),
    "licence": (_is_text, "as text"),
    "words_per_minute": (_is_speed, "as a whole number"),
    "slowest_words_per_minute": (_is_speed, "as a whole number"),
    "fastest_words_per_minute": (_is_speed, "as a whole number"),
    "loudness_lufs": (
        lambda given: _is_number(given) or (bool(given) and _is_pairs(given)),
        "as a number, or as pairs of words a minute and a number",
    ),
}
MAY_BE: dict[str, _Check] = {
    "variant": (_is_words, "as text"),
    "source": (_is_words, "as text"),
    "model": (_is_text, "as the path of a file, or PACKAGE/FILE"),
    "sha256": (_is_like(_SHA256), "as 64 small hexadecimal digits"),
    "natural": (lambda given: isinstance(given, bool), "as true or false"),
    "pitch": (_is_within(*_PITCHES), "from {} to {}".format(*_PITCHES)),
    "louder_lu": (_is_pairs, "as pairs of a pitch and a number"),
    "roles": (lambda given: isinstance(given, dict), "as tables: [roles.quote]"),
}
_NUMBERS: dict[str, _Check] = {
    "pitch": (_is_within(*_PITCHES), "from {} to {}".format(*_PITCHES)),
    "speed": (_is_within(*_SPEEDS), "from {} to {}".format(*_SPEEDS)),
    "level_db": (_is_within(-60, 0), "of 0 or less, in decibels"),
}
IN_A_ROLE = _NUMBERS | {
    "lead_in": (_is_words, 'as words, or "" for none'),
    "voice": (_is_text, "as the name of a voice"),
}


def _check(name: str, data: Mapping[str, Any]) -> None:
    """Raise VoiceError for the first entry that is unknown, missing or wrong."""
    _check_entries(name, data, NEEDED | MAY_BE, "")
    for key, (_, wanted) in NEEDED.items():
        if key not in data:
            raise VoiceError(name, f"needs the entry {key}, {wanted}")
    slowest, usual, fastest = (
        data[f"{which}words_per_minute"] for which in ("slowest_", "", "fastest_")
    )
    if not slowest <= usual <= fastest:
        trouble = (
            f"reads at {usual} words a minute, which is not {slowest} to {fastest}"
        )
        raise VoiceError(name, trouble)
    for role, manner in data.get("roles", {}).items():
        if role not in ROLES:
            known = ", ".join(ROLES)
            raise VoiceError(
                name, f"has a role nobody knows: {role}; there are {known}"
            )
        if not isinstance(manner, dict):
            raise VoiceError(name, f"needs a table under [roles.{role}]")
        _check_entries(name, manner, IN_A_ROLE, f" under [roles.{role}]")


def _check_entries(
    name: str, data: Mapping[str, Any], known: Mapping[str, _Check], where: str
) -> None:
    for key, given in data.items():
        if key not in known:
            raise VoiceError(name, f"has an entry nobody knows{where}: {key}")
        check, wanted = known[key]
        if not check(given):
            raise VoiceError(name, f"needs the entry {key}{where}, {wanted}")
