import errno
import io
import json
import shutil
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import soxr
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from narrate.build import build
from narrate.errors import MissingPartError, OutputError
from narrate.heard import Chapter, Timeline
from narrate.mix.tags import Tags
from narrate.mix.transcode import Container, transcode
from narrate.options import Options, Quality

RATE_HZ = 16_000  # at which sounds are compared
FRAME_MS = {Container.M4B: 1024 * 1000 / 22_050, Container.OPUS: 20}


def jpeg() -> bytes:
    """Make a grey picture of 16 by 16."""
    encoder = av.CodecContext.create("mjpeg", "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width = encoder.height = 16
    encoder.pix_fmt, encoder.time_base = "yuvj420p", Fraction(1)
    frame = av.VideoFrame(16, 16, "yuvj420p")
    for plane in frame.planes:
        plane.update(bytes([128]) * plane.buffer_size)
    return b"".join(map(bytes, encoder.encode(frame)))


TAGS = Tags(
    "Títle of it",
    "Writer",
    "Site",
    "2024-05-06",
    "en-GB",
    "https://example.org/a",
    "",
    "Read aloud by a synthetic voice.",
    "narrate 1, LAME by lameenc",
    cover=jpeg(),
)


@pytest.fixture(scope="module", params=Quality)
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Timeline]:
    source = Path(__file__).parents[1] / "articles" / "lighthouse.txt"
    path = tmp_path_factory.mktemp("spoken") / "a.mp3"
    options = Options(str(source), path, "espeak", quality=request.param)
    return path, build(options, lambda _: None).timeline


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Timeline]:
    folder = tmp_path_factory.mktemp("short")
    (folder / "a.txt").write_text("A title\n\nOne sentence. And one more.", "utf-8")
    options = Options(str(folder / "a.txt"), folder / "a.mp3", "espeak")
    return folder / "a.mp3", build(options, lambda _: None).timeline


@cache
def made(spoken: tuple[Path, Timeline], wanted: Container, tags: Tags = TAGS) -> bytes:
    file = io.BytesIO()
    transcode(*spoken, tags, file, wanted)
    return file.getvalue()


def heard(file: Path | io.BytesIO) -> np.ndarray:
    with av.open(file, "r") as opened:
        stream = opened.streams.audio[0]
        parts = [frame.to_ndarray() for frame in opened.decode(stream)]
        whole = np.concatenate(parts, axis=-1).reshape(-1).astype(float)
        resampled: np.ndarray = soxr.resample(whole, stream.rate, RATE_HZ)
        return resampled


def lag_ms(one: np.ndarray, other: np.ndarray) -> float:
    """Tell how much later the other is, by where the two fit best."""
    size = 2 * max(len(one), len(other))
    fit = np.fft.irfft(np.fft.rfft(other, size) * np.conj(np.fft.rfft(one, size)), size)
    best = int(np.argmax(fit))
    return 1000 * (best - size if best > size // 2 else best) / RATE_HZ


@pytest.mark.parametrize("wanted", Container)
def test_every_chapter_begins_where_it_does_in_the_mp3(
    spoken: tuple[Path, Timeline], wanted: Container
) -> None:
    before, after = heard(spoken[0]), heard(io.BytesIO(made(spoken, wanted)))
    for chapter in spoken[1].chapters:
        start = chapter.start_ms * RATE_HZ // 1000
        end = start + 3 * RATE_HZ
        assert abs(lag_ms(before[start:end], after[start:end])) <= 1


@pytest.mark.parametrize("wanted", Container)
def test_it_is_as_long_as_the_mp3(
    spoken: tuple[Path, Timeline], wanted: Container
) -> None:
    length_ms = 1000 * len(heard(io.BytesIO(made(spoken, wanted)))) / RATE_HZ
    assert 0 <= length_ms - spoken[1].length_ms + 0.5 <= FRAME_MS[wanted]


@pytest.mark.parametrize("wanted", Container)
def test_it_sounds_as_the_mp3_does(
    spoken: tuple[Path, Timeline], wanted: Container
) -> None:
    before, after = heard(spoken[0]), heard(io.BytesIO(made(spoken, wanted)))
    before, after = before[: len(after)], after[: len(before)]
    assert (
        np.corrcoef(before, after)[0, 1] > 0.95
    )  # Opus leaves out what is too deep for a voice
    level_db = 10 * np.log10(np.mean(after**2) / np.mean(before**2))
    assert abs(level_db) < 0.3


@pytest.mark.parametrize("wanted", Container)
def test_the_same_again_is_the_same_bytes(
    spoken: tuple[Path, Timeline], wanted: Container
) -> None:
    again = io.BytesIO()
    transcode(*spoken, TAGS, again, wanted)
    assert again.getvalue() == made(spoken, wanted)


@pytest.mark.parametrize("wanted", Container)
def test_ffmpeg_shows_its_chapters_and_its_cover(
    spoken: tuple[Path, Timeline], wanted: Container
) -> None:
    with av.open(io.BytesIO(made(spoken, wanted)), "r") as file:
        there = [(c["start"], c["metadata"]["title"]) for c in file.chapters()]
        assert all(c["time_base"] == Fraction(1, 1000) for c in file.chapters())
        (picture,) = file.streams.video
        assert picture.codec_context.name == "mjpeg"
        assert bytes(next(file.demux(picture))) == TAGS.cover
    assert there == [(c.start_ms, c.title) for c in spoken[1].chapters]


def test_an_m4b_says_what_it_is(spoken: tuple[Path, Timeline], tmp_path: Path) -> None:
    path = tmp_path / "a.m4b"
    path.write_bytes(made(spoken, Container.M4B))
    file: Any = MP4(path)
    assert file["©nam"] == ["Títle of it"]
    assert file["©ART"] == file["aART"] == ["Writer"]
    assert file["©alb"] == ["Site"]
    assert file["©day"] == ["2024-05-06"]
    assert file["©gen"] == ["Podcast"]
    assert file["©cmt"] == ["Read aloud by a synthetic voice."]
    assert file["desc"] == ["https://example.org/a"]
    assert file["stik"] == [2]  # an audiobook
    assert bytes(file["covr"][0]) == TAGS.cover
    there = [(round(1000 * c.start), c.title) for c in file.chapters]
    assert there == [(c.start_ms, c.title) for c in spoken[1].chapters]
    assert file.info.codec == "mp4a.40.2"  # AAC-LC


def test_an_m4b_can_be_played_before_all_of_it_is_there(
    spoken: tuple[Path, Timeline],
) -> None:
    file = made(spoken, Container.M4B)
    assert file[4:12] == b"ftypM4B "
    head = int.from_bytes(file[:4], "big")
    assert file[head + 4 : head + 8] == b"moov"  # the index, before the sound


def test_an_opus_says_what_it_is(spoken: tuple[Path, Timeline], tmp_path: Path) -> None:
    path = tmp_path / "a.opus"
    path.write_bytes(made(spoken, Container.OPUS))
    file: Any = OggOpus(path)
    assert file["title"] == ["Títle of it"]
    assert file["artist"] == ["Writer"]
    assert file["album"] == ["Site"]
    assert file["date"] == ["2024-05-06"]
    assert file["language"] == ["en-GB"]
    assert b64decode(file["metadata_block_picture"][0]).endswith(TAGS.cover)
    assert file["chapter001"] == ["00:00:00.000"]
    assert file["chapter001name"] == [spoken[1].chapters[0].title]
    assert file.info.length == pytest.approx(spoken[1].length_ms / 1000, abs=0.001)
    # Its header asks for no gain: it is as loud as the MP3.
    head = path.read_bytes().index(b"OpusHead")
    assert path.read_bytes()[head + 16 : head + 18] == b"\0\0"


@pytest.mark.parametrize("wanted", Container)
def test_ffprobe_reads_it_without_a_complaint(
    spoken: tuple[Path, Timeline], tmp_path: Path, wanted: Container
) -> None:
    ffprobe = shutil.which("ffprobe")
    if not ffprobe:
        pytest.skip("ffprobe is not installed")
    path = tmp_path / f"a.{wanted}"
    path.write_bytes(made(spoken, wanted))
    asked = ("-v", "error", "-show_chapters", "-show_format", "-of", "json")
    told = subprocess.run((ffprobe, *asked, path), capture_output=True, check=True)
    assert told.stderr == b""
    answer = json.loads(told.stdout)
    starts = [round(1000 * float(c["start_time"])) for c in answer["chapters"]]
    assert starts == [chapter.start_ms for chapter in spoken[1].chapters]
    length_ms = 1000 * float(answer["format"]["duration"])
    assert length_ms == pytest.approx(spoken[1].length_ms, abs=10)


@pytest.mark.parametrize("wanted", Container)
def test_hostile_titles_and_very_many_of_them_do_no_harm(
    short: tuple[Path, Timeline], wanted: Container
) -> None:
    path, timeline = short
    titles = ("\0\ud800</x>", "é" * 100_000, "", "a\nb=c\r\nCHAPTER001=", "\u202ea")
    chapters = tuple(
        Chapter(titles[at % len(titles)], at * 10, at * 10 + 10, aside=False)
        for at in range(300)
    )
    tags = replace(TAGS, title="x\0" * 50_000, artist="\ud83d", cover=b"no picture")
    file = io.BytesIO(made((path, replace(timeline, chapters=chapters)), wanted, tags))
    with av.open(file) as opened:
        there = opened.chapters()
        assert [chapter["start"] for chapter in there] == [c.start_ms for c in chapters]
        assert there[1]["metadata"]["title"] == "é" * 127
        assert opened.metadata or opened.streams.audio[0].metadata
        assert not opened.streams.video


class FullDisk(io.BytesIO):
    """A file on a disk with little room."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._room:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("wanted", Container)
@pytest.mark.parametrize("share", [0, 0.3, 0.99])
def test_a_full_disk_is_one_sentence_wherever_it_fills(
    short: tuple[Path, Timeline], wanted: Container, share: float
) -> None:
    room = int(share * len(made(short, wanted)))
    with pytest.raises(OutputError, match=rf"a\.{wanted} .*the disk is full"):
        transcode(*short, TAGS, FullDisk(room), wanted)


@pytest.mark.parametrize("wanted", Container)
def test_ctrl_c_is_heard_even_where_ffmpeg_writes(
    short: tuple[Path, Timeline], wanted: Container
) -> None:
    class Stopped(io.BytesIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        transcode(*short, TAGS, Stopped(), wanted)


def test_an_mp3_that_was_cut_off_is_refused(
    short: tuple[Path, Timeline], tmp_path: Path
) -> None:
    path, timeline = short
    half = tmp_path / "half.mp3"
    half.write_bytes(path.read_bytes()[:-8000])  # a second
    with pytest.raises(OutputError, match=r"half\.mp3 .* not the length"):
        made((half, timeline), Container.OPUS)


def test_what_is_no_mp3_or_is_gone_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a: b.mp3"
    with pytest.raises(OutputError, match=r"b\.mp3 can't be played back: No such"):
        made((path, Timeline((), (), 0)), Container.M4B)
    path.write_text("no sound", encoding="utf-8")
    with pytest.raises(OutputError, match=r"b\.mp3 can't be played back"):
        made((path, Timeline((), (), 0)), Container.M4B)


def test_a_missing_library_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(MissingPartError, match="pip install av"):
        made((tmp_path / "a.mp3", Timeline((), (), 0)), Container.OPUS)
