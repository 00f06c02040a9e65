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


def role_of(text: str, line: str) -> Role | str:
    """Give the role of one line of a page, or why it is left out."""
    article = read_text(text, "a.txt")
    number = text.split("\n").index(line) + 1
    found = [p.role for p in article.passages if number in p.lines]
    return found[0] if found else reasons(article)[number]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Start your free trial", Role.NEWSLETTER),
        ("Subscribe to The Lantern", Role.NEWSLETTER),
        (
            "Know somebody who would like this? They can subscribe here:",
            Role.NEWSLETTER,
        ),
        ("We and our 90 partners store things on your phone.", Role.COOKIES),
        ("Have your say on the tower in the comments below", Role.COMMENTS),
        ("Download transcript", Role.PLAYER),
        ("Video unavailable", Role.PLAYER),
        ("This episode is brought to you by Oakham Ladders.", Role.ADVERTISEMENT),
        ("Not to be confused with the other tower.", Role.RELATED),
        ("Previous episode: The bell that would not ring", Role.RELATED),
        (
            "The council acknowledges the traditional owners of the hill.",
            Role.FURNITURE,
        ),
        ("This page is hosted by Oakham Free Pages", Role.FURNITURE),
        ("[Mr Lee is right about the stairs. Ed.]", Role.CORRECTION),
        ("The figures were revised on 3 May 2024 after a slip.", Role.CORRECTION),
    ],
)
def test_more_lines_of_the_page_are_known(line: str, role: Role) -> None:
    assert role_of(f"A Tall Title\n\n{BODY}\n\n{line}\n\n{MORE}\n", line) is role


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee March 3, 2025",
        "ByAnn Lee Mar 3, 2025",
        "Ann Lee | March 3, 2025",
        "3/03/2025 by Ann Lee",
        "Ann Lee, Hill Media By Ann Lee, Hill Media",
        "By Ann Lee 2025-03-03T10:15:00Z Towers & Stairs",
        "Posted by Ann at 21:14",
        "Contributed by Ann Lee, Oakham, Rutland",
        "The Hon. Ann Lee, Minister for Towers",
        "Ann Lee (now) and Bo Chen (earlier)",
    ],
)
def test_bylines_come_in_many_forms(line: str) -> None:
    page = f"A tall tower in the rain\n\n{line}\n\nMarch 3, 2025\n\n{BODY}\n\n{MORE}\n"
    assert role_of(page, line) is Role.BYLINE


def test_a_shared_word_belongs_to_the_box_beside_it() -> None:
    page = f"A Tall Title\n\n{BODY}\n\nGet our weekly newsletter\n\nEmail\n\n{MORE}\n"
    assert role_of(page, "Email") is Role.NEWSLETTER
    page = f"A Tall Title\n\nListen to this article\n\n4 min\n\n{BODY}\n\n{MORE}\n"
    assert role_of(page, "4 min") is Role.PLAYER


def test_an_item_that_begins_with_a_c_is_no_copyright() -> None:
    page = f"A Tall Title\n\n{BODY}\n\n(b) to climb it;\n(c) to report the view.\n"
    assert role_of(page, "(c) to report the view.") is Role.LIST_ITEM


def test_a_heading_between_rules_is_one_line() -> None:
    rule = "-" * 72
    page = f"A Tall Title\n\n{BODY}\n\n{rule}\n2. THE VERDICT\n{rule}\n\n{MORE}\n"
    assert role_of(page, "2. THE VERDICT") is Role.HEADING


def test_comments_end_where_the_author_is_introduced() -> None:
    page = (
        f"A Tall Title\n\nBy Ann Lee\n\n{BODY}\n\n{MORE}\n\n2 comments\n\n"
        "Bo said:\n\nI saw it too.\n\nAbout the author\n\n"
        "Ann Lee climbs towers for a living.\n"
    )
    assert role_of(page, "I saw it too.") is Role.COMMENTS
    assert role_of(page, "Ann Lee climbs towers for a living.") is Role.NOTE


def test_a_line_is_pulled_from_the_paragraph_above_it_never_from_below() -> None:
    words = "The council met on Tuesday"
    under = f"A Tall Title\n\n{MORE}\n\n{BODY}\n\n{words}\n\n{MORE[:-1]} again.\n"
    assert role_of(under, words) == "pull quote, repeats line 5"
    over = f"A Tall Title\n\n{MORE}\n\n{words}\n\n{BODY}\n"
    assert role_of(over, words) is Role.HEADING


def test_steps_may_be_long_and_a_part_of_a_recipe_is_a_heading() -> None:
    step = "Stir the custard. " * 18 + "Wait."
    page = (
        f"A Tall Title\n\n{BODY}\n\nIngredients\n400g rhubarb\n90g sugar\n"
        f"For the custard\n600ml milk\n4 eggs\n\nMethod\n{step}\nEat it cold.\n"
    )
    assert role_of(page, "For the custard") is Role.HEADING
    assert role_of(page, "600ml milk") is Role.LIST_ITEM
    assert role_of(page, step) is Role.LIST_ITEM


def test_what_a_prompt_answers_is_code_however_far_apart() -> None:
    page = (
        f"A Tall Title\n\n{BODY}\n\n$ stairs --count\n\nline 4: 'stair' is loose\n\n"
        f"2 warnings, 0 errors\n\n{MORE}\n"
    )
    assert role_of(page, "2 warnings, 0 errors") is Role.CODE


def test_who_said_it_stands_under_a_quotation_with_it() -> None:
    page = f"A Tall Title\n\n{BODY}\n\n“It leans.”\n\n— Ann Lee, Stairs\n\n{MORE}\n"
    assert role_of(page, "— Ann Lee, Stairs") is Role.QUOTE


def test_a_headline_that_comes_again_is_no_running_head() -> None:
    head = "Wide Choice Of Towers At The Fair 2022"
    page = f"{head}\n\n{BODY}\n\n{head}\n\n{MORE}\n\n{head}\n"
    assert role_of(page, head) is Role.TITLE


def test_an_enumeration_ends_its_rows_as_code_does_and_is_none() -> None:
    page = """
The plan of the council

The council met on Tuesday night and voted on a plan that would do the following:
cap annual rent rises at three percent;
ban most evictions in winter;
set up a tenants' court; and
pay for forty new inspectors.

Tenants cheered when the vote was read out, and the mayor said she would sign it.
"""
    for row in ("ban most evictions in winter;", "set up a tenants' court; and"):
        assert role_of(page, row) is not Role.CODE
