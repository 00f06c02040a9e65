"""Shape one clip with pydub: trim it, fade it, lower an aside.

pydub is given one short chunk at a time and never holds the article; every position in
the MP3 is counted in samples, by us.
"""

import warnings

from narrate.sound import SAMPLE_BYTES, Sound

with warnings.catch_warnings():
    # pydub warns of ffmpeg, which nothing here uses, of the audioop that it needs,
    # and of its own regular expressions: none of it is the listener's business.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence

_QUIET_DBFS = -50.0
_STEP_MS = 10
_KEEP_BEFORE_MS = 25  # a breath of an f or an s lies below the threshold
_KEEP_AFTER_MS = 50
_FADE_MS = 5


def shape(sound: Sound, level_db: float) -> Sound:
    """Cut the engine's own silence, so that every pause is the script's; fade; lower.

    `level_db` is 0 or below, so that nothing clips.
    """
    voice = _trim(
        AudioSegment(
            sound.samples,
            sample_width=SAMPLE_BYTES,
            frame_rate=sound.rate_hz,
            channels=1,
        )
    )
    if len(voice) > 2 * _FADE_MS:
        voice = voice.fade_in(_FADE_MS).fade_out(_FADE_MS)
    if level_db:
        voice = voice.apply_gain(level_db)
    return Sound(voice.raw_data, sound.rate_hz)


def _trim(voice: AudioSegment) -> AudioSegment:
    before = detect_leading_silence(voice, _QUIET_DBFS, _STEP_MS)
    if before >= len(voice):
        return voice  # silence all through: the silent voice's, and wanted
    after = detect_leading_silence(voice.reverse(), _QUIET_DBFS, _STEP_MS)
    start = max(0, before - _KEEP_BEFORE_MS)
    end = len(voice) - max(0, after - _KEEP_AFTER_MS)
    return voice[start:end]
