"""The reader of plain text: lines as they came, their characters mended."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.decode import MARKS, decode
from narrate.read.lines import split_lines

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_MOST_CONTROLS = (
    0.02  # a stray one is spoken around; a fiftieth of the file is not text
)
MOST_BYTES = 20_000_000
"""About three million words, or 300 hours of audio: more is not an article."""

_HEAD_BYTES = 65_536
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_text_file(source: Source) -> Page:
    """Read plain text in any encoding; raises ArticleError for what is none."""
    if len(source.data) > MOST_BYTES:
        most = f"is larger than {MOST_BYTES // 1_000_000} MB, about 300 hours of audio"
        raise ArticleError(source.name, most, "Split it into single articles")
    if not (source.told or source.data.startswith(_WIDE_MARKS)):
        _refuse_binary(source)
    if not source.told and (lines := _lines_of_utf8(source.data)):
        return Page(lines)
    text, notices = decode(source)
    return Page(split_lines(text), notices=notices)


def _lines_of_utf8(data: bytes) -> tuple[Line, ...]:
    """Decode line by line, so that a book is never held as one text; () if it can't be.

    No part of a letter's UTF-8 looks like the end of a line.
    """
    if b"\r" in data or data.startswith(MARKS):
        return ()
    try:
        return tuple(
            Line(str(line.removesuffix(b"\n"), "utf-8"), at)
            for at, line in enumerate(_with_last(BytesIO(data)), 1)
        )
    except UnicodeDecodeError:
        return ()


def _with_last(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what stands behind the last line's end too, though it is nothing."""
    line = b"\n"
    for line in lines:
        yield line
    if line.endswith(b"\n"):
        yield b""


def _refuse_binary(source: Source) -> None:
    head = source.data[:_HEAD_BYTES]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(head) + 2:
        raise ArticleError(
            source.name, "is not text but binary data", "Give the article as plain text"
        )
