"""A picture without what its camera or its editor wrote into it; no pixel is touched.

A photograph tells where and when it was taken, and often has a small picture of what
was there before it was cut: nothing that a listener means to publish.
"""

import re
import zlib
from collections.abc import Iterator

PNG_MARK = b"\x89PNG\r\n\x1a\n"

_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB cICP sBIT pHYs".split()
)
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # a marker that ends a scan
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPS = range(0xE0, 0xF0)
_JFIF_BYTES = 18  # with its marker; a longer one has a small picture behind it
_BROKEN = "breaks off or is damaged"


def bare(data: bytes) -> bytes:
    """Leave out all but the picture and its colours, of a JPEG or a PNG.

    What stands behind its end goes too. Raises ValueError for a broken file.
    """
    if data.startswith(PNG_MARK):
        return PNG_MARK + b"".join(_chunks(data))
    return b"\xff\xd8" + b"".join(_segments(data))


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG_MARK)
    while True:
        size = int.from_bytes(data[at : at + 4])
        chunk = data[at : at + 12 + size]
        name, total = chunk[4:8], chunk[-4:]
        if len(chunk) < 12 + size or int.from_bytes(total) != zlib.crc32(chunk[4:-4]):
            raise ValueError(_BROKEN)
        if name in _PNG_KEPT:
            yield chunk
        if name == b"IEND":
            return
        at += len(chunk)


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":  # fill
            at += 1
        if at + 4 > len(data) + 2 * (data[at : at + 2] == b"\xff\xd9"):
            raise ValueError(_BROKEN)
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if data[at] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError(_BROKEN)
        if marker == _END:
            yield b"\xff\xd9"
            return
        end = at + 2 + size
        if marker == _SCAN:
            found = _AFTER_SCAN.search(data, end)
            if not found:
                raise ValueError(_BROKEN)
            end = found.start()
        segment = data[at:end]
        if _stays(marker, segment):
            yield segment
        at = end


def _stays(marker: int, segment: bytes) -> bool:
    if marker not in _APPS:
        return marker != _COMMENT
    return segment[4:].startswith((b"ICC_PROFILE\0", b"Adobe")) or (
        segment[4:].startswith(b"JFIF\0") and len(segment) == _JFIF_BYTES
    )
