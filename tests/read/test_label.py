from pathlib import Path

import pytest

from narrate.model import Article
from narrate.read.article import read, read_text
from narrate.roles import FURNITURE, Role

BODY = (
    "The council met on Tuesday and talked about the tower until midnight, which "
    "nobody had expected of it."
)
MORE = (
    "It will meet again in May, its chair said, and by then the engineers will have "
    "looked at the stairs."
)


def roles(article: Article) -> list[tuple[Role, tuple[int, ...]]]:
    return [(passage.role, passage.lines) for passage in article.passages]


def reasons(article: Article) -> dict[int, str]:
    return {dropped.lines[0]: dropped.reason for dropped in article.dropped}


def test_the_founding_shape_of_a_page_is_known(minefields: Path) -> None:
    article = read(str(minefields))
    assert article.byline == "Nora Whitfield"
    assert roles(article)[:5] == [
        (Role.TITLE, (1,)),
        (Role.DEK, (3,)),
        (Role.CAPTION, (5,)),
        (Role.CREDIT, (5,)),
        (Role.BYLINE, (6,)),
    ]
    assert roles(article)[-1] == (Role.NOTE, (36,))
    assert reasons(article) == {
        4: "repeats the title",
        22: "repeats the caption of line 21",
        33: "repeats the byline",
        34: "repeats the byline",
    }
    furniture = [(role, lines) for role, lines in roles(article) if role in FURNITURE]
    assert furniture == [
        (Role.FURNITURE, (7,)),
        (Role.PLAYER, (8,)),
        (Role.FURNITURE, (35,)),
    ]


def test_bylines_dates_headings_quotes_and_items_are_known() -> None:
    page = (
        f"A Tall Title\n\nBy Ann Lee and Bo Chen\nMarch 3, 2025\n\n{BODY}\n\n"
        f"What comes next\n\n{MORE}\n\n“It is a good tower and it only wants someone "
        f"to climb it.”\n\n- the stairs\n- the lamp\n"
    )
    article = read_text(page, "a.txt")
    assert article.byline == "Ann Lee and Bo Chen"
    assert article.published == "2025-03-03"
    assert [role for role, _ in roles(article)] == [
        Role.TITLE,
        Role.BYLINE,
        Role.DATE,
        Role.PARAGRAPH,
        Role.HEADING,
        Role.PARAGRAPH,
        Role.QUOTE,
        Role.LIST_ITEM,
        Role.LIST_ITEM,
    ]


def test_one_sentence_is_a_paragraph_and_not_a_title() -> None:
    article = read_text("Good evening.", "a.txt")
    assert roles(article) == [(Role.PARAGRAPH, (1,))]
    assert article.title == "Good evening."


def test_a_short_refrain_may_come_twice() -> None:
    page = f"A Tall Title\n\n{BODY}\n\nAnd so it went.\n\n{MORE}\n\nAnd so it went.\n"
    assert not read_text(page, "a.txt").dropped


def test_a_long_paragraph_is_not_read_twice() -> None:
    page = f"A Tall Title\n\n{BODY}\n\n{MORE}\n\n{BODY}\n"
    assert reasons(read_text(page, "a.txt")) == {7: "repeats line 3"}


def test_a_paragraph_that_a_picture_cut_in_two_is_read_whole() -> None:
    first, second = BODY.split(" until ")
    caption = "The tower at dusk. (Ana Lee/AFP via Getty Images)"
    page = f"A Tall Title\n\n{first}\n\n{caption}\n\nuntil {second}\n\n{MORE}\n"
    article = read_text(page, "a.txt")
    assert roles(article)[1:4] == [
        (Role.PARAGRAPH, (3, 7)),
        (Role.CAPTION, (5,)),
        (Role.CREDIT, (5,)),
    ]
    assert article.passages[1].text == BODY


def test_a_name_in_the_text_is_not_taken_for_the_author() -> None:
    page = f"A Tall Title\n\n{BODY}\n\nMiddle East\n\n{MORE}\n"
    assert read_text(page, "a.txt").byline == ""


def test_an_author_who_is_only_named_at_the_end_is_said_there() -> None:
    page = (
        f"A Tall Title\n\n{BODY}\n\nAnn Lee\nReporter\nAnn Lee is a reporter for us.\n"
    )
    article = read_text(page, "a.txt")
    assert article.byline == "Ann Lee"
    assert roles(article)[-3:] == [
        (Role.NOTE, (5,)),
        (Role.FURNITURE, (6,)),
        (Role.NOTE, (7,)),
    ]


NOT_BYLINES = (
    "By New York standards, the apartment was cheap.",
    "By Christmas Eve, the town was under snow.",
    "By Tuesday Night the fire was out.",
)


@pytest.mark.parametrize("sentence", NOT_BYLINES)
def test_a_sentence_that_begins_with_by_is_no_byline(sentence: str) -> None:
    article = read_text(f"A Tall Title\n\n{sentence}\n\n{BODY}\n\n{MORE}", "a.txt")
    assert article.byline == ""


def test_a_stated_author_wins_over_a_button_that_looks_like_a_name() -> None:
    page = f"A Tall Title\n\nRead Deeply\nUpdated:\nBy Joan Sokol\n\n{BODY}\n\n{MORE}"
    assert read_text(page, "a.txt").byline == "Joan Sokol"


def test_the_end_of_an_obituary_is_not_an_author_s_card() -> None:
    life = "Jimmy Carter was born in Plains and came back to it, as he had said."
    page = f"A Tall Title\n\nBy Bo Chen\n\n{BODY}\n\nJimmy Carter\n\n{life}\n\n{MORE}"
    assert Role.NOTE not in [role for role, _ in roles(read_text(page, "a.txt"))]


def test_a_section_s_name_above_the_title_is_not_the_title() -> None:
    page = f"Health\n\nNurses Ask for Longer Nights\n\n{BODY}\n\n{MORE}"
    assert read_text(page, "a.txt").title == "Nurses Ask for Longer Nights"


def test_an_agency_s_name_alone_is_a_credit_and_no_heading() -> None:
    page = f"A Tall Title\n\n{BODY}\n\nGetty Images\n\n{MORE}"
    assert (Role.CREDIT, (5,)) in roles(read_text(page, "a.txt"))
