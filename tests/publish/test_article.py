from pathlib import Path

import pytest

from narrate.episode import Episode
from narrate.publish.article import Frame, Section, Shape, sections
from narrate.publish.outline import outline
from narrate.publish.sentences import Sentences
from narrate.roles import Role
from tests.publish.episodes import of_article, of_texts, treated

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])


def frames_of(episode: Episode) -> list[Frame]:
    return [frame for section in sections(episode) for frame in section.frames]


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_every_sentence_is_in_one_place_in_the_order_of_hearing(article: Path) -> None:
    episode = of_article(article)
    reading = Sentences()
    blocks = [block for part in outline(episode) for block in part.blocks]
    heard = [sentence for block in blocks for sentence in reading.of(block)]
    laid = [each for section in sections(episode) for each, _ in section.sentences()]
    assert laid == heard


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_what_stands_beside_is_known_as_beside(article: Path) -> None:
    for section in sections(of_article(article)):
        for sentence, beside in section.sentences():
            for _, cue in sentence.breaths:
                assert beside == (cue.utterance.aside or section.chapter.aside)


def test_chapters_are_counted_and_only_the_first_has_a_head() -> None:
    episode = of_article(ARTICLES / "minefields.txt")
    laid: list[Section] = list(sections(episode))
    assert [each.number for each in laid] == list(range(1, len(laid) + 1))
    assert tuple(each.chapter for each in laid) == episode.timeline.chapters
    assert [each.role for each in laid[0].head] == [Role.TITLE, Role.DEK, Role.BYLINE]
    assert not any(each.head for each in laid[1:])


def test_captions_lists_quotations_and_tables_have_their_own_frames() -> None:
    ferry = frames_of(of_article(ARTICLES / "formats" / "ferry.md"))
    assert [frame.shape for frame in ferry] == [
        Shape.TEXT, Shape.QUOTE, Shape.LIST, Shape.LINES, Shape.TEXT, Shape.BESIDE
    ]  # fmt: skip
    (table,) = ferry[3].paragraphs
    assert table.lines == ("Month | Crossings | Missed", "January | 42 | 9",
                           "February | 38 | 12")  # fmt: skip
    assert ferry[-1].aside
    mines = frames_of(of_article(ARTICLES / "minefields.txt"))
    (picture, *_) = [frame for frame in mines if frame.shape is Shape.BESIDE]
    assert [each.label for each in picture.paragraphs] == ["Caption", "Credit"]


def test_a_table_that_is_said_keeps_its_lines() -> None:
    episode = treated(ARTICLES / "formats" / "ferry.md", "table=say")
    (table,) = [f for f in frames_of(episode) if f.shape is Shape.LINES]
    (paragraph,) = table.paragraphs
    assert "".join(each.text for each in paragraph.sentences).count("\n") == 2
    assert paragraph.lines == ()
    assert paragraph.label == "Table"


def test_a_quotation_that_stands_beside_is_known_as_beside() -> None:
    episode = treated(
        ARTICLES / "formats" / "ferry.md", "quote=aside", "paragraph=aside"
    )
    shapes = {(frame.shape, frame.aside) for frame in frames_of(episode)}
    assert (Shape.QUOTE, True) in shapes
    assert (Shape.BESIDE, True) in shapes
    assert not [shape for shape in shapes if shape[0] is Shape.TEXT]


def test_a_list_with_marks_of_its_own_gets_no_others() -> None:
    for first, shape in (("• One", Shape.MARKED), ("One", Shape.LIST)):
        episode = of_texts([first, "Two"], role=Role.LIST_ITEM)
        assert [frame.shape for frame in frames_of(episode)] == [shape]


def test_what_cannot_be_shown_leaves_no_empty_place() -> None:
    episode = of_texts(["\x00", "\x01\x02"])
    (section,) = sections(episode)
    assert (section.frames, section.is_head) == ((), True)


def test_a_heading_is_the_chapter_s_title_and_others_stay_inside() -> None:
    first, second = list(sections(of_article(ARTICLES / "formats" / "ferry.md")))[:2]
    assert first.title == ()
    assert [each.text for each in second.title] == ["How an island waits"]
