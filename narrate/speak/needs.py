"""What a voice still needs before it can speak, and the command that brings it."""

import platform
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from narrate.speak.heart.hub import on_hub
from narrate.voice import Voice

_EXTRA = "pip install 'narrate-audio[piper]'"
_LIBRARIES: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "heart": (("hibari", "onnxruntime", "numpy"), "pip install hibari-tts==0.2.1"),
        "espeak": (("pyttsx3",), "pip install pyttsx3"),
        "native": (("pyttsx3",), "pip install pyttsx3"),
        "piper": (("piper", "onnxruntime"), _EXTRA),
    }
)


def missing(voice: Voice) -> str:
    """Give the command that makes a voice speak, or what is wrong; "" if it can."""
    libraries, command = _LIBRARIES.get(voice.engine, ((), ""))
    if any(find_spec(library) is None for library in libraries):
        return command
    if voice.engine == "native" and platform.system() not in {"Darwin", "Windows"}:
        return "it comes with macOS and Windows only"
    if is_installed(voice):
        return ""
    if on_hub(voice):
        return f"narrate voices install {voice.name}"
    package, inside, _ = voice.model.partition("/")
    if inside and package.isidentifier():
        return f"pip install {package.replace('_', '-')}"
    return f"put its model at {voice.model}"


def is_installed(voice: Voice) -> bool:
    """Tell whether the file of a voice's network is on this machine; loads nothing."""
    return not voice.model or find_file(voice.model) is not None


def find_file(model: str) -> Path | None:
    """Find a model by its path, or as PACKAGE/FILE, without importing the package."""
    path = Path(model)
    if not path.is_absolute():
        package, _, inside = model.partition("/")
        spec = find_spec(package) if package.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            return None
        path = Path(next(iter(spec.submodule_search_locations)), inside)
    return path if path.is_file() else None
