import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from narrate.episode import Episode
from narrate.heard import Cue
from narrate.publish.article import sections
from narrate.publish.page_data import PageData
from narrate.publish.sentences import Sentence
from narrate.words import pack
from tests.publish.episodes import of_article, of_texts, retitled
from tests.publish.hostile import HOSTILE, texts

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])


def data_of(episode: Episode) -> tuple[dict[str, Any], list[Sentence], str]:
    """Give what a page's script is told, the sentences it tells of, and its text."""
    data = PageData(episode)
    laid = [each for section in data.noting(sections(episode))
            for each, _ in section.sentences()]  # fmt: skip
    text = "".join(data.written())
    told: dict[str, Any] = json.loads(text)
    return told, laid, text


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_the_script_is_told_when_each_sentence_and_word_is_heard(article: Path) -> None:
    told, laid, _ = data_of(of_article(article))
    assert list(accumulate(told["starts"])) == [each.start_ms for each in laid]
    assert len(told["words"]) == len(laid)
    for sentence, steps in zip(laid, told["words"], strict=True):
        at, now, found = 0, sentence.start_ms, []
        for skip, size, after in zip(steps[::3], steps[1::3], steps[2::3], strict=True):
            assert min(skip, size - 1, after) >= 0
            at, now = at + skip, now + after
            found.append((at, size, now))
            at += size
        assert found == list(sentence.words())


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_chapters_and_asides_lead_to_their_sentences(article: Path) -> None:
    episode = of_article(article)
    told, laid, _ = data_of(episode)
    chapters = episode.timeline.chapters
    listed = [(title, ms, bool(aside)) for title, ms, _, aside in told["chapters"]]
    assert listed == [(each.title, each.start_ms, each.aside) for each in chapters]
    for _, start_ms, first, _ in told["chapters"]:
        assert laid[first].start_ms >= start_ms
        assert first == 0 or laid[first - 1].start_ms < start_ms
    beside = [n for section in sections(episode) for n, (_, beside) in
              enumerate(section.sentences(), told["chapters"][section.number - 1][2])
              if beside]  # fmt: skip
    assert [n for a, b in told["asides"] for n in range(a, b + 1)] == beside


def test_it_tells_what_the_article_is_and_where_its_sound() -> None:
    episode = of_article(ARTICLES / "minefields.txt")
    told, _, _ = data_of(episode)
    assert told["version"] == 1
    assert told["audio"] == "./minefields.mp3"
    assert told["title"].startswith("Engineers Race")
    assert told["by"] == "Nora Whitfield"
    assert told["length"] == episode.timeline.length_ms
    again, _, _ = data_of(of_article(ARTICLES / "minefields.txt"))
    other, _, _ = data_of(of_article(ARTICLES / "lighthouse.txt"))
    assert told["key"] == again["key"] != other["key"]


def test_places_are_counted_as_scripts_count() -> None:
    episode = of_texts(["\U0001f600\U0001f600 yes \U00020000\U00020001 no"])
    (cue,) = episode.timeline.cues
    times = pack([(10, 20), (30, 40), (50, 60)])
    timed = replace(episode.timeline, cues=(Cue(0, 800, cue.utterance, times),))
    told, _, _ = data_of(replace(episode, timeline=timed))
    assert told["words"] == [[5, 3, 10, 1, 4, 20, 1, 2, 20]]


@given(texts)
def test_no_text_ends_the_script(said: list[str]) -> None:
    episode = of_texts(said)
    for text in said:
        _, _, data = data_of(retitled(episode, text))
        assert not set(data) & set("<>&\u2028\u2029")
        data.encode()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_or_title_of_a_chapter_ends_the_script(text: str) -> None:
    episode = of_texts(["Said."])
    chapters = (replace(episode.timeline.chapters[0], title=text),)
    script = replace(episode.script, byline=text)
    audio = Path("out/a") / (text[:40].replace("/", "").replace("\0", "") + ".mp3")
    timeline = replace(episode.timeline, chapters=chapters)
    episode = replace(episode, timeline=timeline, script=script, audio=audio)
    _, _, data = data_of(episode)
    assert not set(data) & set("<>&\u2028\u2029")
