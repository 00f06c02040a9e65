"""Many short segments, laid behind one another with no pause: what a player hears."""

from itertools import pairwise
from pathlib import Path

import mutagen.mp3
import numpy as np
import pytest
import soundfile

from narrate.heard import Timeline
from narrate.mix.base import FORMATS, SEGMENT_SILENCE
from narrate.mix.encode import encode
from narrate.mix.master import master
from narrate.mix.produce import pad
from narrate.mix.segment import Segment
from narrate.mix.tags import Tags
from narrate.model import Script, Section, Utterance
from narrate.options import Quality
from narrate.roles import Role

TAGS = Tags("Title", "", "", "", "en", "", "", "", "narrate")
LENGTHS_MS = (*range(12, 60), 100, 333, 7, 1000, 20, 20)
LEVEL = 8000
QUIET = LEVEL / 500  # -54 dB: one encoder that makes all of it smears as much
MARGIN_MS = 3  # what an MP3 smears most before and after a sound
FADE_MS = 3


def word(number: int, length_ms: int, rate_hz: int) -> np.ndarray:
    """Build a tone of its own pitch, with edges as soft as a voice's are made."""
    times = np.arange(length_ms * rate_hz // 1000) / rate_hz
    edge = np.minimum(times, times[::-1]) * 1000 / FADE_MS
    tone = np.sin(2 * np.pi * (300 + 37 * number) * times)
    wave: np.ndarray = (LEVEL * tone * np.minimum(1, edge)).astype("<i2")
    return wave


@pytest.fixture(scope="module", params=Quality)
def quality(request: pytest.FixtureRequest) -> Quality:
    return Quality(request.param)


@pytest.fixture(scope="module")
def words(quality: Quality) -> list[np.ndarray]:
    rate_hz = FORMATS[quality].rate_hz
    return [word(number, ms, rate_hz) for number, ms in enumerate(LENGTHS_MS)]


@pytest.fixture(scope="module")
def laid(
    quality: Quality, words: list[np.ndarray], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Timeline]:
    made = FORMATS[quality]
    segments = []
    for each in words:
        samples = pad(each.tobytes(), made)
        frames = encode(samples, made)
        segments.append(Segment(frames, len(each), len(samples) // 2))
    one = Utterance(Role.PARAGRAPH, "a", "a", (), 0, (1,))
    section = Section("Title", (one,) * len(words), aside=False)
    path = tmp_path_factory.mktemp("laid") / "a.mp3"
    script = Script("Title", "", "en", (section,), ())
    return path, master(segments, script, TAGS, path, quality)


@pytest.fixture(scope="module")
def heard(laid: tuple[Path, Timeline]) -> np.ndarray:
    samples, _ = soundfile.read(laid[0], dtype="int16")
    decoded: np.ndarray = samples.astype(float)
    return decoded


@pytest.fixture(scope="module")
def starts(quality: Quality, words: list[np.ndarray]) -> list[int]:
    """Count where each word begins, from what the mix promises."""
    made = FORMATS[quality]
    at, starts = made.to_frames(500) * made.frame_samples, []
    for each in words:
        starts.append(at)
        least = len(each) + SEGMENT_SILENCE
        at += -(-least // made.frame_samples) * made.frame_samples
    return [*starts, at]


def test_players_and_tags_agree_to_the_sample(
    laid: tuple[Path, Timeline], heard: np.ndarray, starts: list[int], quality: Quality
) -> None:
    path, timeline = laid
    rate_hz = FORMATS[quality].rate_hz
    assert len(heard) == starts[-1]
    assert round(mutagen.mp3.MP3(path).info.length * rate_hz) == starts[-1]
    assert timeline.length_ms == pytest.approx(1000 * starts[-1] / rate_hz, abs=0.5)


def test_every_cue_begins_and_ends_with_its_word(
    laid: tuple[Path, Timeline],
    words: list[np.ndarray],
    starts: list[int],
    quality: Quality,
) -> None:
    rate_hz = FORMATS[quality].rate_hz
    for cue, each, start in zip(laid[1].cues, words, starts[:-1], strict=True):
        end = start + len(each)
        assert cue.start_ms == pytest.approx(1000 * start / rate_hz, abs=0.5)
        assert cue.end_ms == pytest.approx(1000 * end / rate_hz, abs=0.5)


def test_no_word_is_lost_or_moved(
    heard: np.ndarray, words: list[np.ndarray], starts: list[int]
) -> None:
    for each, start in zip(words, starts[:-1], strict=True):
        wanted = each.astype(float)
        likeness = [
            np.dot(heard[start + lag : start + lag + len(wanted)], wanted)
            for lag in range(-40, 41)
        ]
        assert abs(int(np.argmax(likeness)) - 40) <= 1
        assert likeness[40] == pytest.approx(np.dot(wanted, wanted), rel=0.15)


def test_nothing_clicks_between_two_words(
    heard: np.ndarray, words: list[np.ndarray], starts: list[int], quality: Quality
) -> None:
    margin = MARGIN_MS * FORMATS[quality].rate_hz // 1000
    for (start, after), each in zip(pairwise(starts), words, strict=True):
        rest = heard[start + len(each) + margin : after - margin]
        assert np.abs(rest).max() <= QUIET
