import os
import time

import pytest

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read import sandbox
from narrate.read.base import Page, Source
from narrate.read.sandbox import read_apart

SOURCE = Source("page.html", b"words")


def _reads(source: Source) -> Page:
    return Page((Line(source.data.decode(), 1),))


def _refuses(source: Source) -> Page:
    raise ArticleError(source.name, "is locked", "Unlock it")


def _misses_a_part(source: Source) -> Page:
    raise ImportError(name="lxml")


def _fails(source: Source) -> Page:
    raise ValueError("embedded null character")


def _crashes(source: Source) -> Page:
    os._exit(11)


def _hogs(source: Source) -> Page:
    return _reads(Source("", b"x" * 10 * sandbox.MEMORY_BYTES))


def _sleeps(source: Source) -> Page:
    time.sleep(60)
    return _reads(source)


def test_what_a_reader_makes_comes_back() -> None:
    assert read_apart(_reads, SOURCE) == Page((Line("words", 1),))


def test_what_a_reader_says_is_wrong_comes_back() -> None:
    with pytest.raises(ArticleError, match=r"page.html is locked. Unlock it."):
        read_apart(_refuses, SOURCE)
    with pytest.raises(ImportError) as caught:
        read_apart(_misses_a_part, SOURCE)
    assert caught.value.name == "lxml"


def test_a_failure_of_a_foreign_parser_is_a_sentence() -> None:
    with pytest.raises(ArticleError, match=r"can't be read: ValueError, embedded"):
        read_apart(_fails, SOURCE)


def test_a_file_that_kills_its_reader_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"page.html made its reader crash"):
        read_apart(_crashes, SOURCE)


def test_a_file_that_takes_all_memory_is_refused() -> None:
    with pytest.raises(ArticleError, match="needs too much memory"):
        read_apart(_hogs, SOURCE)


def test_a_file_that_takes_forever_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    with pytest.raises(ArticleError, match=r"took more than 0.2 seconds"):
        read_apart(_sleeps, SOURCE)
