from pathlib import Path

import pytest

from narrate.model import Article, Line, Passage
from narrate.publish.outline import Block, outline
from narrate.roles import FURNITURE, Role
from tests.publish.episodes import of_article, of_texts

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])


def blocks_of(path: Path) -> list[Block]:
    return [block for part in outline(of_article(path)) for block in part.blocks]


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_every_cue_is_in_one_block_in_the_order_of_hearing(article: Path) -> None:
    episode = of_article(article)
    parts = list(outline(episode))
    assert tuple(part.chapter for part in parts) == episode.timeline.chapters
    pieces = [p for part in parts for block in part.blocks for p in block.pieces]
    assert [piece.cue for piece in pieces] == list(episode.timeline.cues)


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_each_passage_that_is_heard_is_one_block_again(article: Path) -> None:
    episode = of_article(article)
    blocks = [
        (block.role, " ".join(block.text.split())) for block in blocks_of(article)
    ]
    heard = (p for p in episode.article.passages if p.role not in FURNITURE)
    assert sorted(blocks) == sorted((p.role, " ".join(p.text.split())) for p in heard)


def test_a_paragraph_of_several_lines_is_one_block() -> None:
    blocks = blocks_of(ARTICLES / "wrapped.txt")
    starts = [" ".join(block.text.split()[:4]) for block in blocks]
    assert starts == [
        "NOTES ON THE RIVER",
        "The survey of the",
        "The depth was taken",
        "We saw 212 herons.",
    ]


def test_what_is_summed_up_tells_what_is_said_of_it() -> None:
    tables = [b for b in blocks_of(ARTICLES / "formats" / "ferry.md") if b.summary]
    assert [block.role for block in tables] == [Role.TABLE]
    assert tables[0].summary == "A table of three rows."
    assert tables[0].text.startswith("Month | Crossings")


def test_a_space_stands_only_where_the_author_left_one() -> None:
    said = ["One—", "two.", "Three."]
    episode = of_texts(said)
    whole = Passage(Role.PARAGRAPH, "One—two. Three.", (1,))
    article = Article("", "", "", "", "en", (Line(whole.text, 1),), (whole,), ())
    object.__setattr__(episode, "article", article)
    (part,) = outline(episode)
    assert [block.text for block in part.blocks] == ["One—two. Three."]


def test_what_stands_nowhere_in_the_article_is_still_there() -> None:
    episode = of_texts(["One.", "Two."])
    article = Article("", "", "", "", "en", (), (), ())
    object.__setattr__(episode, "article", article)
    (part,) = outline(episode)
    assert " ".join(block.text for block in part.blocks) == "One. Two."
