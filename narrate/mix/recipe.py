"""The recipe of a segment: whatever turns one clip into other frames than another."""

from narrate.mix.base import FORMATS
from narrate.options import Encoding, Voice
from narrate.stamps import stamp

_VERSION = 2  # of produce and all that it calls: a change of sound is a new one
_LIBRARIES = ("lameenc", "numpy", "pydub", "soxr")


def recipe(voice: Voice, wanted: Encoding, *, aside: bool) -> str:
    """Name it all: our own version, the libraries', and the levels."""
    rate_hz = FORMATS[wanted.quality].rate_hz
    level_db = voice.manner(aside=aside).level_db
    loudness = f"{voice.loudness_lufs} {wanted.loudness_lufs} {wanted.ceiling_db}"
    settings = f"{rate_hz} {loudness} {level_db}"
    return f"segment/{_VERSION}/{settings}/{stamp(*_LIBRARIES)}"
