"""Finds the file of a voice's network, and proves that it is the right one."""

from pathlib import Path

from narrate.errors import VoiceError
from narrate.speak.needs import find_file, missing
from narrate.stamps import sha256_of
from narrate.voice import Voice


def locate(voice: Voice) -> Path:
    """Find the file of a voice's network, and don't open it.

    Raises VoiceError where it is not on this machine.
    """
    path = find_file(voice.model)
    if path is None:
        raise VoiceError(voice.name, f"is not installed; {_command(missing(voice))}")
    return path


def find_model(voice: Voice) -> Path:
    """Find the file of a voice's network, and hold it against its sha256.

    Raises VoiceError where it is not on this machine, or is not what it should be.
    """
    path = locate(voice)
    try:
        found = sha256_of(path) if voice.sha256 else ""
    except OSError as error:
        trouble = f"has a model that can't be read: {path}: {error.strerror}"
        raise VoiceError(voice.name, trouble) from error
    if found != voice.sha256:
        expected = f"{found[:12]}… instead of {voice.sha256[:12]}…"
        trouble = f"has a model of another content: {path} has the sha256 {expected}"
        raise VoiceError(voice.name, trouble)
    return path


def _command(told: str) -> str:
    return told if told.startswith("put ") else f"install it with: {told}"
