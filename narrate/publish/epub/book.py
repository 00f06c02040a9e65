"""The door: an episode and its MP3 in, an EPUB 3.3 out, one chapter at a time."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from narrate.compiled import compiled
from narrate.episode import Episode
from narrate.options import primary
from narrate.publish.article import Manner, Section, sections
from narrate.publish.epub.overlay import KINDS, overlay
from narrate.publish.inlined import inlined
from narrate.publish.links import web_link
from narrate.publish.record_file import guid_of
from narrate.publish.templates import filled
from narrate.publish.wording import wording

MEDIA_TYPE = "application/epub+zip"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP can say: no clock is asked
_DATE = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
_PIECE = 1 << 20

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the package tells of a chapter."""

    number: int
    """Counted from 1; names its files."""

    title: str
    """For the table of contents."""

    length_ms: int
    """Of its overlay; 0 where nothing of it is heard and shown."""


def write_epub(episode: Episode, mp3: Path, file: IO[bytes]) -> None:
    """Write a book of an episode; the MP3 is copied into it, whole.

    One file for all chapters, as it is what the chapters' times were measured in, and
    each file more would begin with an encoder's silence. What can be packed is, the
    sound and the cover are stored. The bytes hang on the episode alone.
    """
    with ZipFile(file, "w") as book:
        # OCF 3.3, 4.2: the first, and not packed, so that it is found by its place
        book.writestr(_entry("mimetype", ZIP_STORED), MEDIA_TYPE)
        _put(book, "META-INF/container.xml", [_CONTAINER])
        _put(book, "EPUB/book.css", [inlined("epub/book.css")])
        chapters = [_chapter(book, episode, each) for each in sections(episode)]
        values = _values(episode, chapters)
        _put(book, "EPUB/nav.xhtml", filled("epub/nav.xhtml", **values))
        _put(book, "EPUB/package.opf", filled("epub/package.opf", **values))
        with book.open(_entry(f"EPUB/{values['cover']}", ZIP_STORED), "w") as cover:
            cover.write(episode.cover)
        sound = _entry("EPUB/audio.mp3", ZIP_STORED)
        sound.file_size = mp3.stat().st_size
        with mp3.open("rb") as source, book.open(sound, "w") as copy:
            shutil.copyfileobj(source, copy, _PIECE)


def _chapter(book: ZipFile, episode: Episode, section: Section) -> Chapter:
    """Write a chapter and its overlay."""
    pars = overlay(section)
    values = {
        "section": section,
        "script": episode.script,
        "title": _title(episode),
        "own": wording(episode.script.language),
        "manner": Manner(lit=True, kinds=KINDS),
        "pars": pars,
    }
    name = f"EPUB/c{section.number}"
    _put(book, f"{name}.xhtml", filled("epub/chapter.xhtml", **values))
    if pars:
        _put(book, f"{name}.smil", filled("epub/overlay.smil", **values))
    length_ms = sum(par.end_ms - par.begin_ms for par in pars)
    return Chapter(section.number, section.chapter.title, length_ms)


def _values(episode: Episode, chapters: list[Chapter]) -> dict[str, object]:
    """Give what package and navigation tell of the whole."""
    article, script = episode.article, episode.script
    png = episode.cover.startswith(b"\x89PNG")
    return {
        "chapters": chapters,
        "length_ms": sum(chapter.length_ms for chapter in chapters),
        "script": script,
        "article": article,
        "title": _title(episode),
        "own": wording(script.language),
        "identifier": guid_of(article),
        "modified": _modified(article.published),
        "dated": compiled(_DATE).fullmatch(article.published) is not None,
        "source": web_link(article.url),
        "voice": episode.voice,
        "english": "" if primary(script.language) == "en" else "en",
        "cover": "cover.png" if png else "cover.jpg",
        "cover_type": "image/png" if png else "image/jpeg",
    }


def _title(episode: Episode) -> str:
    return episode.script.title or episode.article.title or episode.name


def _modified(published: str) -> str:
    """Date the package, as it must be: by its article, for the same bytes each time."""
    match = compiled(_DATE).fullmatch(published)
    year, month, day = match.groups("01") if match else ("2000", "01", "01")
    return f"{year}-{month}-{day}T00:00:00Z"


def _put(book: ZipFile, name: str, pieces: Iterable[str]) -> None:
    with book.open(_entry(name, ZIP_DEFLATED), "w") as file:
        for piece in _joined(pieces):
            file.write(piece.encode("utf-8", "replace"))


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Put small pieces together: each that is written costs a call to zlib."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _PIECE:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _entry(name: str, packed: int) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_DAY)
    entry.compress_type = packed
    entry.create_system = 3  # as on Unix, wherever it was made
    entry.external_attr = 0o644 << 16
    return entry
