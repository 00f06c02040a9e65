"""EPUB 3 that reads along: the article's chapters, their clips, and the MP3 itself.

One MP3 for all chapters, as it is: its bytes are those of the episode, nothing is cut
or encoded again, and no chapter's first frame leans on one that is not there. Chapter
after chapter goes into the archive, so that a book is never held whole.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from narrate.episode import Episode
from narrate.options import Kind
from narrate.publish.article import Manner, Section, sections
from narrate.publish.base import FORMS
from narrate.publish.clean import tidy
from narrate.publish.imprint import cover_file, imprint
from narrate.publish.inlined import WEB
from narrate.publish.overlay import BESIDE, KINDS, overlay
from narrate.publish.templates import filled

_FOLDER = "EPUB/"
_THEN = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold
_UNIX = 3
_READABLE = 0o100644 << 16
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Listed:
    """A chapter in the table of contents and the manifest."""

    number: int
    """Counted from 1: its files are named so."""

    title: str
    """Never nothing."""

    aside: bool
    """It stands beside the article."""

    length_ms: int
    """Of its clips together."""


def write_epub(mp3: Path, episode: Episode, file: IO[bytes]) -> None:
    """Write an episode as an EPUB; its MP3 lies at a path."""
    about = imprint(episode)
    with ZipFile(file, "w") as archive:
        # by it alone, first and plain, many tell an EPUB from another zip
        _put(archive, "mimetype", [FORMS[Kind.EPUB].media_type], ZIP_STORED)
        _put(archive, "META-INF/container.xml", filled("container.xml"))
        chapters = [_chapter(archive, s, about) for s in sections(episode)]
        about |= {"chapters": chapters}
        about["length_ms"] = sum(each.length_ms for each in chapters)
        for name in ("nav.xhtml", "package.opf"):
            _put(archive, _FOLDER + name, filled(name, **about))
        style = (WEB / "epub.css").read_text(encoding="utf-8")
        _put(archive, f"{_FOLDER}epub.css", [style])
        if episode.cover:
            _put(archive, f"{_FOLDER}cover.xhtml", filled("cover.xhtml", **about))
            name = f"{_FOLDER}{cover_file(episode.cover)[0]}"
            with _entry(archive, name, len(episode.cover)) as entry:
                entry.write(episode.cover)
        _copy(archive, mp3)


def _chapter(archive: ZipFile, section: Section, about: dict[str, object]) -> Listed:
    """Write a chapter and its clips."""
    title = tidy(section.chapter.title) or str(section.number)
    named = replace(section, chapter=replace(section.chapter, title=title))
    clips = overlay(named)
    # a frame may hold several footnotes: only its clips are told one by one
    manner = Manner(lit=True, kinds=dict.fromkeys(KINDS, BESIDE))
    for name in ("chapter.xhtml", "chapter.smil"):
        own = name.replace("chapter", f"c{section.number}")
        pieces = filled(name, **about, section=named, manner=manner, clips=clips)
        _put(archive, _FOLDER + own, pieces)
    length_ms = clips[-1].end_ms - clips[0].start_ms
    return Listed(section.number, title, section.chapter.aside, length_ms)


def _copy(archive: ZipFile, mp3: Path) -> None:
    """Put the MP3 in, as it is, a piece at a time."""
    size = mp3.stat().st_size
    with mp3.open("rb") as sound, _entry(archive, f"{_FOLDER}audio.mp3", size) as entry:
        shutil.copyfileobj(sound, entry, _PIECE)


def _put(
    archive: ZipFile, name: str, pieces: Iterable[str], method: int = ZIP_DEFLATED
) -> None:
    with _entry(archive, name, 0, method) as entry:
        for piece in pieces:
            entry.write(piece.encode("utf-8", "replace"))


@contextmanager
def _entry(
    archive: ZipFile, name: str, size: int, method: int = ZIP_STORED
) -> Iterator[IO[bytes]]:
    """Open a file in the archive: of no day and no machine.

    Sound and pictures are stored: they are as small as they get, and can be sought in.
    """
    info = ZipInfo(name, _THEN)
    info.compress_type, info.create_system = method, _UNIX
    info.external_attr, info.file_size = _READABLE, size
    with archive.open(info, "w") as entry:
        yield entry
