"""What a page says of itself, and what only looks like it."""

import pytest

from narrate.model import Article, Line
from narrate.read.article import read_text
from narrate.read.base import Page
from narrate.read.labels.label import label
from narrate.read.labels.signs import sign_of
from narrate.read.lines import paragraphs
from narrate.roles import Role

PROSE = (
    "The ferry has crossed the narrows twice a day since the bridge fell, and nobody "
    "on either bank could tell us any more what they had once wanted a bridge for."
)
MORE = (
    "Its skipper keeps a list of everything that was ever left on board, which begins "
    "with a tuba and ends, for the time being, with a set of false teeth in a jar."
)

LAST = (
    "In winter the narrows freeze from the north bank only, and then the passengers "
    "walk the last forty meters, carrying their bicycles and, once, the skipper."
)


def roles(article: Article) -> dict[int, Role]:
    return {line: p.role for p in article.passages for line in p.lines}


SIGNS = (
    ("Share on Facebook", Role.SHARE),
    ("1.2K shares", Role.SHARE),
    ("Email this article to a friend", Role.SHARE),
    ("Leave a comment", Role.COMMENTS),
    ("14 responses to “The ferry”", Role.COMMENTS),
    ("We use cookies to make this site work. OK", Role.COOKIES),
    ("Reject all", Role.COOKIES),
    ("0:00 / 4:12", Role.PLAYER),
    ("Listen to this article 6 min", Role.PLAYER),
    ("Article continues below advertisement", Role.ADVERTISEMENT),
    ("Presented by Harbour Savings Bank", Role.ADVERTISEMENT),
    ("Sign up for our weekly letter", Role.NEWSLETTER),
    ("Get the day's tides delivered to your inbox.", Role.NEWSLETTER),
    ("Correction: The ferry has one funnel, not two.", Role.CORRECTION),
    ("An earlier version of this article misstated the fare.", Role.CORRECTION),
    ("READ MORE: The tuba goes home", Role.RELATED),
    ("« The tuba goes home", Role.RELATED),
    ("Page 3 of 7", Role.PAGE_NUMBER),
    ("1 of 18", Role.PAGE_NUMBER),
    ("reader comments", Role.COMMENTS),
    ("101 reader comments", Role.COMMENTS),
    ("Filed Under:", Role.FURNITURE),
    ("Posted in:", Role.FURNITURE),
    ("© 2024 Narrows Courier Ltd. All rights reserved.", Role.FURNITURE),
    ("Home > News > Ferries", Role.FURNITURE),
    ("Skip to main content", Role.FURNITURE),
    ("Tags: ferries, tubas, teeth", Role.FURNITURE),
    ("4 min read", Role.FURNITURE),
    ("tips@narrows.example", Role.LINK),
)


@pytest.mark.parametrize(("line", "role"), SIGNS)
def test_a_line_that_a_page_says_of_itself(line: str, role: Role) -> None:
    assert sign_of(line) is role


SENTENCES = (
    "Share prices fell in the afternoon.",
    "Photos of the old ferry hang in the hall.",
    "He said: “Read more.”",
    "The comments were kind.",
    "Reader comments were kind.",
    "He filed it under: tides.",
    "Subscribers to the theory are few, and they meet on a boat.",
    "She listened to the radio at 4:12 in the morning.",
    "Updated plans for the bridge will be shown in May.",
    "We use biscuits to make this ferry work.",
    "He added a comment about the tide.",
    "Sign of the times",
    "The next page of the list is empty.",
    "Advertising pays for the lights, the skipper says.",
)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_no_sign(line: str) -> None:
    assert sign_of(line) is None


def test_a_heading_in_a_button_s_word_stays_between_paragraphs() -> None:
    page = f"The ferry that nobody needs\n\n{PROSE}\n\nSpeed\n\n{MORE}\n\n{PROSE} No."
    assert roles(read_text(page, "a"))[5] is Role.HEADING


def test_teasers_end_where_the_article_goes_on() -> None:
    page = (
        f"The ferry that nobody needs\n\n{PROSE}\n\nRelated\n\nThe tuba goes home\n\n"
        f"Whose teeth are these?\n\nThe skipper\n\n{MORE}\n\n{LAST}"
    )
    got = roles(read_text(page, "a"))
    assert (got[5], got[7], got[9]) == (Role.RELATED,) * 3
    assert (got[11], got[13]) == (Role.HEADING, Role.PARAGRAPH)


def test_questions_and_speakers_of_an_interview_are_no_headings() -> None:
    turns = "\n\n".join(
        f"ANN LEE\n\nWhat did you find {n}?\n\nTHE SKIPPER\n\n{MORE} {n}."
        for n in ("first", "then", "next", "last")
    )
    article = read_text(f"The ferry that nobody needs\n\n{PROSE}\n\n{turns}", "a")
    assert Role.HEADING not in roles(article).values()


def test_a_pull_quote_is_said_once() -> None:
    quote = "“nobody on either bank could tell us any more”"
    page = f"The ferry that nobody needs\n\n{PROSE}\n\n{MORE}\n\n{quote}\n\n{LAST}"
    (dropped,) = read_text(page, "a").dropped
    assert dropped.reason == "pull quote, repeats line 3"


def test_a_repeated_line_is_kept_where_its_first_form_is_dropped() -> None:
    page = f"The ferry that nobody needs\n\n{PROSE}\n\n{MORE}\n\nRelated\n\n{PROSE}\n"
    article = read_text(page, "a")
    assert [d.lines for d in article.dropped] == [(9,)]


def test_a_word_that_a_line_s_end_cut_is_joined_by_its_hyphen() -> None:
    wrapped = (
        "The ferry was built in the winter of a year that nobody remembers exam-\n"
        "ple of, and it has leaked since then, as a good ferry does, on the left\n"
        "side only, so that its skipper leans to the right when he drinks coffee\n"
        "and to the left when he sleeps, and so he has worn a groove in the deck\n"
        "which visitors take for a drain and which his dog takes for a bed when\n"
        "it rains.\n"
    )
    (block,) = paragraphs([Line(t, n) for n, t in enumerate(wrapped.split("\n"), 1)])
    assert "remembers exam-ple of" in block.text
    assert block.text[block.starts[1] :].startswith("ple of")


def test_tables_of_a_wrapped_page_are_not_joined() -> None:
    table = "Tide            Morning   Evening\nMonday          06:10     18:40\n"
    wrapped = "\n".join([PROSE[:75], PROSE[76:150], PROSE[151:]])
    rows = [
        b.text
        for b in paragraphs(
            [Line(t, n) for n, t in enumerate(f"{wrapped}\n{table}".split("\n"), 1)]
        )
    ]
    assert rows[-2:] == table.strip().split("\n")


DATELINES = (
    ("KYIV, Ukraine (AP) — The ferry sank.", "KYIV, Ukraine (AP) — "),
    ("LONDON, Nov 20 (Reuters) - The ferry sank.", "LONDON, Nov 20 (Reuters) - "),
    ("WASHINGTON — The ferry sank.", "WASHINGTON — "),
    ("PROS AND CONS - The ferry sank.", ""),
    ("NATO — the alliance — has no ferry.", ""),
)


@pytest.mark.parametrize(("start", "place"), DATELINES)
def test_a_dateline_is_a_place_and_no_acronym(start: str, place: str) -> None:
    article = read_text(f"A Tall Title\n\n{start} {PROSE}\n\n{MORE}", "a")
    said = [p.text for p in article.passages if p.role is Role.DATELINE]
    assert said == ([place] if place else [])


def hinted(*lines: tuple[str, Role]) -> list[Role]:
    page = Page(tuple(Line(text, n, role) for n, (text, role) in enumerate(lines, 1)))
    return [p.role for p in label(paragraphs(page.lines), page).passages]


def test_what_the_markup_says_is_believed() -> None:
    lines = (
        ("The ferry that nobody needs", Role.TITLE),
        (PROSE, Role.PARAGRAPH),
        ("The skipper", Role.HEADING),
        ("A short paragraph without a stop", Role.PARAGRAPH),
        (MORE, Role.QUOTE),
        ("a tuba", Role.LIST_ITEM),
    )
    assert hinted(*lines) == [role for _, role in lines]


def test_a_hinted_page_s_furniture_is_known_by_its_signs() -> None:
    got = hinted(
        ("The ferry that nobody needs", Role.TITLE),
        ("By Ann Lee", Role.PARAGRAPH),
        ("Share on Facebook", Role.PARAGRAPH),
        (PROSE, Role.PARAGRAPH),
        ("© 2024 Narrows Courier", Role.PARAGRAPH),
    )
    assert got == [
        Role.TITLE,
        Role.BYLINE,
        Role.SHARE,
        Role.PARAGRAPH,
        Role.FURNITURE,
    ]
