from pathlib import Path

import pytest

from narrate.errors import ArticleError
from narrate.read.article import read, read_text


def test_the_title_of_an_article_without_one_is_its_first_words() -> None:
    text = "It was late. " + "And then it rained for a long time. " * 9
    article = read_text(text, "rain.txt")
    assert article.title.startswith("It was late. And then")
    assert article.title.endswith("…")


def test_an_article_without_a_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stars.txt"
    path.write_text("* * *\n\n---\n")
    with pytest.raises(ArticleError, match=r"stars.txt holds no sentence"):
        read(str(path))


def test_every_line_of_the_source_is_kept(minefields: Path) -> None:
    lines = read(str(minefields)).source
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert "\n".join(line.text for line in lines) == minefields.read_text()


def test_a_picture_s_credit_is_not_the_title(tmp_path: Path) -> None:
    page = "Photo: Ann Lee/Reuters\n\nIt was late, and it rained. Nobody came."
    assert read_text(page, "rain.txt").title.startswith("It was late")
