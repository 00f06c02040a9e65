"""Open the input: the only file that touches it, and the first to refuse it."""

import sys
from pathlib import Path
from typing import BinaryIO

from narrate.errors import ArticleError
from narrate.options import Reading, is_link
from narrate.read.base import Source

MOST_BYTES = 200_000_000
"""A book with its pictures has less; how much text is too much, its reader says."""


def load(source: str, reading: Reading) -> Source:
    """Read the bytes of a path, of a link, or of standard input for `-`.

    Raises ArticleError, which names the file and says what to do.
    """
    if is_link(source):
        return _fetched(source, reading)
    if "://" in source:
        trouble = "is a link that can't be followed: only http and https are"
        raise ArticleError(source, trouble, "Save the page to a file and give that")
    name = "article" if source == "-" else Path(source).name
    data = _read_bytes(source, name)
    if not data.strip():
        raise ArticleError(name, "is empty", "Give a file with the article's text")
    encoding = reading.encoding
    return Source(name, data, encoding=encoding, told=bool(encoding))


def _fetched(link: str, reading: Reading) -> Source:
    # 30 ms of sockets and addresses that a file on disk need not wait for
    from narrate.folders import cache_home  # noqa: PLC0415
    from narrate.read.link.fetch import fetch  # noqa: PLC0415

    page = fetch(link, allow_private=reading.allow_private, cache=cache_home())
    if not page.data.strip():
        raise ArticleError(page.url, "is an empty page", "Check the link in a browser")
    return Source(
        page.url,
        page.data,
        url=page.url,
        media_type=page.media_type,
        encoding=reading.encoding or page.charset,
        told=bool(reading.encoding),
        notices=page.notices,
    )


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
            f"is larger than {MOST_BYTES // 1_000_000} MB",
            "Give a single article",
        )
    return data
