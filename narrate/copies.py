"""Copies of the MP3 for other players: in chapters, in another container, in a book."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from narrate.episode import Episode
from narrate.mix.tags import Tags
from narrate.mix.transcode import Container, transcode
from narrate.options import Kind
from narrate.output import explained
from narrate.publish.base import file_name


def make_copies(mp3: Path, episode: Episode, tags: Tags) -> None:
    """Write the copies that an episode wants beside its MP3; raises OutputError."""
    kinds = episode.options.kinds
    for kind in sorted(kinds & {Kind.M4B, Kind.OPUS}):
        with _opened(mp3.parent / file_name(kind, episode.name)) as file:
            transcode(mp3, episode.timeline, tags, file, Container(kind))
    if Kind.NUMBERED in kinds:
        _number(mp3, episode, tags)
    if Kind.EPUB in kinds:
        from narrate.publish.epub import write_epub  # noqa: PLC0415

        with _opened(mp3.parent / file_name(Kind.EPUB, episode.name)) as file:
            write_epub(mp3, episode, file)


def _number(mp3: Path, episode: Episode, tags: Tags) -> None:
    from narrate.mix.numbered import write_numbered  # noqa: PLC0415 - few ask for it
    from narrate.mix.playlist import playlist  # noqa: PLC0415

    timeline, quality = episode.timeline, episode.options.quality
    folder = mp3.parent
    write_numbered(mp3, timeline, tags, quality, lambda name: _opened(folder / name))
    with _opened(folder / file_name(Kind.NUMBERED, episode.name)) as file:
        file.write(playlist(tags.title, timeline).encode())


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    with explained(path):
        path.parent.mkdir(exist_ok=True)
        with path.open("w+b") as file:
            yield file
