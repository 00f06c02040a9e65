"""The text in a tag's frames, and what is wrong with how it is written."""

import re
from dataclasses import dataclass
from enum import StrEnum

_LATIN, _UTF16, _UTF16_BE, _UTF8 = range(4)
_KNOWS_UTF8 = 4  # the version that brought it, and UTF-16 without a mark
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8_PAIR = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


class Flaw(StrEnum):
    """What may be wrong with a text."""

    NEW = "UTF-8 or UTF-16 without a mark, which came with ID3v2.4"
    NO_MARK = "UTF-16 without the two bytes that tell the order of bytes"
    UNKNOWN = "an encoding that no version knows"
    BROKEN = "bytes that are no character"
    MISREAD = "UTF-8 that is said to be Latin-1"


@dataclass(frozen=True, slots=True)
class Text:
    """What a frame says."""

    value: str
    """As a player would show it that means well."""

    flaw: Flaw | None = None
    """What is wrong with it."""


def read_text(body: bytes, major: int) -> Text:
    """Read a text frame: a byte for the encoding, then text up to the first NUL."""
    if not body:
        return Text("")
    kind, written = body[0], body[1:]
    if kind > _UTF8:
        return Text("", Flaw.UNKNOWN)
    if kind in {_UTF16, _UTF16_BE}:
        return _wide(kind, _cut_wide(written), major)
    new = Flaw.NEW if major < _KNOWS_UTF8 else None
    written = written.partition(b"\0")[0]
    if kind == _UTF8:
        return _decoded(written, "utf-8", new)
    if _UTF8_PAIR.search(written) and _is_utf8(written):
        return Text(written.decode("latin-1"), Flaw.MISREAD)
    return Text(written.decode("latin-1"))


def _wide(kind: int, written: bytes, major: int) -> Text:
    if not written:
        return Text("")
    new = Flaw.NEW if major < _KNOWS_UTF8 else None
    mark = _MARKS.get(written[:2])
    if kind == _UTF16_BE:
        return _decoded(written, "utf-16-be", new)
    if mark is None:
        return _decoded(written, "utf-16-le", Flaw.NO_MARK)
    return _decoded(written[2:], mark, None)


def _cut_wide(written: bytes) -> bytes:
    """Cut before the first character that is NUL."""
    at = 0
    while (at := written.find(b"\0\0", at)) >= 0:
        if at % 2 == 0:
            return written[:at]
        at += 1
    return written


def _decoded(written: bytes, encoding: str, flaw: Flaw | None) -> Text:
    try:
        return Text(written.decode(encoding), flaw)
    except UnicodeDecodeError:
        return Text(written.decode(encoding, "replace"), Flaw.BROKEN)


def _is_utf8(written: bytes) -> bool:
    try:
        written.decode()
    except UnicodeDecodeError:
        return False
    return True
