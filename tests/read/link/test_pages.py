from pathlib import Path

import pytest

from narrate.read.link.pages import Facts, Page, Pages

LINK = "https://news.example/a"
FACTS = Facts(LINK, "text/html", "utf-8", '"1"', "", 1_700_000_000.5)
PAGE = Page(FACTS, bytes(range(200)))


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def test_a_page_is_found_again_by_its_link(pages: Pages) -> None:
    assert pages.get(LINK) is None
    pages.put(LINK, PAGE)
    assert pages.get(LINK) == PAGE
    assert pages.get(LINK + "?") is None


@pytest.mark.parametrize(
    "whole", [b"", b"ab", b"\xff\0\0\0{}", b"\2\0\0\0{}page", b"\3\0\0\0[1]page"]
)
def test_an_entry_that_is_no_page_is_a_missing_page(pages: Pages, whole: bytes) -> None:
    pages.put(LINK, PAGE)
    (path,) = pages.store.folder.glob("??/*")
    pages.store.put(path.name, whole)
    assert pages.get(LINK) is None


def test_a_page_that_may_not_be_kept_is_not_and_takes_the_one_before_along(
    pages: Pages,
) -> None:
    pages.put(LINK, PAGE)
    pages.put(LINK, Page(FACTS, b"secret", may_keep=False))
    assert pages.store.size() == 0


def test_a_link_of_bytes_that_are_no_text_has_a_place_too(pages: Pages) -> None:
    pages.put("http://news.example/\udcff", PAGE)
    assert pages.get("http://news.example/\udcff") == PAGE
