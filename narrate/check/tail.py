"""Tags at a file's end: those of 1996 to 2003, which players still write and meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from narrate.check.id3 import HEADER_BYTES, tag_size

_ID3V1_BYTES, _MORE_BYTES, _APE_BYTES = 128, 227, 32
_APE_HAS_HEADER = 1 << 31
_MOST = 8  # in a row
_LONGEST = _ID3V1_BYTES + _MORE_BYTES


@dataclass(frozen=True, slots=True)
class Tail:
    """One tag at the end."""

    name: str
    """ID3v1, APE, Lyrics3 or ID3v2.4."""

    at: int
    """Its first byte in the file."""

    size: int
    """Its bytes."""


def read_tails(file: IO[bytes], begin: int, end: int) -> tuple[Tail, ...]:
    """Find the tags behind the sound, the last one first."""
    found: list[Tail] = []
    while len(found) < _MOST:
        start = max(begin, end - _LONGEST)
        file.seek(start)
        last = file.read(end - start)
        named = next(
            ((name, size) for name, look in _KINDS if (size := look(last)) > 0), None
        )
        if named is None or end - named[1] < begin:
            break
        end -= named[1]
        found.append(Tail(named[0], end, named[1]))
    return tuple(found)


def _id3v1(last: bytes) -> int:
    if last[-_ID3V1_BYTES:][:3] != b"TAG" or len(last) < _ID3V1_BYTES:
        return 0
    more = last[:_MORE_BYTES].startswith(b"TAG+") and len(last) == _LONGEST
    return _LONGEST if more else _ID3V1_BYTES


def _ape(last: bytes) -> int:
    footer = last[-_APE_BYTES:]
    if not footer.startswith(b"APETAGEX") or len(footer) < _APE_BYTES:
        return 0
    size = int.from_bytes(footer[12:16], "little")
    headed = int.from_bytes(footer[20:24], "little") & _APE_HAS_HEADER
    return size + (_APE_BYTES if headed else 0)


def _lyrics3(last: bytes) -> int:
    size = last[-15:-9]
    if not last.endswith(b"LYRICS200") or not size.isdigit():
        return 0
    return int(size) + 15


def _id3v2(last: bytes) -> int:
    footer = last[-HEADER_BYTES:]
    if not footer.startswith(b"3DI"):
        return 0
    return tag_size(b"ID3" + footer[3:]) or 0


_KINDS: tuple[tuple[str, Callable[[bytes], int]], ...] = (
    ("ID3v1", _id3v1),
    ("APE", _ape),
    ("Lyrics3", _lyrics3),
    ("ID3v2.4", _id3v2),
)
