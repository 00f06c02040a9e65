"""Where the two files of a Piper voice are; each fault says its fix."""

from importlib.util import find_spec
from pathlib import Path

from narrate.errors import VoiceError
from narrate.speak.models import locate
from narrate.voice import Voice

EXTRA = "pip install 'narrate-audio[piper]'"


def is_installed() -> bool:
    """Tell whether the extra is there; imports nothing."""
    return find_spec("piper") is not None


def locate_both(voice: Voice) -> tuple[Path, Path]:
    """Find a voice's network, and what Piper knows of it; opens and imports nothing.

    Raises VoiceError where one of them, or Piper itself, is not there.
    """
    if not is_installed():
        raise VoiceError(voice.name, f"needs the engine Piper: {EXTRA}")
    if not voice.model:
        raise VoiceError(voice.name, "needs the entry model: the path of an .onnx file")
    path = locate(voice)
    about = path.with_name(f"{path.name}.json")
    if not about.is_file():
        trouble = f"needs the file {about}, which is not there; put it back"
        raise VoiceError(voice.name, trouble)
    return path, about
