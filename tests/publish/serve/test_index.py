import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import html

from narrate.publish.feed.channel import Channel
from narrate.publish.serve.shelf import Shelf
from tests.served import put_episode

HOSTILE = (
    "</title></h2></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)> "
    "&amp; \x00\x1b[31m\x9b \ufffe \u202e --> ]]>"
)


def page_of(folder: Path, title: str = "Show") -> str:
    told: list[str] = []
    page = (
        Shelf(folder, Channel(title, ""), told.append)
        .page("http://localhost:8484")
        .body
    )
    return page.decode()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes += [name for name, _ in attrs]


def test_an_episode_is_listed_with_what_a_listener_asks_for(tmp_path: Path) -> None:
    folder = put_episode(tmp_path, "mines")
    (folder / "index.html").touch()
    tree = html.fromstring(page_of(tmp_path))
    (article,) = tree.iter("article")
    assert article.findtext("h2") == "Mines"
    (when,) = article.iter("time")
    assert (when.get("datetime"), when.text) == ("2026-11-03", "3 November 2026")
    facts = article.find("p").text_content()
    assert facts == "3 November 2026, Nora Whitfield, 1 minute, 2 chapters"
    (player,) = article.iter("audio")
    assert {**player.attrib} == {
        "controls": "",
        "preload": "none",
        "src": "/mines/mines.mp3",
        "aria-label": "Mines",
    }
    links = [(link.text, link.get("href")) for link in article.iter("a")]
    assert links == [("Read along", "/mines/index.html"), ("MP3", "/mines/mines.mp3")]


def test_the_page_is_whole_html_for_everyone(tmp_path: Path) -> None:
    put_episode(tmp_path, "mines")
    page = page_of(tmp_path)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    tree = html.fromstring(page)
    assert tree.findtext(".//title") == "Show"
    assert [each.text for each in tree.iter("h1")] == ["Show"]
    assert tree.xpath("//meta[@name='viewport']")
    assert tree.xpath("//main//article")
    assert not list(tree.iter("script"))
    for link in tree.iter("a"):  # read alone in a list of links, each is clear
        name = link.get("aria-label") or link.text
        assert name
        assert link.text in name


def test_the_feed_s_address_stands_on_the_page(tmp_path: Path) -> None:
    tree = html.fromstring(page_of(tmp_path))
    (feed,) = tree.xpath("//header//a")
    assert (feed.text, feed.get("href")) == (
        "http://localhost:8484/feed.xml",
        "/feed.xml",
    )
    assert tree.xpath("//link[@rel='alternate'][@type='application/rss+xml']")


def test_an_empty_shelf_says_what_to_do(tmp_path: Path) -> None:
    assert "No episode yet. Make one: narrate build ARTICLE" in page_of(tmp_path)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    put_episode(
        tmp_path,
        "mines",
        HOSTILE,
        byline=HOSTILE,
        summary=HOSTILE,
        published="",
    )
    plain, tags = Tags(), Tags()
    page = page_of(tmp_path, HOSTILE)
    tags.feed(page)
    put_episode(tmp_path / "other", "mines", published="")
    plain.feed(page_of(tmp_path / "other"))
    assert tags.found == plain.found
    assert set(tags.attributes) <= set(plain.attributes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe]", page)


def test_an_episode_s_own_language_is_told(tmp_path: Path) -> None:
    put_episode(tmp_path, "minen", "Minen", language="de-AT")
    assert '<h2 lang="de-AT" dir="auto">Minen</h2>' in page_of(tmp_path)


@pytest.mark.parametrize(
    ("published", "written"),
    [
        ("2026-11-03", "3 November 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
    ],
)
def test_a_date_is_written_out(tmp_path: Path, published: str, written: str) -> None:
    put_episode(tmp_path, "mines", published=published)
    assert f'<time datetime="{published}">{written}</time>' in page_of(tmp_path)


@pytest.mark.parametrize("published", ["", "2026-02-31", "0000", "2026-13", "٢٠٢٦"])
def test_what_is_no_date_is_left_out(tmp_path: Path, published: str) -> None:
    put_episode(tmp_path, "mines", published=published)
    assert "<time" not in page_of(tmp_path)


def test_a_long_list_has_players_only_for_the_newest(tmp_path: Path) -> None:
    for number in range(60):
        put_episode(tmp_path, f"e{number}")
    page = page_of(tmp_path)
    assert page.count("<article>") == 60
    assert page.count("<audio ") == 50
    assert page.count(">MP3</a>") == 60


def test_any_name_becomes_a_link_that_leads_to_it(tmp_path: Path) -> None:
    put_episode(tmp_path, 'a "b" <c> 100% #1?')
    link = "/a%20%22b%22%20%3Cc%3E%20100%25%20%231%3F/"
    assert f'<a href="{link}' in page_of(tmp_path)


def test_a_very_long_title_is_no_trouble(tmp_path: Path) -> None:
    put_episode(tmp_path, "mines", "<" * 100_000)
    assert page_of(tmp_path).count("&lt;" * 100_000) == 3
