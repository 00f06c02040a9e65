import base64
import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given

from narrate.episode import Episode
from narrate.model import Dropped
from narrate.publish.article import sections
from narrate.publish.clean import seconds, tidy
from narrate.publish.outline import outline
from narrate.publish.page import page
from narrate.words import words_of
from tests.publish.episodes import letters, of_article, of_texts, retitled, treated
from tests.publish.hostile import HOSTILE, texts
from tests.publish.sheets import parsed, read_from, text_of

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])
BYTES_A_WORD, BYTES_OF_PAGE = 40, 40_000


def page_of(episode: Episode) -> Element:
    return parsed(page(episode))


def data_in(made: Element) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text_of(made.find(".//script[@id='data']")))
    return data


def lit(made: Element) -> list[Element]:
    return made.findall(".//span[@class='s']")


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_all_that_is_heard_is_read_once_in_its_order(article: Path) -> None:
    episode = of_article(article)
    made = page_of(episode)
    laid = [each for section in sections(episode) for each, _ in section.sentences()]
    assert [(s.get("id"), len(s), s.text) for s in lit(made)] == [
        (f"s{each.number}", 0, each.text) for each in laid
    ]
    read, at = letters(read_from(made)), 0
    for part in outline(episode):
        for block in part.blocks:
            found = read.find(letters(tidy(block.text)), at)
            assert found >= at, block.text
            at = found + len(letters(block.text))


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_each_chapter_has_a_heading_and_a_link_to_its_second(article: Path) -> None:
    episode = of_article(article)
    made = page_of(episode)
    chapters = episode.timeline.chapters
    links = [each.get("href") for each in made.findall(".//noscript/nav//a")]
    name = f"./{article.stem}.mp3"
    wanted = [f"{name}#t={seconds(chapter.start_ms)}" for chapter in chapters]
    assert links == (wanted if len(chapters) > 1 else [])
    for number, chapter in enumerate(chapters, 1):
        place = made.find(f".//*[@id='c{number}']")
        assert place is not None
        assert place.get("class") == "chapter beside" if chapter.aside else "chapter"
    headed = made.findall(".//section[@class]/h2")
    assert len(headed) >= len(chapters) - 1
    audio = made.find(".//audio[@id='audio']")
    assert audio is not None
    assert (audio.get("src"), "controls" in audio.attrib) == (name, True)


@pytest.mark.parametrize(
    "asked", [[], ["quote=aside", "list-item=aside", "code=aside"]]
)
@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_what_stands_beside_is_inside_what_says_so(
    article: Path, asked: list[str]
) -> None:
    made = page_of(treated(article, *asked))
    beside = {
        each.get("id")
        for holder in made.findall(".//article//*[@class]")
        if "beside" in holder.get("class", "").split()
        for each in lit(holder)
    }
    told = data_in(made)["asides"]
    assert beside == {f"s{n + 1}" for a, b in told for n in range(a, b + 1)}


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_headings_and_landmarks_are_in_order(article: Path) -> None:
    (main,) = page_of(of_article(article)).findall(".//main")
    levels = [int(e.tag[1]) for e in main.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_nothing_is_asked_for_but_the_sound_and_only_our_script_runs() -> None:
    made = page_of(of_article(ARTICLES / "minefields.txt"))
    tags = {element.tag for element in made.iter()}
    assert not tags & {"link", "img", "iframe", "object", "base", "embed"}
    attributes = {key for element in made.iter() for key in element.attrib}
    assert not [key for key in attributes if key.startswith("on") or key == "style"]
    places = [e for e in made.iter() if e.get("src") or e.get("data")]
    assert [place.tag for place in places] == ["audio"]
    ids = [e.get("id") for e in made.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_the_policy_names_the_very_style_and_script() -> None:
    made = page_of(of_article(ARTICLES / "minefields.txt"))
    policy = made.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    rules = dict(r.split(" ", 1) for r in policy.get("content", "").split("; "))
    assert rules["default-src"] == "'none'"
    (style,) = made.findall(".//style")
    data, program = made.findall(".//script")
    assert data.get("type") == "application/json"
    for name, element in (("style-src", style), ("script-src", program)):
        digest = hashlib.sha256(text_of(element).encode()).digest()
        assert rules[name] == f"'sha256-{base64.b64encode(digest).decode()}'"


@given(texts)
def test_no_text_breaks_the_page(said: list[str]) -> None:
    made = page_of(of_texts(said))
    shown = [tidy(text) for text in said if tidy(text)]
    assert [element.text for element in lit(made)] == shown
    assert len(data_in(made)["starts"]) == len(shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_title_name_reason_or_link_breaks_the_page(text: str) -> None:
    episode = retitled(of_texts(["said"]), text)
    dropped = (Dropped(text, (1,), text),)
    article = replace(
        episode.article, url=f"https://a.b/{text}", site=text, byline=text
    )
    script = replace(episode.script, dropped=dropped, language=text[:20], byline=text)
    audio = Path("out/a") / (text[:40].replace("/", "").replace("\0", "") + ".mp3")
    chapters = (replace(episode.timeline.chapters[0], title=text),) * 2
    timeline = replace(episode.timeline, chapters=chapters)
    script = replace(script, sections=script.sections * 2)
    timeline = replace(timeline, cues=timeline.cues * 2)
    made = page_of(replace(episode, article=article, script=script, audio=audio,
                           timeline=timeline))  # fmt: skip
    told = data_in(made)
    assert told["title"] == tidy(text) or not tidy(text)
    assert told["by"] == tidy(text)
    assert [title for title, *_ in told["chapters"]] == [tidy(text)] * 2
    assert tidy(text) in text_of(made.find(".//details"))
    assert len(made.findall(".//h1")) == 1
    assert len(made.findall(".//script")) == 2
    assert not made.findall(".//svg[@onload]")


def test_the_same_episode_gives_the_same_page() -> None:
    pages = ["".join(page(of_article(ARTICLES / "minefields.txt"))) for _ in "12"]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("times", [1, 36])
def test_a_page_is_small_and_has_an_element_for_each_sentence(
    tmp_path: Path, times: int
) -> None:
    head, *rest = (ARTICLES / "minefields.txt").read_text().split("\n\n")
    lines = [f"{each} Number {n}." if len(each) > 60 else each
             for n in range(times) for each in rest]  # fmt: skip
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join((head, *lines)))
    episode = of_article(path)
    words = sum(len(words_of(u.written)) for u in episode.script.utterances())
    assert words > 10_000 or times == 1
    text = "".join(page(episode))
    assert len(text.encode()) <= BYTES_A_WORD * words + BYTES_OF_PAGE
    made = parsed([text])
    (main,) = made.iter("main")
    said = len(lit(made))
    blocks = sum(len(part.blocks) for part in outline(episode))
    holders = 4 * blocks + 8 * len(episode.timeline.chapters)
    assert (
        len(list(main.iter())) <= said + holders + 4 * len(episode.script.dropped) + 40
    )
