from dataclasses import replace

from narrate.episode import Episode
from narrate.publish.article import sections
from narrate.publish.overlay import Lit, overlay
from narrate.roles import Role
from tests.publish.episodes import of_texts


def clips(episode: Episode) -> tuple[Lit, ...]:
    (section,) = sections(episode)
    return overlay(section)


def test_a_clip_lasts_until_the_next_begins() -> None:
    times = [(100, 900), (1500, 1800)]
    first, second = clips(of_texts(["One.", "Two."], times, 2500))
    assert (first.start_ms, first.end_ms) == (0, 1500)
    assert (second.start_ms, second.end_ms) == (1500, 2500)


def test_no_clip_is_empty() -> None:
    times = [(0, 5), (0, 5), (5, 5)]
    made = clips(of_texts(["One.", "Two.", "Three."], times, 5))
    assert [(each.start_ms, each.end_ms) for each in made] == [(0, 1), (1, 4), (4, 5)]


def test_a_chapter_without_written_words_is_lit_whole() -> None:
    assert clips(of_texts([""])) == (Lit("c1", 0, 1000, ""),)


def test_a_footnote_is_one_and_a_caption_a_sidebar() -> None:
    (note,) = clips(of_texts(["Note."], role=Role.FOOTNOTE))
    (caption,) = clips(of_texts(["A bridge."], role=Role.CAPTION))
    assert (note.kind, caption.kind) == ("footnote", "sidebar")


def test_all_of_a_chapter_beside_can_be_skipped() -> None:
    episode = of_texts(["One.", "Two."])
    (chapter,) = episode.timeline.chapters
    aside = (replace(chapter, aside=True),)
    timeline = replace(episode.timeline, chapters=aside)
    made = clips(replace(episode, timeline=timeline))
    assert {each.kind for each in made} == {"sidebar"}
