"""Produce: one clip becomes a segment, the work of one thread."""

from narrate.errors import EncodingError
from narrate.mix.base import FORMATS, SEGMENT_SILENCE, Format
from narrate.mix.encode import encode
from narrate.mix.loudness import LAME_LOSS_DB, master_wave
from narrate.mix.segment import Segment
from narrate.mix.shape import shape
from narrate.model import Clip
from narrate.options import Encoding, Voice
from narrate.sound import SAMPLE_BYTES


def produce(clip: Clip, voice: Voice, wanted: Encoding) -> Segment:
    """Shape, master, pad and encode one clip; raises EncodingError."""
    made = FORMATS[wanted.quality]
    level_db = voice.manner(aside=clip.utterance.aside).level_db
    gain_db = wanted.loudness_lufs - voice.loudness_lufs + LAME_LOSS_DB
    shaped = shape(clip.sound, level_db)
    wave = master_wave(shaped, gain_db, wanted.ceiling_db, made.rate_hz)
    samples = pad(wave, made)
    voiced, whole = len(wave) // SAMPLE_BYTES, len(samples) // SAMPLE_BYTES
    try:
        frames = encode(samples, made)
    except RuntimeError as error:
        raise EncodingError(clip.utterance.written, str(error)) from error
    return Segment(frames, voiced, whole)


def pad(wave: bytes, made: Format) -> bytes:
    """Put silence behind a wave: what a segment must end in, to a frame's edge."""
    voiced = len(wave) // SAMPLE_BYTES
    rest = -(voiced + SEGMENT_SILENCE) % made.frame_samples
    return wave + bytes(SAMPLE_BYTES * (SEGMENT_SILENCE + rest))
