"""The recipe of a segment: whatever turns one clip into other frames than another."""

from narrate.mix.base import FORMATS
from narrate.options import Encoding
from narrate.stamps import stamp
from narrate.voice import Manner, Voice

_VERSION = 3  # of produce and all that it calls: a change of sound is a new one
_LIBRARIES = ("lameenc", "numpy", "pydub", "soxr")


def recipe(voice: Voice, manner: Manner, wanted: Encoding) -> str:
    """Name it all: our own version, the libraries', and the levels."""
    rate_hz = FORMATS[wanted.quality].rate_hz
    levels = f"{voice.loudness(manner):.3f} {manner.level_db}"
    settings = f"{rate_hz} {levels} {wanted.loudness_lufs} {wanted.ceiling_db}"
    return f"segment/{_VERSION}/{settings}/{stamp(*_LIBRARIES)}"
