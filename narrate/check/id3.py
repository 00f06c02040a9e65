"""An ID3v2 tag as its bytes have it: nothing sorted, nothing mended, nothing hidden.

Layout: the header's flags and sizes of ID3v2.2, 2.3 and 2.4 (id3.org). Libraries that
read tags put right what we look for; so they can't be asked.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

HEADER_BYTES = 10
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10
_MOST_FRAMES = 10_000  # more is no tag: a hostile file may not fill our memory
MOST_INNER = 100
"""Frames in a frame."""

_SYNC_SAFE, _PLAIN = 128, 256  # what a byte of a size counts
_NAME = {2: re.compile(rb"[A-Z0-9]{3}"), 3: re.compile(rb"[A-Z0-9]{4}")}
_NAME[4] = _NAME[3]
KNOWN = tuple(_NAME)
"""Major versions that exist."""

# By version: the flags of a frame that say so.
_COMPRESSED, _ENCRYPTED = {3: 0x80, 4: 0x08}, {3: 0x40, 4: 0x04}
_GROUPED, _SPREAD, _MEASURED = {3: 0x20, 4: 0x40}, {4: 0x02}, {4: 0x01}


class Trouble(StrEnum):
    """What may be wrong with a tag's frames."""

    OTHER_SIZES = "sizes of another version"
    TOO_LONG = "a frame longer than its tag"
    EMPTY = "a frame with nothing in it"
    NO_NAME = "bytes where a frame's name should be"
    PADDING = "bytes in the padding"
    TOO_MANY = "more frames than a tag can need"


@dataclass(frozen=True, slots=True)
class Fault:
    """One place in a tag where its bytes are wrong."""

    trouble: Trouble
    """What."""

    frame: str
    """The frame that it is in or behind, as "TIT2 (frame 1)"."""

    size: int
    """Bytes that it is about."""

    room: int = 0
    """Bytes that there were."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: a name and bytes."""

    name: str
    """Four letters; three in ID3v2.2."""

    number: int
    """Counted from 1, in the order of the file."""

    body: bytes
    """Without its header; nothing where it is sealed."""

    sealed: str = ""
    """"compressed" or "encrypted": few players look inside."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A whole tag."""

    major: int
    """2, 3 or 4."""

    size: int
    """Its bytes in the file, with header and footer, as its header tells."""

    there: int
    """Those that the file has."""

    frames: tuple[Frame, ...]
    """In the order of the file."""

    faults: tuple[Fault, ...]
    """What is wrong with them."""

    padding: int
    """Bytes behind the last frame."""

    unsynchronised: bool
    """Whether every FF is followed by a 00 that does not count."""

    extended: bool
    """Whether there is a second header."""

    footer: bool
    """Whether the header is repeated at the end."""

    def named(self, name: str) -> tuple[Frame, ...]:
        """Give the frames of a name."""
        return tuple(frame for frame in self.frames if frame.name == name)


def tag_size(header: bytes) -> int | None:
    """Tell from ten bytes how long a tag is, with them; None if there is no tag."""
    if len(header) < HEADER_BYTES or header[:3] != b"ID3" or b"\xff" in header[3:5]:
        return None
    if any(byte >= _SYNC_SAFE for byte in header[6:10]):
        return None
    footer = HEADER_BYTES if header[5] & _FOOTER and header[3] == KNOWN[-1] else 0
    return HEADER_BYTES + _number(header[6:10], _SYNC_SAFE) + footer


def read_tag(data: bytes, there: int | None = None) -> Tag:
    """Read a tag; `data` begins with it, and may be only its first bytes.

    `there` are the bytes that the file has of it.
    """
    size = tag_size(data)
    if size is None:
        raise ValueError("there is no tag")
    major, flags = data[3], data[5]
    footer = bool(flags & _FOOTER) and major == KNOWN[-1]
    body = data[HEADER_BYTES : size - HEADER_BYTES if footer else size]
    unsynchronised = bool(flags & _UNSYNCHRONISED)
    if unsynchronised and major != KNOWN[-1]:  # there each frame is done by itself
        body = body.replace(b"\xff\0", b"\xff")
    extended = bool(flags & _EXTENDED) and major != KNOWN[0]
    if extended:
        body = body[_extension(body, major) :]
    known = major in _NAME
    frames, faults, padding = read_frames(body, major) if known else ((), (), 0)
    return Tag(
        *(major, size, size if there is None else there, frames, faults, padding),
        *(unsynchronised, extended, footer),
    )


def read_frames(
    body: bytes, major: int, most: int = _MOST_FRAMES
) -> tuple[tuple[Frame, ...], tuple[Fault, ...], int]:
    """Cut bytes into frames; give what is wrong, and the bytes of padding."""
    frames: list[Frame] = []
    faults: list[Fault] = []
    head = 6 if major == KNOWN[0] else HEADER_BYTES
    at, before = 0, "the tag's header"
    while at + head <= len(body) and body[at]:
        name = body[at : at + (3 if head != HEADER_BYTES else 4)]
        if not _NAME[major].fullmatch(name):
            faults.append(Fault(Trouble.NO_NAME, before, len(body) - at))
            return tuple(frames), tuple(faults), 0
        if len(frames) == most:
            faults.append(Fault(Trouble.TOO_MANY, before, len(body) - at))
            return tuple(frames), tuple(faults), 0
        size, other = _size(body, at, head, major)
        before = f"{name.decode()} (frame {len(frames) + 1})"
        room = len(body) - at - head
        if other:
            faults.append(Fault(Trouble.OTHER_SIZES, before, size))
        if size > room:
            faults.append(Fault(Trouble.TOO_LONG, before, size, room))
        if not size:
            faults.append(Fault(Trouble.EMPTY, before, 0))
        held = body[at + head : at + head + size]
        flags = body[at + 9] if head == HEADER_BYTES else 0
        frames.append(_opened(name.decode(), len(frames) + 1, held, flags, major))
        at += head + size
    rest = body[at:]
    if rest.strip(b"\0"):
        faults.append(Fault(Trouble.PADDING, before, len(rest)))
    return tuple(frames), tuple(faults), len(rest)


def _size(body: bytes, at: int, head: int, major: int) -> tuple[int, bool]:
    """Read a frame's size, and tell whether it is written as in another version.

    It is, where only so another frame, padding or the end comes after it.
    """
    if head != HEADER_BYTES:
        return int.from_bytes(body[at + 3 : at + 6]), False
    field = body[at + 4 : at + 8]
    own, other = (_PLAIN, _SYNC_SAFE) if major != KNOWN[-1] else (_SYNC_SAFE, _PLAIN)
    size, else_size = _number(field, own), _number(field, other)
    if size == else_size or _fits(body, at + head + size, major):
        return size, False
    if max(field) >= _SYNC_SAFE and own == _PLAIN:
        return size, False  # no sync-safe size has such a byte
    if _fits(body, at + head + else_size, major):
        return else_size, True
    return size, False


def _fits(body: bytes, at: int, major: int) -> bool:
    """Tell whether a frame could end here."""
    if at >= len(body):
        return at == len(body)
    return not body[at] or bool(_NAME[major].match(body, at))


def _opened(name: str, number: int, body: bytes, flags: int, major: int) -> Frame:
    """Take away what the flags of a frame say was added."""
    for word, bit in (("compressed", _COMPRESSED), ("encrypted", _ENCRYPTED)):
        if flags & bit.get(major, 0):
            return Frame(name, number, b"", word)
    if flags & _GROUPED.get(major, 0):
        body = body[1:]
    if flags & _MEASURED.get(major, 0):
        body = body[4:]
    if flags & _SPREAD.get(major, 0):
        body = body.replace(b"\xff\0", b"\xff")
    return Frame(name, number, body)


def _extension(body: bytes, major: int) -> int:
    """Tell how long the second header is; in ID3v2.4 its size counts itself."""
    if major == KNOWN[-1]:
        return max(_number(body[:4], _SYNC_SAFE), 4)
    return int.from_bytes(body[:4]) + 4


def _number(field: bytes, base: int) -> int:
    value = 0
    for byte in field:
        value = value * base + byte
    return value
