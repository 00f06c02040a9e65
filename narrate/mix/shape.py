"""Shape one clip with pydub: trim it, fade it, lower an aside, let it rest.

pydub is exact for what it is given here: one short chunk at a rate with a whole number
of samples in a millisecond. It never holds the article.
"""

import warnings
from dataclasses import dataclass

from narrate.mix.base import FRAME_SAMPLES, RATE_HZ, SEGMENT_SILENCE

with warnings.catch_warnings():
    # pydub warns of ffmpeg, which nothing here uses, of the audioop that it needs,
    # and of its own regular expressions: none of it is the listener's business.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence

_QUIET_DBFS = -50.0
_STEP_MS = 5
_KEEP_BEFORE_MS = 25  # a breath of an f or an s lies below the threshold
_KEEP_AFTER_MS = 50
_FADE_MS = 5


@dataclass(frozen=True, slots=True)
class Shaped:
    """A clip as it will be heard: a whole number of frames, silence at its end."""

    samples: bytes
    """16 bits a sample, mono, 48 kHz."""

    lead: int
    """Samples of silence before the voice."""

    voiced: int
    """Samples from the first sound to the last."""


def shape(wave: bytes, *, level_db: float, lead_ms: int, pause_ms: int) -> Shaped:
    """Shape a 48 kHz clip; the pause is lengthened to end on a frame's edge."""
    voice = _trim(AudioSegment(wave, sample_width=2, frame_rate=RATE_HZ, channels=1))
    if len(voice) > 2 * _FADE_MS:
        voice = voice.fade_in(_FADE_MS).fade_out(_FADE_MS)
    if level_db:
        voice = voice.apply_gain(level_db)
    sound = voice.raw_data
    lead, voiced = lead_ms * RATE_HZ // 1000, len(sound) // 2
    rest = max(pause_ms * RATE_HZ // 1000, SEGMENT_SILENCE)
    rest += -(lead + voiced + rest) % FRAME_SAMPLES
    return Shaped(bytes(2 * lead) + sound + bytes(2 * rest), lead, voiced)


def _trim(voice: AudioSegment) -> AudioSegment:
    """Cut the engine's own silence, so that every pause is the script's."""
    before = detect_leading_silence(voice, _QUIET_DBFS, _STEP_MS)
    if before >= len(voice):
        return voice  # silence all through: the silent voice's, and wanted
    after = detect_leading_silence(voice.reverse(), _QUIET_DBFS, _STEP_MS)
    start = max(0, before - _KEEP_BEFORE_MS)
    end = len(voice) - max(0, after - _KEEP_AFTER_MS)
    return voice[start:end]
