import pytest

from narrate.read.article import read_text
from narrate.read.labels.credits import split_credit
from narrate.roles import PICTURES, Role

TITLE = "A Tower Leans"
BODY = (
    "The council met on Tuesday and talked about the tower until midnight, as nobody "
    "had expected of it, and went home without a vote or a plan to hold another one."
)
MORE = (
    "It will meet again when the engineers have looked at the stairs, the chair told a "
    "crowd of neighbours, and by then there may be money for a second look at the wall."
)


def pictures(*lines: str) -> list[tuple[Role, str]]:
    """Read a page of these lines; give its captions and credits."""
    article = read_text("\n\n".join(lines), "a.txt")
    return [(p.role, p.text) for p in article.passages if p.role in PICTURES]


CREDITED = {
    "A light at dusk. (Ana Lee/AFP via Getty Images)": "(Ana Lee/AFP via Getty Images)",
    "A light at dusk. Ana Lee/AFP via Getty Images": "Ana Lee/AFP via Getty Images",
    "A light at dusk. Photo: Ana Lee/Reuters": "Photo: Ana Lee/Reuters",
    "The ferry leaves [REUTERS]": "[REUTERS]",
    "The ferry leaves in May. | Ana Lee/AP Photo": "| Ana Lee/AP Photo",
    "The ferry leavesCredit...Ana Lee/The Courier": "Credit...Ana Lee/The Courier",
    "The ferry leaves. Credit...Ana Lee/The Courier": "Credit...Ana Lee/The Courier",
    "A gate, closed. (AP Photo/Bo Chen, File)": "(AP Photo/Bo Chen, File)",
    "A saw. (Image credit: Saws & Co)": "(Image credit: Saws & Co)",
    "Sappers check a field on Oct. 12, 2024. Marta Holub/Kharkiv Field Desk via AP": (
        "Marta Holub/Kharkiv Field Desk via AP"
    ),
    "The ferry sails into a stormCredit: EPA": "Credit: EPA",
    "The ferry, May 3, 2019.J. Bo Chen / AP file": "J. Bo Chen / AP file",
    "The ferry nears St. Louis. Bo Chen/AP": "Bo Chen/AP",
    "The ferry. CreditCredit...Bo Chen for The Courier Times": (
        "CreditCredit...Bo Chen for The Courier Times"
    ),
    "The ferry at anchor. Bo Chen/Reuters hide caption": (
        "Bo Chen/Reuters hide caption"
    ),
    "The ferry at anchor - Image: Ferry Museum": "- Image: Ferry Museum",
    "The ferry at anchor | photo by Bo Chen": "| photo by Bo Chen",
    "The ferry at anchor Bo Chen/Reuters": "Bo Chen/Reuters",
    "The ferry is hard to see from here. ABC/DEFG/HIJ": "ABC/DEFG/HIJ",
    "The ferry at anchor. [GETTY]": "[GETTY]",
    "The ferry at anchor. (AP)": "(AP)",
    "The ferry at anchor. Getty": "Getty",
    "The ferry at anchor. (Bo Chen, The Harbour Gazette)": (
        "(Bo Chen, The Harbour Gazette)"
    ),
    "The ferry at anchor. (Harbour Office photo by Bo Chen)": (
        "(Harbour Office photo by Bo Chen)"
    ),
    "The ferry at anchor. (Image: the author)": "(Image: the author)",
    "The ferry at anchor. (screen grab)": "(screen grab)",
    "The ferry at anchor. JO HAND / THE COURIER": "JO HAND / THE COURIER",
}


@pytest.mark.parametrize("caption", CREDITED)
def test_a_credit_is_parted_from_its_caption(caption: str) -> None:
    words, credit = split_credit(caption)
    assert credit == CREDITED[caption]
    assert "".join(f"{words}{credit}".split()) == "".join(caption.split())


PROSE = (
    "He would not say more, a spokesman told Reuters.",
    "The town has shops and/or cafes on every corner.",
    "She was born in 1960 (or 1961).",
    "He spoke with the agency (and with his lawyer).",
    "“We ran,” she said. “Nobody looked back.”",
    "Sen. Jane Doe (R) said on Monday that the bill would pass.",
    "The left coronary artery (L) is shown in the next figure.",
    "They work at the Environmental Protection Agency (EPA).",
    "It is caused by the human immunodeficiency virus (HIV/AIDS).",
    "Ann Lee has covered war since 2001. She now writes about energy for Reuters.",
    "Courtesy of a new state law, drivers may now park there.",
    "Photographs by Ansel Adams hang on every wall of the old house.",
    "They opened with a cover. AC/DC would have been proud",
    "He spoke to one outlet only. AP.",
    "She reads the Courier, the Post and/or the Mail at breakfast.",
    "The boat was theirs. [BK1 SP / BK2 SP]",
    "Harder Classes Await, NASA Says",
    "Photos From the Front",
    "Photos: Ferries of the Far North",
    "View PDF/Print Mode",
    "(Graphic: Ferries of the north - here)",
    "Watch Live via YouTube",
    "© 2019 Harbour Media, Inc.",
    "All rights reserved. © Copyright 2019 Harbour Media",
)


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_has_no_credit(sentence: str) -> None:
    assert split_credit(sentence) == (sentence, "")


ALONE = (
    "Photo: Ana Lee/Reuters",
    "Photo by Ana Lee",
    "(Image credit: Saws & Co)",
    "Image source: saws.example.com",
    "Courtesy of Harbour Homes",
    "Ana Lee/for Harbour Daily News",
    "Ana Lee/AP",
    "Ana Lee, AP",
    "(Ana Lee / Harbour Press)",
    "Photograph by Ana Lee, Harbour Creative",
    "REUTERS/Ana Lee/File Photo",
    "Image copyright EPA",
    "Submitted photo",
    "Photo illustration by Harbour Arts. Photo by Ana Lee-Chen.",
    "@analee via Instagram",
    "Flickr/analee",
    "Via Facebook",
)


@pytest.mark.parametrize("credit", ALONE)
def test_a_credit_alone_is_all_credit(credit: str) -> None:
    assert split_credit(credit) == ("", credit)


def test_a_labelled_description_is_a_caption() -> None:
    words = "Photo: The light at dusk, seen from the ferry."
    assert split_credit(words) == (words, "")
    assert pictures(TITLE, BODY, words, MORE) == [(Role.CAPTION, words)]


CREDIT = "Ana Lee/Harbour Press"
ABOVE_CREDIT = (
    "Neighbours taking part in the count beside the old tower in Westport",
    "A guard walks past the tower.",
    "The tower, seen on March 2, 2019.",
    "Bo Chen and the builder of the tower in 1987.",
    "This photo, taken from the ferry, has the whole wall in it.",
)


@pytest.mark.parametrize("words", ABOVE_CREDIT)
def test_what_shows_a_scene_above_a_credit_is_its_caption(words: str) -> None:
    shown = [(Role.CAPTION, words), (Role.CREDIT, CREDIT)]
    assert pictures(TITLE, BODY, words, CREDIT, MORE) == shown


def test_a_paragraph_above_a_credit_stays() -> None:
    short = "Nobody had asked the neighbours, who pay for it all."
    for body in (BODY, short, "“We were not asked,” said Ann Lee, who lives there."):
        assert pictures(TITLE, MORE, body, CREDIT, MORE) == [(Role.CREDIT, CREDIT)]


BARE = (
    "Mayor Ann Lee speaks at the foot of the tower in Westport on March 2, 2019.",
    "Mayor Ann Lee, left, shakes hands with the builder of the tower.",
    "In this undated file photo, the tower stands straight.",
    "Mayor Ann Lee (R) and the builder (L) look up.",
    "FILE - The tower before the storm.",
    "Image caption The tower before the storm",
)


@pytest.mark.parametrize("words", BARE)
def test_two_signs_make_a_caption_without_a_credit(words: str) -> None:
    assert pictures(TITLE, BODY, words, MORE) == [(Role.CAPTION, words)]


NO_CAPTION = (
    "The builder stands by his plan.",
    "She walks to the tower every morning, left foot first.",
    "The storm of March 2, 2019, was the worst in years.",
    "“The mayor looks at us and waves on March 2, 2019,” said the builder.",
    "Watch: Mayor Ann Lee speaks at the tower on March 2, 2019",
    "You can see the tower, left, when the ferry passes the harbour wall.",
)


@pytest.mark.parametrize("words", NO_CAPTION)
def test_one_sign_makes_no_caption(words: str) -> None:
    assert pictures(TITLE, BODY, words, MORE) == []


def test_a_heading_above_a_credit_stays() -> None:
    heading = "Why the tower leans more every year"
    assert pictures(TITLE, BODY, heading, "Shutterstock", MORE) == [
        (Role.CREDIT, "Shutterstock")
    ]


def test_a_credit_that_the_page_sets_first_leaves_the_paragraph_above() -> None:
    short = "The mayor waves on March 2, 2019."
    shown = pictures(TITLE, BODY, "It was late.", "Image copyright EPA", short, MORE)
    assert shown == [(Role.CREDIT, "Image copyright EPA"), (Role.CAPTION, short)]


def test_a_name_in_brackets_that_comes_again_is_a_credit() -> None:
    once = pictures(TITLE, BODY, "Fix the wall. (Ana Lee)", MORE)
    assert once == []
    again = pictures(TITLE, BODY, "Dig. (Ana Lee)", MORE, "Fix the wall. (Ana Lee)")
    assert [role for role, _ in again] == [Role.CAPTION, Role.CREDIT] * 2


def test_a_label_alone_has_its_names_on_the_next_line() -> None:
    lines = ("Image copyright", "Reuters", "Image caption The tower at dusk")
    roles = [role for role, _ in pictures(TITLE, BODY, *lines, MORE)]
    assert roles == [Role.CREDIT, Role.CREDIT, Role.CAPTION]


def test_a_button_for_a_picture_has_its_maker_under_it() -> None:
    maker = "Harbour Police"
    assert pictures(TITLE, BODY, "View this image ›", maker, MORE) == [
        (Role.CREDIT, maker)
    ]
    assert pictures(TITLE, BODY, "View this image ›", "By Ana Lee", MORE) == []


def test_an_agency_under_a_headline_is_its_source() -> None:
    assert pictures(TITLE, BODY, "Ferries stop for a day", "AFP", "Boats rise") == []


def test_a_long_paragraph_that_a_caption_repeats_is_said() -> None:
    article = read_text("\n\n".join((TITLE, BODY, MORE, f"{BODY} {CREDIT}")), "a.txt")
    assert BODY in [p.text for p in article.passages if p.role is Role.PARAGRAPH]
    assert [d.reason for d in article.dropped] == ["repeats the caption of line 3"]


def test_what_belongs_to_a_caption_is_dropped_with_a_reason() -> None:
    words = "The tower at dusk. Photo: Ana Lee"
    page = (TITLE, BODY, "Image", words, "Image 1 of 4", MORE)
    reasons = [d.reason for d in read_text("\n\n".join(page), "a.txt").dropped]
    assert reasons == ["heads a caption", "counts a gallery's captions"]


@pytest.mark.parametrize("bit", ["(", "[(", "/", "A/", "A.", ". A", " ", "Ab ", "© "])
@pytest.mark.parametrize("length", [180, 880, 100_000])
def test_no_text_sends_a_pattern_back_and_forth_for_ever(bit: str, length: int) -> None:
    line = (bit * length)[:length] + "!"
    page = "\n\n".join([line] * (100_000 // length))
    read_text(page, "a.txt")


@pytest.mark.parametrize(
    "line",
    [
        "Figure 1. The three landing sites, with the road between them.",
        "TABLE 2",
        "Table 3: Boats by harbor and year",
        "[Photo: The record ram, which was sold after the judging.]",
        "Alt: A woman at a window, with rain on the glass.",
    ],
)
def test_papers_and_plain_pages_label_their_pictures(line: str) -> None:
    page = f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY.replace('tower', 'bridge')}"
    roles = {p.text: p.role for p in read_text(page, "a").passages}
    assert roles[line] is Role.CAPTION


def test_a_sentence_that_begins_with_a_figure_is_prose() -> None:
    line = "Figure 1 shows that most of the boats had left the harbor by noon that day."
    page = f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY.replace('tower', 'bridge')}"
    roles = {p.text: p.role for p in read_text(page, "a").passages}
    assert roles[line] is Role.PARAGRAPH


def test_a_page_s_copyright_is_no_credit() -> None:
    page = f"{TITLE}\n\n{BODY}\n\n© 2024 Ann Lee Media\n\n© Crown copyright"
    roles = {p.text: p.role for p in read_text(page, "a").passages}
    assert roles["© 2024 Ann Lee Media"] is Role.FURNITURE
    assert roles["© Crown copyright"] is Role.FURNITURE


def test_a_credit_is_said_once_for_one_picture() -> None:
    page = (
        f"{TITLE}\n\n{BODY}\n\nThe tower on Tuesday. Ann Lee/AP hide caption\n\n"
        f"Ann Lee/AP\n\nAnn Lee/AP\n\n{BODY.replace('tower', 'bridge')}\n\n"
        "The bridge on Friday. Ann Lee/AP"
    )
    article = read_text(page, "a")
    said = [p.text for p in article.passages if p.role is Role.CREDIT]
    assert said == ["Ann Lee/AP", "Ann Lee/AP"]
    assert len(article.dropped) == 3


@pytest.mark.parametrize("button", ["hide caption", "toggle caption", "Hide Caption"])
def test_a_button_under_a_picture_is_left_out_with_a_reason(button: str) -> None:
    line = f"The tower on Tuesday. Ann Lee/Getty Images {button}"
    article = read_text(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}", "a.txt")
    said = [p.text for p in article.passages if p.role in PICTURES]
    assert said == ["The tower on Tuesday.", "Ann Lee/Getty Images"]
    assert [(d.text, d.reason) for d in article.dropped] == [
        (button, "a button under a picture")
    ]


def test_a_gallery_s_count_before_a_caption_is_left_out() -> None:
    line = "1 of 18. The tower on Tuesday. REUTERS/Ann Lee"
    article = read_text(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}", "a.txt")
    said = [p.text for p in article.passages if p.role in PICTURES]
    assert said == ["The tower on Tuesday.", "REUTERS/Ann Lee"]
    assert [d.text for d in article.dropped] == ["1 of 18."]


@pytest.mark.parametrize(
    "line", ["Slideshow ( 15 images )", "Photo gallery (12 photos)", "Photos [7]"]
)
def test_how_many_pictures_a_gallery_has_is_not_said(line: str) -> None:
    article = read_text(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}", "a.txt")
    assert [d.text for d in article.dropped] == [line]
