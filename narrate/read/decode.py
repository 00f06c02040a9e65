"""Bytes into text: the mark, UTF-8, what was said of them, and only then a guess."""

import contextlib

from narrate.errors import ArticleError
from narrate.patterns import lazy
from narrate.read.base import Source

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

MARKS = tuple(mark for mark, _ in _MARKS)
"""What a file may begin with that says how it is encoded."""

_STRAY = lazy("[\udc80-\udcff]")  # how Python keeps a byte that is no UTF-8
_GOOD_TO_STRAY = 3


def decode(source: Source) -> tuple[str, tuple[str, ...]]:
    """Give a source's text, and what the listener should know about it.

    Raises ArticleError where the encoding that was told does not fit, or none does.
    """
    data = source.data
    if source.told:
        return _decode_as_told(source.name, data, source.encoding), ()
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_as_told(source.name, data, marked), ()
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode("utf-8"), ()
    if source.encoding:  # a server's word is often wrong, so UTF-8 goes first
        with contextlib.suppress(LookupError, UnicodeError):
            return data.decode(source.encoding), ()
    return _decode_nearly(source.name, data) or _decode_legacy(source.name, data)


def _decode_as_told(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise ArticleError(
            name,
            f"can't be read as {encoding}: there is no such encoding",
            "Give one such as utf-8, cp1252 or latin-1",
        ) from None
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        raise ArticleError(
            name,
            f"is not {encoding}: byte {at} does not fit",
            "Leave --encoding out, or give another",
        ) from None


def _decode_nearly(name: str, data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Decode UTF-8 into which a few bytes of Windows-1252 were pasted."""
    loose = data.decode("utf-8", "surrogateescape")
    strays = _STRAY.findall(loose)
    good = sum(not letter.isascii() for letter in loose) - len(strays)
    if good < _GOOD_TO_STRAY * len(strays):
        return None
    text = _STRAY.sub(
        lambda s: bytes([ord(s[0]) - 0xDC00]).decode("cp1252", "replace"), loose
    )
    notice = f"Read {len(strays)} bytes of {name} that are not UTF-8 as Windows-1252."
    return text, (notice,)


def _decode_legacy(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    import chardet  # noqa: PLC0415 - 40 ms of imports that UTF-8 never needs

    encoding = chardet.detect(data, prefer_superset=True)["encoding"]
    if encoding:
        with contextlib.suppress(LookupError, UnicodeError):
            notice = f"Read as {encoding}, the likeliest encoding of {name}."
            return data.decode(encoding), (notice,)
    raise ArticleError(
        name,
        "is not UTF-8, and its encoding can't be told",
        "Name it, for example --encoding cp1252",
    )
