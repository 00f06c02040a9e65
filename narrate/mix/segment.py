"""One utterance becomes a segment: whole frames, and the silence that belongs to it."""

from dataclasses import dataclass

from narrate.mix.base import FRAME_SAMPLES, RATE_HZ, SEGMENT_SILENCE
from narrate.mix.encode import encode, silent_frame
from narrate.mix.loudness import LAME_LOSS_DB, master_wave
from narrate.mix.shape import shape
from narrate.mix.timeline import Length
from narrate.model import Clip
from narrate.options import Encoding, Voice
from narrate.sound import SAMPLE_BYTES


@dataclass(frozen=True, slots=True)
class Segment:
    """One utterance as MP3 frames."""

    frames: bytes
    """Whole frames, to be laid behind the segment before."""

    length: Length
    """How much of them is silence before, voice, and silence after."""


def produce(clip: Clip, lead_ms: int, voice: Voice, wanted: Encoding) -> Segment:
    """Shape, master, pad and encode one clip: the work of one thread."""
    level_db = voice.manner(aside=clip.utterance.aside).level_db
    gain_db = wanted.loudness_lufs - voice.loudness_lufs + LAME_LOSS_DB
    shaped = shape(clip.sound, level_db)
    wave = master_wave(shaped, gain_db, wanted.ceiling_db)
    samples, length = pad(wave, lead_ms, clip.utterance.pause_ms)
    return Segment(
        encode(samples) + silent_frame() * _rest_frames(samples, length), length
    )


def pad(wave: bytes, lead_ms: int, pause_ms: int) -> tuple[bytes, Length]:
    """Put silence around a wave: before it, and behind it to the next frame's edge.

    Gives only as much of the pause as must be encoded with the voice; the length
    counts all of it, in whole frames.
    """
    lead, voiced = lead_ms * RATE_HZ // 1000, len(wave) // SAMPLE_BYTES
    tail = SEGMENT_SILENCE + -(lead + voiced + SEGMENT_SILENCE) % FRAME_SAMPLES
    rest = pause_ms * RATE_HZ // 1000 - tail
    more = max(0, -(-rest // FRAME_SAMPLES)) * FRAME_SAMPLES
    samples = b"".join((bytes(SAMPLE_BYTES * lead), wave, bytes(SAMPLE_BYTES * tail)))
    return samples, Length(lead, voiced, lead + voiced + tail + more)


def _rest_frames(samples: bytes, length: Length) -> int:
    """Count the frames of a pause that are nothing but silence: no need to encode."""
    return (length.whole - len(samples) // SAMPLE_BYTES) // FRAME_SAMPLES
