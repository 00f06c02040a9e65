"""Voices that come and go: installed from a hub, added from a file, removed again."""

import json
import re
import shutil
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from narrate.calibrate import calibrate, running_text, with_entries
from narrate.errors import SpeechError, VoiceError
from narrate.folders import models_home
from narrate.output import explained
from narrate.speak.heart.hub import fetch, on_hub
from narrate.speak.models import find_model
from narrate.speak.needs import missing
from narrate.speak.voice_files import read_voice
from narrate.speak.voices import find_voice, is_own, own_folder, voice_file, voice_names
from narrate.stamps import sha256_of

_NAME = re.compile(r"[^\W_][\w-]*")
_HEART_WPM, _PIPER_WPM = (165, 85, 320), (175, 80, 350)


def install(name: str) -> str:
    """Fetch a voice of hibari's hub and measure it; give what was done.

    Raises VoiceError where it can't be had: then nothing is kept.
    """
    voice = find_voice(name)
    if not on_hub(voice):
        told = missing(voice)
        how = f"install it with: {told}" if told else "and it is installed"
        raise VoiceError(name, f"is none of the hub's, {how}")
    with explained(models_home()):
        path = fetch(voice)
    if path is None:
        return f"The voice {name} is installed already."
    measured = ""
    if not is_own(name):
        measured = _measured(voice_file(name), own_folder() / f"{name}.toml")
    return f"Installed the voice {name} ({path}).{measured}"


def add(file: Path, name: str = "", variant: str = "") -> str:
    """Make a voice of a TOML file, a Piper model or, with a variant, hibari's.

    Raises VoiceError for a file that describes or holds no voice: nothing is kept.
    """
    if not file.is_file():
        raise VoiceError(file.name, f"can't be added: there is no file {file}")
    name = name or file.stem
    if not _NAME.fullmatch(name):
        trouble = "can't be called so: a name has letters, figures, - and _ only"
        raise VoiceError(name, f"{trouble}; give one with --name")
    if name in voice_names():
        raise VoiceError(name, "is there already; give another name with --name")
    with explained(own_folder()):
        if file.suffix == ".toml":
            return _add_toml(file, name)
        return _add_model(file, name, variant)


def remove(name: str) -> str:
    """Forget a voice of the listener's own, and a model that was copied for it."""
    if not is_own(name):
        voice = find_voice(name)
        if not (on_hub(voice) and not missing(voice)):
            raise VoiceError(name, "comes with narrate and can't be removed")
    path = own_folder() / f"{name}.toml"
    with explained(path):
        model = _copied(voice_file(name))
        path.unlink(missing_ok=True)
        for each in [model, model.with_name(f"{model.name}.json")] if model else []:
            each.unlink(missing_ok=True)
    return f"Removed the voice {name}."


def _copied(file: Path) -> Path | None:
    """Give the model of a voice if it lies where we copied it to."""
    try:
        model = Path(read_voice(file).model)
    except VoiceError:  # broken: its file alone goes
        return None
    return model if model.parent == models_home().absolute() else None


def _add_toml(file: Path, name: str) -> str:
    voice = read_voice(file)
    if voice.model:
        find_model(voice)
    text = file.read_text(encoding="utf-8")
    if Path(voice.model).is_absolute():
        text = with_entries(text, {"model": json.dumps(Path(voice.model).as_posix())})
    own = own_folder() / f"{name}.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text, encoding="utf-8")
    return f"Added the voice {name} ({own})."


def _add_model(file: Path, name: str, variant: str) -> str:
    """Copy a model, describe it, and let it speak: what can't speak is not kept."""
    beside = file.with_name(f"{file.name}.json")
    entries = _hibari(variant) if variant else _piper(name, beside)
    own = own_folder() / f"{name}.toml"
    model = models_home() / f"{name}.onnx"
    copies = {model: file} | (
        {} if variant else {model.with_name(f"{model.name}.json"): beside}
    )
    own.parent.mkdir(parents=True, exist_ok=True)
    model.parent.mkdir(parents=True, exist_ok=True)
    try:
        for to, of in copies.items():
            shutil.copyfile(of, to)
        known = {"model": model.name, "sha256": sha256_of(model), "source": file.name}
        lines = [
            f"{key} = {json.dumps(value, ensure_ascii=False)}"
            for key, value in {**entries, **known}.items()
        ]
        own.write_text("\n".join([*lines, ""]) + _ROLES, encoding="utf-8")
        told = missing(read_voice(own))
        measured = f" It speaks after: {told}" if told else _measured(own, own)
    except BaseException:
        for path in (own, *copies):
            path.unlink(missing_ok=True)
        raise
    return f"Added the voice {name} ({own}).{measured}"


_ROLES = """
[roles.aside]
pitch = 0.9
level_db = -2.5

[roles.title]
speed = 0.95

[roles.heading]
speed = 0.95

[roles.quote]
pitch = 1.04
"""


def _piper(name: str, beside: Path) -> dict[str, Any]:
    """Read what Piper keeps beside a model."""
    try:
        told = json.loads(beside.read_text(encoding="utf-8"))
        code = told.get("language", {}).get("code") or told["espeak"]["voice"]
        told["audio"]["sample_rate"]
    except OSError as error:
        trouble = f"can't be added: Piper's description {beside} is not there"
        raise VoiceError(name, trouble) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        trouble = f"can't be added: {beside} is no description of a Piper voice"
        raise VoiceError(name, trouble) from error
    language = str(code).replace("_", "-")
    return _usual(
        "piper", language, "a Piper voice", "see where it comes from", _PIPER_WPM
    )


def _hibari(variant: str) -> dict[str, Any]:
    british = variant in {"emma", "fable"}
    about = f"{'British' if british else 'American'} English, one of hibari's"
    language = "en-GB" if british else "en-US"
    usual = _usual("heart", language, about, "Apache-2.0", _HEART_WPM)
    return usual | {"variant": variant}


def _usual(
    engine: str, language: str, about: str, licence: str, speeds: tuple[int, int, int]
) -> dict[str, Any]:
    usual, slowest, fastest = speeds
    return {
        "engine": engine,
        "about": about,
        "language": language,
        "natural": True,
        "licence": licence,
        "words_per_minute": usual,
        "slowest_words_per_minute": slowest,
        "fastest_words_per_minute": fastest,
        "loudness_lufs": -26.0,
    }


def _measured(file: Path, to: Path) -> str:
    """Write a voice's file with what is measured of it; give that in words.

    A voice that can't speak raises; without the meter it stays as it is described.
    """
    if find_spec("av") is None:
        how = "pip install 'narrate-audio[verify]'"
        return (
            f" Its loudness is a guess; to have it measured, add it again after {how}"
        )
    voice = read_voice(file)
    try:
        found = calibrate(
            voice,
            running_text(voice.language),
            (voice.slowest_words_per_minute, voice.fastest_words_per_minute),
            (0.8, 0.9, 1.1, 1.2),
        )
    except SpeechError as error:
        raise VoiceError(voice.name, f"can't speak: {error.reason}") from error
    text = with_entries(file.read_text(encoding="utf-8"), _scaled(found.entries()))
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8")
    at = dict(found.loudness_lufs)[voice.usual_words_per_minute]
    return f" It is {at:.1f} LUFS by itself, and narrate evens that."


def _scaled(entries: Mapping[str, str]) -> Mapping[str, str]:
    """Leave the speed as it is described: loudness was measured by it."""
    return {key: value for key, value in entries.items() if key != "words_per_minute"}
