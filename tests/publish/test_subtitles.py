import html
import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pysrt
import pytest
import srt
import webvtt
from hypothesis import given

from narrate.episode import Episode
from narrate.publish import subtitles
from narrate.publish.clean import tidy
from tests.publish.episodes import letters, of_article, of_texts, retitled, written
from tests.publish.hostile import HOSTILE, texts

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
JOINER = "\u2060"


def vtt_of(episode: Episode) -> str:
    return "".join(subtitles.vtt(episode))


def srt_of(episode: Episode) -> str:
    return "".join(subtitles.srt(episode))


def shown_by_vtt(text: str) -> list[str]:
    cues = webvtt.from_buffer(io.StringIO(text)).captions
    return [html.unescape(re.sub("<[^>]*>", "", cue.raw_text)) for cue in cues]


def wanted(episode: Episode) -> list[str]:
    said = (tidy(cue.utterance.written) for cue in episode.timeline.cues)
    return [text for text in said if text]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_subtitles_hold_the_authors_words_once_and_to_the_end(article: Path) -> None:
    episode = of_article(article)
    vtt = shown_by_vtt(vtt_of(episode))
    assert letters("".join(vtt)) == letters(written(episode))
    cues = list(srt.parse(srt_of(episode)))
    said = [re.sub(r"^\[(Caption|Credit|Note)\] ", "", cue.content) for cue in cues]
    assert said == vtt
    assert [cue.index for cue in cues] == list(range(1, len(cues) + 1))
    length_ms = round(cues[-1].end.total_seconds() * 1000)
    assert length_ms == episode.timeline.length_ms
    assert all(one.end == other.start for one, other in pairwise(cues))


@given(texts)
def test_no_text_breaks_webvtt(said: list[str]) -> None:
    episode = of_texts(said)
    text = vtt_of(episode)
    assert shown_by_vtt(text) == wanted(episode)
    # what the standard forbids inside a cue, and what would end one
    assert text.count("-->") == len(wanted(episode))
    assert "\n\n\n" not in text


@given(texts)
def test_no_text_breaks_subrip(said: list[str]) -> None:
    episode = of_texts(said)
    text = srt_of(episode)
    for shown in (
        [cue.content for cue in srt.parse(text)],
        [cue.text for cue in pysrt.from_string(text)],
    ):
        assert [each.replace(JOINER, "") for each in shown] == (
            [each.replace(JOINER, "") for each in wanted(episode)]
        )
    assert not re.search(r"<[\w/]|\{\\", text)


def test_each_hostile_text_comes_through_whole() -> None:
    episode = of_texts(HOSTILE)
    assert shown_by_vtt(vtt_of(episode)) == wanted(episode)
    assert [cue.content.replace(JOINER, "") for cue in srt.parse(srt_of(episode))] == (
        wanted(episode)
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_the_note(title: str) -> None:
    text = vtt_of(retitled(of_texts(["said"]), title))
    assert shown_by_vtt(text) == ["said"]
    assert text.count("-->") == 1
    assert text.splitlines()[-1].startswith("Read aloud by a synthetic voice: silent")


def test_the_first_block_is_a_cue_as_some_apps_know_no_other() -> None:
    assert vtt_of(of_texts(["Said."])).startswith(
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v silent>Said.\n"
    )


def test_captions_are_marked_and_the_article_is_not(minefields: Path) -> None:
    episode = of_article(minefields)
    text = vtt_of(episode)
    assert "<v.caption Caption>Sappers preparing" in text
    assert "<v.credit Credit>Marta Holub" in text
    assert "<v silent>The front line is close" in text
    assert "\n[Caption] Sappers preparing" in srt_of(episode)
    assert "\nThe front line is close" in srt_of(episode)


def test_another_language_is_named() -> None:
    episode = of_texts(["Bonjour <toi>."])
    (cue,) = episode.timeline.cues
    french = replace(cue, utterance=replace(cue.utterance, language="fr"))
    timeline = replace(episode.timeline, cues=(french,))
    episode = replace(episode, timeline=timeline)
    assert "<v silent><lang fr>Bonjour &lt;toi&gt;.</lang>\n" in vtt_of(episode)


def test_a_book_of_more_than_99_hours_is_timed() -> None:
    at = 400_000_001
    episode = of_texts(["late"], [(at, at + 5)], at + 1000)
    assert "111:06:40.001 --> 111:06:41.001\n" in vtt_of(episode)
    assert "111:06:40,001 --> 111:06:41,001\n" in srt_of(episode)


def test_nothing_to_show_is_still_a_file() -> None:
    assert shown_by_vtt(vtt_of(of_texts(["", "\x00"]))) == []
    assert srt_of(of_texts([""])) == ""
