import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from narrate.build import _tags
from narrate.mix.base import RATE_HZ
from narrate.mix.master import Desk, master
from narrate.model import Script, Timeline
from narrate.options import Encoding, Pacing, Voice
from narrate.read.article import read
from narrate.script.compose import compose
from narrate.speak.cache import ClipCache
from narrate.speak.perform import performed
from narrate.speak.voices import find_voice
from tests.meter import loudness_lufs, true_peak_dbtp


def build(
    script: Script, source: Path, voice: Voice, path: Path, jobs: int
) -> Timeline:
    tags = _tags(read(str(source)), script, voice)
    with performed(script, voice, ClipCache(), jobs) as clips:
        return master(clips, script, tags, path, Desk(voice, Encoding(), jobs))


@pytest.fixture(scope="module", params=["heart", "espeak"])
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Timeline]:
    source = Path(__file__).parents[1] / "articles" / "minefields.txt"
    script = compose(read(str(source)), Pacing())
    path = tmp_path_factory.mktemp("spoken") / f"{request.param}.mp3"
    return path, build(script, source, find_voice(request.param), path, 2)


def decoded(path: Path) -> np.ndarray:
    samples, rate_hz = soundfile.read(path, dtype="float64")
    assert rate_hz == RATE_HZ
    return samples


def test_a_decoder_plays_what_the_timeline_says_to_the_sample(
    spoken: tuple[Path, Timeline],
) -> None:
    path, timeline = spoken
    assert len(decoded(path)) == timeline.length_ms * RATE_HZ // 1000


def test_it_is_as_loud_as_podcasts_are(spoken: tuple[Path, Timeline]) -> None:
    path, _ = spoken
    samples = decoded(path)
    assert loudness_lufs(samples) == pytest.approx(-19, abs=0.5)
    assert true_peak_dbtp(samples) <= -1.5


def test_every_cue_is_sound_and_every_gap_is_silence(
    spoken: tuple[Path, Timeline],
) -> None:
    path, timeline = spoken
    samples = decoded(path)
    for cue in timeline.cues:
        said = samples[cue.start_ms * 48 : cue.end_ms * 48]
        assert np.abs(said).max() > 0.02, cue.utterance.written
    for a, b in pairwise(timeline.cues):
        rest = samples[a.end_ms * 48 + 480 : b.start_ms * 48 - 480]
        assert np.abs(rest).max() < 0.003, a.utterance.written


def test_a_second_of_silence_stands_before_every_chapter(
    spoken: tuple[Path, Timeline],
) -> None:
    path, timeline = spoken
    samples = decoded(path)
    for chapter in timeline.chapters[1:]:
        before = samples[(chapter.start_ms - 950) * 48 : chapter.start_ms * 48]
        assert np.abs(before).max() < 0.003, chapter.title


@pytest.mark.parametrize("jobs", [2, 4])
def test_the_bytes_are_the_same_for_any_number_of_workers(
    script: Script, minefields: Path, silent: Voice, tmp_path: Path, jobs: int
) -> None:
    one, many = tmp_path / "one.mp3", tmp_path / "many.mp3"
    build(script, minefields, silent, one, 1)
    build(script, minefields, silent, many, jobs)
    assert one.read_bytes() == many.read_bytes()


def test_an_aside_is_softer_than_the_article(spoken: tuple[Path, Timeline]) -> None:
    path, timeline = spoken
    samples = decoded(path)
    levels: dict[bool, list[float]] = {True: [], False: []}
    for chapter in timeline.chapters:
        part = samples[chapter.start_ms * 48 : chapter.end_ms * 48]
        levels[chapter.aside].append(loudness_lufs(part))
    assert 1 < np.mean(levels[False]) - np.mean(levels[True]) < 4


def test_chapters_of_the_file_are_the_timeline_s(spoken: tuple[Path, Timeline]) -> None:
    path, timeline = spoken
    frames = ID3(io.BytesIO(path.read_bytes())).getall("CHAP")
    there = sorted(
        (frame.start_time, frame.end_time, str(frame.sub_frames["TIT2"]))
        for frame in frames
    )
    assert there == [(c.start_ms, c.end_ms, c.title) for c in timeline.chapters]


def test_a_failure_on_the_way_leaves_nothing_behind(
    script: Script, minefields: Path, silent: Voice, tmp_path: Path
) -> None:
    with performed(script, silent, ClipCache(), 1) as spoken:
        clips = list(spoken)
    broken = replace(clips[5], sound=replace(clips[5].sound, rate_hz=0))
    tags = _tags(read(str(minefields)), script, silent)
    with pytest.raises((ValueError, ZeroDivisionError)):
        master(
            [*clips[:5], broken],
            script,
            tags,
            tmp_path / "a.mp3",
            Desk(silent, Encoding(), 2),
        )
    assert list(tmp_path.iterdir()) == []
