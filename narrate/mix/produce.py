"""Produce: one clip becomes a segment, the work of one thread."""

from narrate.errors import EncodingError
from narrate.heard import Clip
from narrate.mix.base import FORMATS, SEGMENT_SILENCE, Format
from narrate.mix.encode import encode
from narrate.mix.loudness import LAME_LOSS_DB, master_wave
from narrate.mix.segment import Segment
from narrate.mix.shape import shape
from narrate.options import Encoding
from narrate.sound import SAMPLE_BYTES
from narrate.voice import Manner, Voice
from narrate.words import pack


def produce(clip: Clip, voice: Voice, manner: Manner, wanted: Encoding) -> Segment:
    """Shape, master, pad and encode one clip; raises EncodingError."""
    made = FORMATS[wanted.quality]
    wanted_lufs = wanted.loudness_lufs + manner.level_db
    gain_db = wanted_lufs - voice.loudness(manner) + LAME_LOSS_DB
    shaped, cut = shape(clip.sound)
    wave = master_wave(shaped, gain_db, wanted.ceiling_db, made.rate_hz)
    samples = pad(wave, made)
    voiced, whole = len(wave) // SAMPLE_BYTES, len(samples) // SAMPLE_BYTES
    try:
        frames = encode(samples, made)
    except RuntimeError as error:
        raise EncodingError(clip.utterance.written, str(error)) from error
    scale = made.rate_hz / clip.sound.rate_hz

    def place(at: int) -> int:
        return min(max(0, round((at - cut) * scale)), voiced)

    times = pack((place(first), place(last)) for first, last in clip.words)
    return Segment(frames, voiced, whole, times)


def pad(wave: bytes, made: Format) -> bytes:
    """Put silence behind a wave: what a segment must end in, to a frame's edge."""
    voiced = len(wave) // SAMPLE_BYTES
    rest = -(voiced + SEGMENT_SILENCE) % made.frame_samples
    return wave + bytes(SAMPLE_BYTES * (SEGMENT_SILENCE + rest))
