import pytest

from narrate.mix.base import FRAME_BYTES, FRAME_SAMPLES, SEGMENT_SILENCE
from narrate.mix.segment import pad, produce
from narrate.model import Clip, Utterance
from narrate.options import Encoding, Voice
from narrate.roles import Role
from narrate.sound import Sound

WAVE = b"\x10\x20" * 24_000


@pytest.mark.parametrize("pause_ms", [0, 40, 150, 1000])
def test_a_segment_is_whole_frames_and_ends_in_silence(pause_ms: int) -> None:
    samples, length = pad(WAVE, 0, pause_ms)
    assert len(samples) % (2 * FRAME_SAMPLES) == 0
    assert length.whole % FRAME_SAMPLES == 0
    assert len(samples) <= 2 * length.whole
    assert len(samples) - len(WAVE) >= 2 * SEGMENT_SILENCE
    rest = length.whole - length.voiced
    wanted = max(SEGMENT_SILENCE, pause_ms * 48)
    assert wanted <= rest < wanted + FRAME_SAMPLES
    assert not any(samples[2 * length.voiced :])


def test_a_lead_is_silence_before_the_voice() -> None:
    samples, length = pad(WAVE, 500, 100)
    assert length.lead == 24_000
    assert not any(samples[:48_000])
    assert samples[48_000 : 48_000 + len(WAVE)] == WAVE


def test_a_clip_becomes_the_frames_of_its_length(silent: Voice) -> None:
    utterance = Utterance(Role.PARAGRAPH, "Yes.", "Yes.", (), 300, (1,))
    clip = Clip(utterance, Sound(bytes(16_000), 8_000))
    made = produce(clip, 0, silent, Encoding())
    assert made.length.voiced == 48_000
    assert len(made.frames) // FRAME_BYTES == made.length.whole // FRAME_SAMPLES
