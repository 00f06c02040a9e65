"""The recipe of a segment: whatever turns one clip into other frames than another."""

from narrate.options import Encoding, Voice
from narrate.stamps import stamp

_VERSION = 1  # of produce and all that it calls: a change of sound is a new one
_LIBRARIES = ("lameenc", "numpy", "pydub", "soxr")


def recipe(voice: Voice, wanted: Encoding, *, aside: bool) -> str:
    """Name it all: our own version, the libraries', and the levels."""
    level_db = voice.manner(aside=aside).level_db
    settings = (
        f"{wanted.quality} {wanted.loudness_lufs} {voice.loudness_lufs} "
        f"{wanted.ceiling_db} {level_db}"
    )
    return f"segment/{_VERSION}/{settings}/{stamp(*_LIBRARIES)}"
