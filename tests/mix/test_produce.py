from collections.abc import Callable

import lameenc
import pytest

from narrate.errors import EncodingError
from narrate.heard import Clip
from narrate.mix.base import FORMATS, SEGMENT_SILENCE, Format
from narrate.mix.produce import pad, produce
from narrate.mix.segment import Segment
from narrate.model import Utterance
from narrate.options import Encoding, Quality
from narrate.roles import Role
from narrate.sound import Sound
from narrate.voice import USUAL, Voice
from narrate.words import unpack


@pytest.fixture(params=Quality)
def made(request: pytest.FixtureRequest) -> Format:
    return FORMATS[request.param]


@pytest.mark.parametrize("voiced", [0, 1, 24_000, 24_001])
def test_a_segment_is_whole_frames_and_ends_in_silence(
    voiced: int, made: Format
) -> None:
    samples = pad(b"\x10\x20" * voiced, made)
    assert len(samples) % (2 * made.frame_samples) == 0
    rest = samples[2 * voiced :]
    assert not any(rest)
    silence = len(rest) // 2
    assert SEGMENT_SILENCE <= silence < SEGMENT_SILENCE + made.frame_samples


def test_a_clip_becomes_the_frames_of_its_length(silent: Voice, made: Format) -> None:
    utterance = Utterance(Role.PARAGRAPH, "Yes.", "Yes.", (), 300, (1,))
    clip = Clip(utterance, Sound(bytes(16_000), 8_000))
    quality = next(quality for quality in Quality if FORMATS[quality] is made)
    segment = produce(clip, silent, USUAL, Encoding(quality))
    assert segment.voiced == made.rate_hz
    frames = segment.whole // made.frame_samples
    assert abs(len(segment.frames) - frames * made.frame_bytes) <= frames


def test_a_segment_that_was_kept_is_the_same() -> None:
    segment = Segment(b"frames", 1000, 1152)
    assert Segment.unpack(segment.pack()) == segment


def test_an_encoder_that_fails_names_the_sentence(
    silent: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        """Takes every setting, and gives nothing."""

        def __getattr__(self, _: str) -> Callable[..., bytes]:
            return lambda *_: b""

    monkeypatch.setattr(lameenc, "Encoder", Failing)
    utterance = Utterance(Role.PARAGRAPH, "Yes.", "Yes.", (), 300, (1,))
    clip = Clip(utterance, Sound(bytes(16_000), 8_000))
    for quality in Quality:
        with pytest.raises(EncodingError, match=r"'Yes\.' could not be encoded"):
            produce(clip, silent, USUAL, Encoding(quality))


def test_words_are_timed_from_the_first_sound_at_the_mp3_s_rate(silent: Voice) -> None:
    """Half a second of silence is cut, and the words with it."""
    utterance = Utterance(Role.PARAGRAPH, "No, yes.", "No, yes.", (), 300, (1,))
    samples = bytes(8_000) + b"\x00\x20" * 8_000
    clip = Clip(utterance, Sound(samples, 8_000), ((4_000, 6_000), (6_000, 12_000)))
    segment = produce(clip, silent, USUAL, Encoding())
    no, yes = unpack(segment.times)
    kept = 800  # 25 ms before the first sound, at 32 kHz
    assert no == (kept, 8_000 + kept)
    assert yes == (8_000 + kept, segment.voiced)
