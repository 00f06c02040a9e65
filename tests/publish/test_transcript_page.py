import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given

from narrate.episode import Episode
from narrate.model import Dropped
from narrate.publish.clean import tidy
from narrate.publish.outline import outline
from narrate.publish.transcript_page import transcript_page
from tests.publish.episodes import letters, of_article, of_texts, retitled
from tests.publish.hostile import HOSTILE, texts
from tests.publish.sheets import parsed, read_from, text_of

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])


def page_of(episode: Episode) -> Element:
    return parsed(transcript_page(episode))


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_all_that_is_heard_is_read_once_in_its_order(article: Path) -> None:
    episode = of_article(article)
    page = page_of(episode)
    read = letters(read_from(page))
    at = 0
    for part in outline(episode):
        for block in part.blocks:
            found = read.find(letters(tidy(block.text)), at)
            assert found >= at, block.text
            at = found + len(letters(block.text))


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_each_chapter_has_a_heading_that_leads_to_its_second(article: Path) -> None:
    episode = of_article(article)
    page = page_of(episode)
    links = [a.get("href", "") for a in page.findall(".//section/h2/a")]
    starts = [chapter.start_ms for chapter in episode.timeline.chapters]
    if len(links) < len(starts):  # the first holds no more than the head
        assert page.find(".//header[@id='c1']") is not None
        starts = starts[1:]
    name = f"./{article.stem}.mp3#t="
    assert links == [f"{name}{ms // 1000}.{ms % 1000:03d}" for ms in starts]
    for link in page.findall(".//nav//a"):
        anchor = link.get("href", "").removeprefix("#")
        assert page.find(f".//*[@id='{anchor}']") is not None


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_headings_and_landmarks_are_in_order(article: Path) -> None:
    page = page_of(of_article(article))
    levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert len(page.findall(".//main")) == 1
    assert text_of(page.find(".//title"))
    assert page.get("lang") == "en"
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = page_of(of_article(ARTICLES / "minefields.txt"))
    tags = {element.tag for element in page.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "audio"}
    attributes = {key for element in page.iter() for key in element.attrib}
    assert not [key for key in attributes if key.startswith("on") or key == "style"]
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    digest = hashlib.sha256(text_of(page.find(".//style")).encode()).digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy.get("content", "")
    assert policy.get("content", "").startswith("default-src 'none';")
    assert "url(" not in text_of(page.find(".//style"))


@given(texts)
def test_no_text_breaks_the_page(said: list[str]) -> None:
    page = page_of(of_texts(said))
    read = letters(read_from(page)).removeprefix("Atitle").removeprefix("Listen")
    read = read.removeprefix("One")
    assert read == letters("".join(map(tidy, said)))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_title_name_reason_or_link_breaks_the_page(text: str) -> None:
    episode = retitled(of_texts(["said"]), text)
    dropped = (Dropped(text, (1,), text),)
    article = replace(
        episode.article, url=f"https://a.b/{text}", site=text, byline=text
    )
    script = replace(episode.script, dropped=dropped, language=text[:20])
    audio = Path("out/a") / (text[:40].replace("/", "").replace("\0", "") + ".mp3")
    page = page_of(replace(episode, article=article, script=script, audio=audio))
    assert len(page.findall(".//h1")) == 1
    assert tidy(text) in text_of(page.find(".//details"))
    assert not page.findall(".//script")


def test_captions_lists_quotations_and_tables_look_like_themselves() -> None:
    page = page_of(of_article(ARTICLES / "formats" / "ferry.md"))
    assert text_of(page.find(".//section/ul/li")) == "Flour for six weeks"
    assert len(page.findall(".//ul[@class='own']")) == 0
    assert len(page.findall(".//blockquote/p")) == 1
    assert text_of(page.find(".//figcaption")) == "A table of three rows."
    assert text_of(page.find(".//pre")).count("\n") == 2
    page = page_of(of_article(ARTICLES / "minefields.txt"))
    (note, *_) = page.findall(".//section[@class='chapter beside']/aside")
    assert note.get("role") == "note"
    assert text_of(note).strip().startswith("Caption: Sappers preparing")


def test_other_languages_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "A village\n\nHe said: “Nous avons attendu dix ans, et personne n’est venu "
        "nous voir,” on Tuesday. The ministry did not reply to him.\n"
    )
    page = page_of(of_article(path))
    (french,) = page.findall(".//span[@lang='fr']")
    assert text_of(french).startswith("“Nous avons")


def test_what_the_page_says_itself_is_in_the_language_it_is_marked_with() -> None:
    episode = of_texts(["Dit."])
    for language, heard, lang in (("nl", "Listen", "en"), ("de", "Anhören", None)):
        script = replace(episode.script, language=language)
        page = page_of(replace(episode, script=script))
        link = page.find(".//header/p/a")
        assert text_of(link) == heard
        marked = page.find(".//header/p/a/span")
        assert (marked is not None and marked.get("lang")) == (lang or False)


def test_what_is_left_out_is_listed_with_its_reason() -> None:
    episode = of_article(ARTICLES / "minefields.txt")
    items = page_of(episode).findall(".//details//li")
    assert [(text_of(li.find("q")), text_of(li.find("span"))) for li in items] == (
        [(tidy(each.text), each.reason) for each in episode.script.dropped]
    )
