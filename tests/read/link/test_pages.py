import os
from pathlib import Path

import pytest

from narrate.read.link.pages import Facts, Page, Pages

LINK = "https://news.example/a"
FACTS = Facts(LINK, "text/html", "utf-8", '"1"', "", 1_700_000_000.5)
PAGE = Page(FACTS, bytes(range(200)))


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "pages")


def test_a_page_is_found_again_by_its_link(pages: Pages) -> None:
    assert pages.get(LINK) is None
    pages.put(LINK, PAGE)
    assert pages.get(LINK) == PAGE
    assert pages.get(LINK + "?") is None


@pytest.mark.parametrize("damage", ["cut", "flipped", "facts", "empty", "other mark"])
def test_a_broken_entry_is_a_missing_entry(pages: Pages, damage: str) -> None:
    pages.put(LINK, PAGE)
    (path,) = pages.folder.iterdir()
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[:-7],
            "flipped": data[:-1] + bytes([data[-1] ^ 0xFF]),
            "facts": data.replace(b'"charset"', b'"charsex"'),
            "empty": b"",
            "other mark": b"NAP9" + data[4:],
        }[damage]
    )
    assert pages.get(LINK) is None
    pages.put(LINK, PAGE)
    assert pages.get(LINK) == PAGE


def test_the_least_recently_used_goes_first(pages: Pages) -> None:
    for age, link in enumerate("abc"):
        before = set(pages.folder.glob("*"))
        pages.put(link, PAGE)
        (new,) = set(pages.folder.iterdir()) - before
        os.utime(new, (1000 + age, 1000 + age))
    assert pages.get("a")  # used again, now
    size = max(path.stat().st_size for path in pages.folder.iterdir())
    pages.trim(2 * size)
    assert [pages.get(link) is not None for link in "abc"] == [True, False, True]


def test_a_page_left_half_written_is_cleared_away(pages: Pages) -> None:
    pages.put(LINK, PAGE)
    half, fresh = pages.folder / "x.part", pages.folder / "y.part"
    half.write_bytes(b"ha")
    fresh.write_bytes(b"ha")
    os.utime(half, (1000, 1000))
    pages.trim()
    assert not half.exists()
    assert fresh.exists(), "another build may be writing it"
    assert pages.get(LINK) == PAGE


def test_a_page_that_may_not_be_kept_is_not_and_takes_the_one_before_along(
    pages: Pages,
) -> None:
    pages.put(LINK, PAGE)
    pages.put(LINK, Page(FACTS, b"secret", may_keep=False))
    assert list(pages.folder.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file where a folder should be")
    pages = Pages(tmp_path / "pages")
    pages.put(LINK, PAGE)
    assert pages.get(LINK) is None


def test_an_interruption_leaves_no_half_page(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        pages.put(LINK, PAGE)
    assert list(pages.folder.iterdir()) == []


def test_a_link_of_bytes_that_are_no_text_has_a_place_too(pages: Pages) -> None:
    pages.put("http://news.example/\udcff", PAGE)
    assert pages.get("http://news.example/\udcff") == PAGE
