import errno
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3
from mutagen.mp3 import MP3, BitrateMode

from narrate.build import build
from narrate.errors import OutputError
from narrate.heard import Timeline
from narrate.meter import measure
from narrate.mix.base import FORMATS
from narrate.mix.numbered import write_numbered
from narrate.mix.playlist import FOLDER, names
from narrate.mix.tags import Tags
from narrate.options import Options, Quality

TAGS = Tags(
    "The Article",
    "Writer",
    "Site",
    "2024-05-06",
    "en",
    "https://example.org/a",
    "All of its words.",
    "Read aloud by a synthetic voice.",
    "narrate 1, LAME by lameenc",
    cover=b"\xff\xd8\xff a picture",
)


class Folder:
    """A folder in memory, which is full after so many bytes."""

    def __init__(self, room: int = 1 << 30) -> None:
        self.files: dict[str, bytes] = {}
        self._room = room

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        file = io.BytesIO()
        yield file
        self._room -= len(file.getvalue())
        if self._room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.files[name] = file.getvalue()


@pytest.fixture(scope="module", params=Quality)
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Timeline, Quality]:
    source = Path(__file__).parents[1] / "articles" / "lighthouse.txt"
    path = tmp_path_factory.mktemp("spoken") / "a.mp3"
    options = Options(str(source), path, "espeak", quality=request.param)
    return path, build(options, lambda _: None).timeline, request.param


def written(spoken: tuple[Path, Timeline, Quality], tags: Tags = TAGS) -> list[bytes]:
    path, timeline, quality = spoken
    folder = Folder()
    write_numbered(path, timeline, tags, quality, folder.opened)
    assert list(folder.files) == [f"{FOLDER}/{name}" for name in names(timeline)]
    return list(folder.files.values())


def test_each_file_plays_its_own_chapter_and_nothing_else(
    spoken: tuple[Path, Timeline, Quality],
) -> None:
    path, timeline, quality = spoken
    made = FORMATS[quality]
    whole, _ = soundfile.read(path)
    starts = [
        round(chapter.start_ms * made.rate_hz / 1000 / made.frame_samples)
        * made.frame_samples
        for chapter in timeline.chapters
    ]
    files = written(spoken)
    assert len(files) > 1
    for (start, end), file in zip(pairwise([*starts, len(whole)]), files, strict=True):
        own, rate_hz = soundfile.read(io.BytesIO(file))
        assert rate_hz == made.rate_hz
        assert len(own) == end - start  # to the sample
        off = np.abs(own - whole[start:end])
        assert off[:-1152].max() < 1e-5
        assert off.max() < 0.003  # the whole has an echo of what comes next


def test_two_other_decoders_agree_on_its_length(
    spoken: tuple[Path, Timeline, Quality], tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    for file, chapter in zip(written(spoken), spoken[1].chapters, strict=True):
        path.write_bytes(file)
        told: Any = MP3(path).info
        length_ms = chapter.end_ms - chapter.start_ms
        assert told.length * 1000 == pytest.approx(length_ms, abs=1)
        assert measure(path).length == round(told.length * told.sample_rate)
        assert told.bitrate_mode is BitrateMode.CBR


def test_a_file_says_which_chapter_of_which_article_it_is(
    spoken: tuple[Path, Timeline, Quality],
) -> None:
    chapters = spoken[1].chapters
    for at, (file, chapter) in enumerate(
        zip(written(spoken), chapters, strict=True), 1
    ):
        tag = ID3(io.BytesIO(file), translate=False)
        assert tag.version == (2, 3, 0)
        assert str(tag["TIT2"]) == chapter.title
        assert str(tag["TALB"]) == "The Article"
        assert str(tag["TPE1"]) == "Writer"
        assert str(tag["TRCK"]) == f"{at}/{len(chapters)}"
        assert int(str(tag["TLEN"])) == chapter.end_ms - chapter.start_ms
        assert [frame.data for frame in tag.getall("APIC")] == [TAGS.cover]
        assert not tag.getall("USLT")
        assert not tag.getall("CHAP")


def test_the_same_again_is_the_same_bytes(
    spoken: tuple[Path, Timeline, Quality],
) -> None:
    assert written(spoken) == written(spoken)


def test_a_full_disk_names_the_file_that_did_not_fit(
    spoken: tuple[Path, Timeline, Quality],
) -> None:
    path, timeline, quality = spoken
    size = len(written(spoken)[0])
    folder = Folder(size + 1)
    with pytest.raises(OutputError, match=r"numbered/02 .*the disk is full"):
        write_numbered(path, timeline, TAGS, quality, folder.opened)
    assert len(folder.files) == 1


def test_an_mp3_that_is_too_short_is_not_cut_up(
    spoken: tuple[Path, Timeline, Quality], tmp_path: Path
) -> None:
    path, timeline, quality = spoken
    half = tmp_path / "half.mp3"
    half.write_bytes(path.read_bytes()[:-8000])
    with pytest.raises(OutputError, match=r"half\.mp3 does not hold the chapters"):
        write_numbered(half, timeline, TAGS, quality, Folder().opened)


def test_what_is_no_mp3_is_not_cut_up(
    spoken: tuple[Path, Timeline, Quality], tmp_path: Path
) -> None:
    path, timeline, quality = spoken
    other = tmp_path / "other.mp3"
    other.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(OutputError, match="does not hold the chapters"):
        write_numbered(other, timeline, TAGS, quality, Folder().opened)


def test_an_mp3_that_is_not_there_is_named(
    spoken: tuple[Path, Timeline, Quality], tmp_path: Path
) -> None:
    _, timeline, quality = spoken
    with pytest.raises(OutputError, match=r"gone\.mp3"):
        write_numbered(tmp_path / "gone.mp3", timeline, TAGS, quality, Folder().opened)


def test_a_title_of_any_length_is_a_chapter_of_its_own(
    spoken: tuple[Path, Timeline, Quality],
) -> None:
    path, timeline, quality = spoken
    hostile = tuple(
        replace(chapter, title="\0\ud800</x>" * 20_000) for chapter in timeline.chapters
    )
    files = written((path, replace(timeline, chapters=hostile), quality))
    assert len(set(files)) == len(timeline.chapters)
