"""Finds the file of a voice's network, and proves that it is the right one."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from narrate.errors import VoiceError
from narrate.voice import Voice


def is_installed(voice: Voice) -> bool:
    """Tell whether the file of a voice's network is on this machine; loads nothing."""
    return not voice.model or _find(voice.model) is not None


def locate(voice: Voice) -> Path:
    """Find the file of a voice's network, and don't open it.

    Raises VoiceError where it is not on this machine.
    """
    path = _find(voice.model)
    if path is None:
        from narrate.speak.needs import missing  # noqa: PLC0415 - which asks us

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


def sha256_of(path: Path) -> str:
    """Hash a file; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _command(told: str) -> str:
    return told if told.startswith("put ") else f"install it with: {told}"


def _find(model: str) -> Path | None:
    """Find a model by its path, or as PACKAGE/FILE, without importing the package."""
    path = Path(model)
    if not path.is_absolute():
        package, _, inside = model.partition("/")
        spec = find_spec(package) if package.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            return None
        path = Path(next(iter(spec.submodule_search_locations)), inside)
    return path if path.is_file() else None
