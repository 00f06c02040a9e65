"""Open the input: the only file that touches it, and the first to refuse it."""

import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from narrate.errors import ArticleError

MOST_BYTES = 20_000_000
"""About three million words, or 300 hours of audio: more is not an article."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, as Word and EPUB files are"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"ID3", "an MP3"),
    (b"OggS", "an Ogg file"),
    (b"RIFF", "a RIFF sound or picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_MOST_CONTROLS = (
    0.02  # a stray one is spoken around; a fiftieth of the file is not text
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The input as text."""

    name: str
    """The file's name without its folder."""

    text: str
    """Decoded, otherwise as it came."""

    notices: tuple[str, ...]
    """What the listener should know about it."""


def load(source: str, encoding: str = "") -> Loaded:
    """Read and decode a path, or `-` for standard input.

    Raises ArticleError, which names the file and says what to do.
    """
    name = "article" if source == "-" else Path(source).name
    data = _read_bytes(source, name)
    if not data.strip():
        raise ArticleError(name, "is empty", "Give a file with the article's text")
    _refuse_other_kinds(name, data)
    text, notices = _decode(name, data, encoding)
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html", "<?xml")):
        raise ArticleError(
            name,
            "is a web page's source, not its text",
            "Copy the article's text from the browser into a file and give that",
        )
    return Loaded(name, text, notices)


def _read_bytes(source: str, name: str) -> bytes:
    if source == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise ArticleError(
                name, "is not there: standard input is closed", "Pipe it in"
            )
        return _bounded(sys.stdin.buffer, name)
    path = Path(source)
    try:
        if path.is_dir():
            raise ArticleError(source, "is a folder", "Give the file of one article")
        with path.open("rb") as file:
            return _bounded(file, name)
    except FileNotFoundError:
        raise ArticleError(
            source, "does not exist", "Check the name, or list the folder"
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ArticleError(
            source, f"can't be opened: {why}", "Check the file's name and permissions"
        ) from error


def _bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ArticleError(
            name,
            f"is larger than {MOST_BYTES // 1_000_000} MB, about 300 hours of audio",
            "Split it into single articles",
        )
    return data


def _refuse_other_kinds(name: str, data: bytes) -> None:
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise ArticleError(
                name, f"is {kind}, not plain text", "Save or copy it as text first"
            )


def _decode(name: str, data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    if encoding:
        return _decode_as_told(name, data, encoding), ()
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_as_told(name, data, marked), ()
    _refuse_binary(name, data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_legacy(name, data)


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


def _refuse_binary(name: str, data: bytes) -> None:
    head = data[:65_536]
    if sum(byte in _CONTROLS for byte in head) > _MOST_CONTROLS * len(head) + 2:
        raise ArticleError(
            name, "is not text but binary data", "Give the article as plain text"
        )
