"""What a listener would miss in a finished MP3 of ours, by its measured loudness."""

from narrate.meter import SILENCE_LUFS, Loudness
from narrate.options import Encoding

_TOLERANCE_LU = 1.0
_HIGHEST_DBTP = -1.0  # above it, a player's own decoder or resampler may clip


def complaints(loudness: Loudness, wanted: Encoding) -> tuple[str, ...]:
    """Say what a listener would miss, figures first, and what to do about it."""
    if loudness.lufs <= SILENCE_LUFS:
        return ("It is silent from beginning to end: try another voice.",)
    found = []
    off = loudness.lufs - wanted.loudness_lufs
    if abs(off) > _TOLERANCE_LU:
        found.append(
            f"Its loudness is {loudness.lufs:.1f} LUFS, not {wanted.loudness_lufs:.1f}:"
            f" add {off:.1f} to loudness_lufs in the voice's own file."
        )
    if loudness.peak_dbtp > _HIGHEST_DBTP:
        found.append(
            f"Its true peak is {loudness.peak_dbtp:.1f} dBTP, above"
            f" {_HIGHEST_DBTP:.1f}: some players will clip it. Please report the voice"
            " and the article."
        )
    return tuple(found)
