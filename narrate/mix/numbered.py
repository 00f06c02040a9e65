"""One MP3 for each chapter, for players that know files and no chapters.

Every chapter starts on a frame and ends in silence, so its frames are copied as they
are: each file plays exactly its own stretch of the whole, to the sample.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import IO

from narrate.errors import OutputError
from narrate.heard import Chapter, Timeline
from narrate.mix.base import FORMATS, Format
from narrate.mix.encode import length, silent_frame
from narrate.mix.info import DELAY, Music, info_frame, music_checksum
from narrate.mix.playlist import FOLDER, names
from narrate.mix.tags import Tags
from narrate.options import Quality
from narrate.output import explained

_MANY = 4096  # frames in memory at once: a megabyte
_ID3_HEAD = 10

Opened = Callable[[str], AbstractContextManager[IO[bytes]]]


def write_numbered(
    mp3: Path, timeline: Timeline, tags: Tags, wanted: Quality, opened: Opened
) -> None:
    """Copy each chapter of an MP3 of ours into a file of its own.

    `opened` gives a file that can be sought, for a name below the playlist's folder.
    Raises OutputError.
    """
    from narrate.mix.id3 import tag  # noqa: PLC0415 - mutagen: few ask for these files

    made, chapters = FORMATS[wanted], timeline.chapters
    with explained(mp3), mp3.open("rb") as source:
        source.seek(_tag_size(source.read(_ID3_HEAD)) + made.frame_bytes)
        for at, (chapter, name) in enumerate(
            zip(chapters, names(timeline), strict=True), 1
        ):
            track = f"{at}/{len(chapters)}"
            head = tag(_own(tags, chapter), _alone(chapter), track)
            frames = _frames(chapter, made)
            pieces = _pieces(source, mp3, frames, made)
            path = f"{FOLDER}/{name}"
            with explained(mp3.parent / path), opened(path) as file:
                _write(file, head, pieces, frames, made)


def _alone(chapter: Chapter) -> Timeline:
    """Time a file that has one chapter, and so needs none."""
    return Timeline((), (), chapter.end_ms - chapter.start_ms)


def _own(tags: Tags, chapter: Chapter) -> Tags:
    """Give a chapter's own tags: to a simple player the article is an album."""
    return replace(tags, title=chapter.title, album=tags.title, text="")


def _write(
    file: IO[bytes], head: bytes, pieces: Iterable[bytes], frames: int, made: Format
) -> None:
    """Write a tag, the frames, and the silence that a decoder needs to play them all.

    The frame that sums them up stands before them, and is written last.
    """
    file.write(head + bytes(made.frame_bytes))
    size = checksum = 0
    tail = -(-DELAY // made.frame_samples)
    for piece in chain(pieces, (silent_frame(made) * tail,)):
        file.write(piece)
        size += len(piece)
        checksum = music_checksum(piece, checksum)
    music = Music(frames + tail, size, checksum)
    file.seek(len(head))
    file.write(info_frame(made, music, frames * made.frame_samples))
    file.seek(0, os.SEEK_END)


def _pieces(source: IO[bytes], mp3: Path, frames: int, made: Format) -> Iterator[bytes]:
    """Read so many whole frames, some at a time; raises OutputError if they lack."""
    while frames:
        count = min(frames, _MANY)
        piece = source.read(count * (made.frame_bytes + made.pads))
        size = length(piece, count, made)
        if size > len(piece) or not piece.startswith(made.header[:2]):
            trouble = "does not hold the chapters that it should"
            raise OutputError(str(mp3), trouble, "Build it once more with --force")
        source.seek(size - len(piece), os.SEEK_CUR)
        yield piece[:size]
        frames -= count


def _frames(chapter: Chapter, made: Format) -> int:
    return _frame_at(chapter.end_ms, made) - _frame_at(chapter.start_ms, made)


def _frame_at(ms: int, made: Format) -> int:
    """Give the frame that starts at a time, which is right to half of one ms."""
    return round(ms * made.rate_hz / (1000 * made.frame_samples))


def _tag_size(head: bytes) -> int:
    """Tell how long the tag is that an MP3 begins with: its size has 7 bits a byte."""
    if not head.startswith(b"ID3"):
        return 0
    size = 0
    for byte in head[6:]:
        size = size << 7 | byte
    return _ID3_HEAD + size
