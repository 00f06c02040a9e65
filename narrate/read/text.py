"""The reader of plain text: lines as they came, their characters mended."""

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.decode import decode
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
    text, notices = decode(source)
    return Page(split_lines(text), notices=notices)


def _refuse_binary(source: Source) -> None:
    head = source.data[:_HEAD_BYTES]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(head) + 2:
        raise ArticleError(
            source.name, "is not text but binary data", "Give the article as plain text"
        )
