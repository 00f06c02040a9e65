"""A zip from a stranger: opened in bounds, counted while it is unpacked.

What an archive says of its own sizes is never believed. Only what is asked for is
unpacked, and nothing that lies inside is opened as an archive again.
"""

import re
import zipfile
import zlib
from io import BytesIO
from itertools import pairwise

from narrate.errors import ArticleError

MOST_BYTES = 200_000_000
"""Unpacked, in all; the longest fair book has 10 MB of text."""

MOST_ENTRY_BYTES = 50_000_000
"""Unpacked, of one entry."""

MOST_RATIO = 200
"""Of unpacked to packed bytes: fair markup stays under 50, zeros come to 1,030."""

MOST_ENTRIES = 10_000
"""In an archive; a book with a picture on every page has 2,000."""

_SMALL_BYTES = 1_000_000  # a short text of one letter may be packed beyond the ratio
_CHUNK_BYTES = 65_536
_HEADER_BYTES = 30  # before each entry's name
_LOCKED = 0x1
_METHODS = frozenset(
    {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
)  # others unpack at once
_ENTRY = re.compile(rb"PK\x01\x02")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, OSError)
_HOSTILE = ("unpacks to far more than it should, so that it may be hostile",)
_AGAIN = "Download or save it again"


class Archive:
    """The entries of a zip, by name."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open it; raises ArticleError for one that is broken, locked or hostile."""
        self.name = name
        self.unpacked_bytes = 0
        """So far: what has been held against the bounds."""
        if sum(1 for _ in _ENTRY.finditer(data)) > MOST_ENTRIES:
            raise self.error(f"holds more than {MOST_ENTRIES:,} files")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*_BROKEN, NotImplementedError):
            raise self.error(
                "is cut off or damaged: its zip archive can't be opened", _AGAIN
            ) from None
        self._refuse_overlaps()

    @property
    def names(self) -> list[str]:
        """Name every entry, in the archive's order."""
        return self._zip.namelist()

    def __contains__(self, entry: str) -> bool:
        """Tell whether it has an entry of that name."""
        return entry in self._zip.NameToInfo

    def read(self, entry: str) -> bytes:
        """Unpack an entry; raises ArticleError where it is missing, broken or huge."""
        try:
            info = self._zip.getinfo(entry)
        except KeyError:
            raise self.error(f"has lost its part {entry}", _AGAIN) from None
        if info.flag_bits & _LOCKED:
            raise self.error(
                "is locked with a password", "Save it without one, and give that"
            )
        if info.compress_type not in _METHODS:
            raise self.error(f"is packed in a way that its kind never is ({entry})")
        try:
            return self._unpack(info)
        except (*_BROKEN, NotImplementedError, RuntimeError):
            trouble = f"is damaged: its part {entry} can't be unpacked"
            raise self.error(trouble, _AGAIN) from None

    def find(self, entry: str) -> bytes:
        """Unpack an entry, or give nothing where there is none."""
        return self.read(entry) if entry in self else b""

    def error(self, trouble: str, remedy: str = "") -> ArticleError:
        """Say what is wrong with the archive, by its own name."""
        remedy = remedy or "Save the article's text into a file and give that"
        return ArticleError(self.name, trouble, remedy)

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack in small pieces, so that a bound is broken by one piece at most."""
        out = bytearray()
        with self._zip.open(info) as entry:
            while piece := entry.read(_CHUNK_BYTES):
                out += piece
                self.unpacked_bytes += len(piece)
                ratio_broken = len(out) > MOST_RATIO * max(1, info.compress_size)
                if (
                    len(out) > MOST_ENTRY_BYTES
                    or self.unpacked_bytes > MOST_BYTES
                    or (ratio_broken and len(out) > _SMALL_BYTES)
                ):
                    raise self.error(*_HOSTILE)
        return bytes(out)

    def _refuse_overlaps(self) -> None:
        """Refuse entries that share their bytes: only bombs are made so."""
        infos = sorted(self._zip.infolist(), key=lambda info: info.header_offset)
        for info, after in pairwise(infos):
            end = info.header_offset + _HEADER_BYTES + info.compress_size
            if end > after.header_offset:
                raise self.error(*_HOSTILE)
