import pytest

from narrate.coverage import prove
from narrate.errors import OptionError
from narrate.options import Pacing, Reading
from narrate.read.article import assemble
from narrate.read.base import Page, Source
from narrate.read.lines import split_lines
from narrate.roles import Role
from narrate.script.compose import compose

PAGE = Page(
    split_lines("The Walls\n\nBy Ann Lee\n\nIt rained all day. It was cold too.")
)
SOURCE = Source("walls.txt", b"")


def test_a_title_of_the_listener_s_is_said_instead() -> None:
    article = assemble(PAGE, SOURCE, Reading(title="Rain"))
    assert article.title == "Rain"
    assert [p.text for p in article.passages if p.role is Role.TITLE] == ["Rain"]
    (dropped,) = article.dropped
    assert (dropped.text, dropped.reason) == ("The Walls", "replaced by --title")
    prove(article.source, compose(article, Pacing()))


def test_what_the_listener_says_goes_into_the_tags() -> None:
    told = Reading(byline="Bo Chen", published="2023-05", site="The Post")
    article = assemble(PAGE, SOURCE, told)
    assert (article.byline, article.published) == ("Bo Chen", "2023-05")
    assert article.site == "The Post"
    assert article.passages[1].text == "By Ann Lee"


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(OptionError, match="--date yesterday"):
        assemble(PAGE, SOURCE, Reading(published="yesterday"))


def test_a_title_that_stands_nowhere_is_heard() -> None:
    page = Page(PAGE.lines, title="Rain over the walls")
    article = assemble(page, SOURCE, Reading())
    assert article.passages[0].lines == (0,)
    prove(article.source, compose(article, Pacing()))
