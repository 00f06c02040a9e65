"""A picture in a tag: what it says it is, and what its bytes are."""

import struct
from dataclasses import dataclass

from narrate.check.id3 import Frame
from narrate.check.text import read_text

FRONT = 3
"""The type of a front cover."""

_PNG = struct.Struct(">8s4x4sII")
_UTF16_KINDS = (1, 2)
# A JPEG's start of frame: all but DHT (C4), JPG (C8) and DAC (CC).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length
_MARKER, _SCAN, _END = 0xFF, 0xDA, 0xD9


@dataclass(frozen=True, slots=True)
class Picture:
    """One APIC frame."""

    number: int
    """Of its frame."""

    mime: str
    """What it says it is."""

    kind: int
    """What it shows: 3 is the front cover."""

    size: int
    """Its bytes."""

    found: str
    """What its bytes are: "image/jpeg", "image/png" or nothing."""

    width: int
    """In pixels; 0 where it is not known."""

    height: int
    """In pixels."""


def read_picture(frame: Frame, major: int) -> Picture | None:
    """Read an APIC frame; None if it ends too early."""
    coded, (mime, end, rest) = frame.body[:1], frame.body[1:].partition(b"\0")
    if not end or not rest:
        return None
    kind, rest = rest[0], rest[1:]
    after = _behind_text(rest, wide=coded[0] in _UTF16_KINDS)
    data = memoryview(rest)[after:]
    found, width, height = measure(data)
    said = read_text(b"\0" + mime, major).value
    return Picture(frame.number, said, kind, len(data), found, width, height)


def measure(data: bytes | memoryview) -> tuple[str, int, int]:
    """Tell a picture's MIME type, width and height; ("", 0, 0) if it is neither."""
    head = bytes(data[: _PNG.size])
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        if len(head) < _PNG.size:
            return "image/png", 0, 0
        _, chunk, width, height = _PNG.unpack(head)
        return ("image/png", width, height) if chunk == b"IHDR" else ("image/png", 0, 0)
    if head.startswith(b"\xff\xd8\xff"):
        return ("image/jpeg", *_jpeg_size(data))
    return "", 0, 0


def _jpeg_size(data: bytes | memoryview) -> tuple[int, int]:
    """Go from marker to marker until the one that tells the size."""
    at = 2
    while at + 9 <= len(data) and data[at] == _MARKER:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker in {_SCAN, _END}:
            break
        if marker == _MARKER:
            at += 1  # fill bytes
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4]), 2)
    return 0, 0


def _behind_text(rest: bytes, *, wide: bool) -> int:
    """Find the byte after a text that ends in NUL, which may be of two bytes."""
    if not wide:
        return rest.find(b"\0") + 1 or len(rest)
    at = 0
    while (at := rest.find(b"\0\0", at)) >= 0:
        if at % 2 == 0:
            return at + 2
        at += 1
    return len(rest)
