import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from mutagen.id3 import ID3

from narrate.build import build
from narrate.errors import SpeechError
from narrate.heard import Timeline
from narrate.meter import measure
from narrate.mix.base import FORMATS
from narrate.mix.encode import encode
from narrate.mix.master import master, stream
from narrate.mix.segment import Segment
from narrate.mix.tags import Tags
from narrate.model import Script
from narrate.options import Options, Quality
from narrate.words import timed

RATE_HZ = 32_000


@pytest.fixture(
    scope="module", params=[("heart", "best"), ("espeak", "best"), ("espeak", "fast")]
)
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Timeline]:
    name, quality = request.param
    source = Path(__file__).parents[1] / "articles" / "minefields.txt"
    path = tmp_path_factory.mktemp("spoken") / "a.mp3"
    options = Options(str(source), path, name, quality=Quality(quality))
    return path, build(options, lambda _: None).timeline


def decoded(path: Path) -> np.ndarray:
    samples, rate_hz = soundfile.read(path, dtype="float64")
    if rate_hz == RATE_HZ:
        return samples
    resampled: np.ndarray = soxr.resample(samples, rate_hz, RATE_HZ)
    return resampled


def test_a_decoder_plays_what_the_timeline_says_to_the_sample(
    spoken: tuple[Path, Timeline],
) -> None:
    path, timeline = spoken
    length_ms = 1000 * soundfile.info(path).frames / soundfile.info(path).samplerate
    assert abs(length_ms - timeline.length_ms) <= 0.5
    assert length_ms == timeline.length_ms or soundfile.info(path).samplerate != RATE_HZ


def test_it_is_as_loud_as_podcasts_are(spoken: tuple[Path, Timeline]) -> None:
    path, _ = spoken
    heard = measure(path)
    assert heard.lufs == pytest.approx(-19, abs=0.5)
    assert heard.peak_dbtp <= -1.5


def test_every_cue_is_sound_and_every_gap_is_silence(
    spoken: tuple[Path, Timeline],
) -> None:
    path, timeline = spoken
    samples = decoded(path)
    for cue in timeline.cues:
        said = samples[cue.start_ms * 32 : cue.end_ms * 32]
        assert np.abs(said).max() > 0.02, cue.utterance.written
    for a, b in pairwise(timeline.cues):
        rest = samples[a.end_ms * 32 + 320 : b.start_ms * 32 - 320]
        assert np.abs(rest).max() < 0.003, a.utterance.written


def test_a_second_of_silence_stands_before_every_chapter(
    spoken: tuple[Path, Timeline],
) -> None:
    path, timeline = spoken
    samples = decoded(path)
    for chapter in timeline.chapters[1:]:
        before = samples[(chapter.start_ms - 950) * 32 : chapter.start_ms * 32]
        assert np.abs(before).max() < 0.003, chapter.title


def test_an_aside_is_a_little_softer_than_the_article(
    spoken: tuple[Path, Timeline], tmp_path: Path
) -> None:
    path, timeline = spoken
    samples = decoded(path)
    levels = {}
    for aside in (True, False):
        cues = [cue for cue in timeline.cues if cue.utterance.aside is aside]
        parts = [samples[cue.start_ms * 32 : cue.end_ms * 32] for cue in cues]
        soundfile.write(tmp_path / "part.wav", np.concatenate(parts), RATE_HZ)
        levels[aside] = measure(tmp_path / "part.wav").lufs
    assert 2 <= levels[False] - levels[True] <= 3


def test_every_written_word_is_timed_inside_its_cue(
    spoken: tuple[Path, Timeline],
) -> None:
    _, timeline = spoken
    for cue in timeline.cues:
        words = timed(cue)
        assert cue.start_ms <= words[0].start_ms <= words[-1].end_ms <= cue.end_ms
        for one, following in pairwise(words):
            assert one.end <= following.start
            assert one.start_ms <= one.end_ms <= following.start_ms
        shown = [cue.utterance.written[word.start : word.end] for word in words]
        assert all(any(map(str.isalnum, word)) for word in shown)
        letters = sum(map(str.isalnum, cue.utterance.written))
        assert sum(sum(map(str.isalnum, word)) for word in shown) >= 0.8 * letters


def test_chapters_of_the_file_are_the_timeline_s(spoken: tuple[Path, Timeline]) -> None:
    path, timeline = spoken
    frames = ID3(io.BytesIO(path.read_bytes())).getall("CHAP")
    there = sorted(
        (frame.start_time, frame.end_time, str(frame.sub_frames["TIT2"]))
        for frame in frames
    )
    assert there == [(c.start_ms, c.end_ms, c.title) for c in timeline.chapters]


SEGMENT = Segment(encode(bytes(2 * 1152 * 4), FORMATS[Quality.BEST]), 1000, 4 * 1152)
TAGS = Tags("Title", "", "", "", "en", "", "", "", "narrate")


def test_a_failure_on_the_way_leaves_nothing_behind(
    script: Script, tmp_path: Path
) -> None:
    def segments() -> Iterator[Segment]:
        yield SEGMENT
        raise SpeechError("heart", "a sentence", "no sound")

    with pytest.raises(SpeechError):
        master(segments(), script, TAGS, tmp_path / "a.mp3", Quality.BEST)
    assert list(tmp_path.iterdir()) == []


def test_a_pause_is_as_long_as_the_script_wants_it(script: Script) -> None:
    count = len(list(script.utterances()))
    timeline = stream([SEGMENT] * count, script, TAGS, io.BytesIO(), Quality.BEST)
    for cue, after in pairwise(timeline.cues):
        rest_ms = after.start_ms - cue.end_ms
        wanted_ms = max(cue.utterance.pause_ms, (4 * 1152 - 1000) / 32)
        assert wanted_ms - 1 <= rest_ms <= wanted_ms + 37


def test_a_stream_is_the_same_sound_behind_a_tag_without_chapters(
    script: Script, tmp_path: Path
) -> None:
    count = len(list(script.utterances()))
    sent = io.BytesIO()
    stream([SEGMENT] * count, script, TAGS, sent, Quality.BEST)
    master([SEGMENT] * count, script, TAGS, tmp_path / "a.mp3", Quality.BEST)
    music = (tmp_path / "a.mp3").read_bytes()[-1_000_000:]
    frames = sent.getvalue()[ID3(io.BytesIO(sent.getvalue())).size :]
    assert music.endswith(frames)
    assert not ID3(io.BytesIO(sent.getvalue())).getall("CHAP")
