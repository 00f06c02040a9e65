"""Open the input: the only file that touches it, and the first to refuse it."""

import sys
from pathlib import Path
from typing import BinaryIO

from narrate.errors import ArticleError
from narrate.options import Reading
from narrate.read.base import Source

MOST_BYTES = 20_000_000
"""About three million words, or 300 hours of audio: more is not an article."""


def load(source: str, reading: Reading) -> Source:
    """Read the bytes of a path, or of standard input for `-`.

    Raises ArticleError, which names the file and says what to do.
    """
    name = "article" if source == "-" else Path(source).name
    data = _read_bytes(source, name)
    if not data.strip():
        raise ArticleError(name, "is empty", "Give a file with the article's text")
    encoding = reading.encoding
    return Source(name, data, encoding=encoding, told=bool(encoding))


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
