"""The formats on offer: a new one is a file here and a row below."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.pdf.reader import read_pdf
from narrate.read.rtf.reader import read_rtf
from narrate.read.text import read_text_file


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file, how it is known, and who reads it."""

    name: str
    """As people say it."""

    begins: re.Pattern[bytes]
    """What the file's first bytes look like; an empty pattern that never matches."""

    suffixes: tuple[str, ...]
    """Of its file names, for kinds whose bytes don't tell."""

    media_types: tuple[str, ...]
    """What servers call it."""

    read: Callable[[Source], Page]
    """Raises ArticleError for a file that is broken, locked or holds no article."""

    trusted: bool = False
    """Read by Python alone: needs no process of its own."""


_NEVER = re.compile(rb"(?!)")

FORMATS = (
    Format(
        "PDF",
        re.compile(rb"\s{0,64}%PDF-\d"),
        (".pdf",),
        ("application/pdf", "application/x-pdf"),
        read_pdf,
    ),
    Format(
        "RTF",
        re.compile(rb"\s{0,64}\{\\rtf"),
        (".rtf",),
        ("application/rtf", "text/rtf", "text/richtext"),
        read_rtf,
    ),
    Format(
        "plain text",
        _NEVER,
        (".txt", ".text"),
        ("text/plain",),
        read_text_file,
        trusted=True,
    ),
)

_OTHERS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"ID3", "an MP3"),
    (b"OggS", "an Ogg file"),
    (b"RIFF", "a RIFF sound or picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04", "a zip archive, and no EPUB, Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "a file of Word 2003 or older"),
)
_HEAD_BYTES = 4096


def find_format(source: Source) -> Format:
    """Tell a file's format: by its bytes, its media type, its name; else it is text.

    Raises ArticleError for a kind that nobody here can read.
    """
    head = source.data[:_HEAD_BYTES]
    for known in FORMATS:
        if known.begins.match(head):
            return known
    for mark, kind in _OTHERS:
        if head.startswith(mark):
            raise ArticleError(
                source.name,
                f"is {kind}, which narrate can't read",
                "Save or copy it as text first",
            )
    named = [f for f in FORMATS if source.name.lower().endswith(f.suffixes)]
    served = [f for f in FORMATS if source.media_type in f.media_types]
    return (*served, *named, FORMATS[-1])[0]
