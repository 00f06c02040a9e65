"""Plain texts without a page around them: every line is the article's."""

import pytest

from narrate.model import Article
from narrate.read.article import read_text
from narrate.roles import FURNITURE, Role

_LONG = (
    "The hens that live behind the station have always been a worry, and the guards "
    "have spent a year asking who should mend their fence."
)
_SONG = (
    "The Hen\n\nShare\nyour corn with me.\n\nClap, clap, clap your hands, my love,\n"
    "slowly in the rain.\nClap, clap, clap your hands, my love,\nand again.\n"
)


def _roles(text: str) -> dict[str, Role]:
    return {p.text: p.role for p in read_text(text, "x").passages}


def _unsaid(article: Article) -> list[str]:
    page = [p.text for p in article.passages if p.role in FURNITURE]
    return page + [dropped.text for dropped in article.dropped]


@pytest.mark.parametrize(
    "text",
    [
        "My week\n\nThe tap dripped\nI sat still\n\nBo Chen\n4 June 2021\n\nIt rained",
        "Notes\n\nHeld on 4 June 2021\n\n1. Hens\nNone.\n\n2. Ducks\nNone.\n",
        "A walk\n\nI went up. I came down.\n\n4 June 2021\n\nI slept.\n",
        "山の道\n\n田中花子\n\n村の上を通る道は、いつも静かだった。\n\n2021年6月4日\n\n雪が降った。",
        "पहाड़ की राह\n\nगाँव के ऊपर की राह शांत रही है।\n\nबर्फ गिरी।",
        "ทางภูเขา\n\nทางที่ผ่านเหนือหมู่บ้านเงียบสงบมาตลอด\n\nหิมะตก",
        "Дорога в горах\n\n4 июня 2021\n\nДорога всегда была тихой.\n\nСнег.",
        "The Hen\n\nBy Bo Chen\n\nHome\nis where the corn is,\nand so I stay.\n",
        _SONG,
    ],
)
def test_nothing_of_a_text_without_a_page_is_left_out(text: str) -> None:
    assert _unsaid(read_text(text, "x")) == []


def test_a_menu_above_the_title_is_still_the_page_s() -> None:
    text = f"Sign in\nNews\nSport\n\nHens mend a fence at noon\nBy Bo Chen\n\n{_LONG}\n"
    assert _roles(text)["News"] is Role.FURNITURE
    assert _roles(text)["Sport"] is Role.FURNITURE


def test_one_section_over_a_signed_title_is_the_page_s() -> None:
    roles = _roles(f"Farming\nHens mend a fence at noon\nBy Bo Chen\n\n{_LONG}\n")
    assert roles["Farming"] is Role.FURNITURE


def test_a_narrow_column_is_joined() -> None:
    text = (
        "The hens\n\n"
        "The hens that live behind the old\n"
        "station have always been a worry\n"
        "to us, and the guards have spent\n"
        "a whole year asking.\n\n"
        "Last spring the wire fence was so\n"
        "low that any fox who came by late\n"
        "could step over it without so\n"
        "much as looking down.\n"
    )
    said = [p.text for p in read_text(text, "x").passages if p.role is Role.PARAGRAPH]
    assert len(said) == 2
    assert said[0].endswith("a whole year asking.")


def test_a_forwarded_letter_is_joined() -> None:
    text = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: Bo <b@x.example>\n"
        "Date: Fri, Jun 4, 2021 at 9:00 AM\nSubject: Hens\nTo: Ann <a@x.example>\n\n"
        "The hens that live behind the station have always been a worry to\nthe "
        "guards, who have spent a whole year asking the railway about it\nand got "
        "no answer at all.\n\nLast spring the fence was so low that any fox who "
        "came by at night\ncould step over it without looking down, and several of "
        "them did so\nbefore May was out.\n"
    )
    said = [p.text for p in read_text(text, "x").passages]
    assert any(part.endswith("before May was out.") and part[0] == "L" for part in said)


def test_stars_are_items_unless_the_text_carries_one() -> None:
    items = "* corn is gold\n* grass is green and it\n  is wet too\n"
    roles = _roles(f"The hens\n\n{_LONG}\n\n{items}\n{_LONG} Yes.\n")
    assert roles["* grass is green and it is wet too"] is Role.LIST_ITEM
    marked = _LONG.replace("worry,", "worry,*")
    noted = _roles(f"The hens\n\n{marked}\n\n{_LONG} Yes.\n\n* to us\n* or him\n")
    assert noted["* to us"] is Role.FOOTNOTE


def test_a_correspondent_s_place_makes_a_byline_above_a_date() -> None:
    title = "Hens mend a fence as the fox looks on"
    dek = "Guards were told at noon that the railway has no money for a new one"
    text = f"{title}\n{dek}\n\nBo Chen in Oakham\nFri 4 Jun 2021\n{_LONG}\n"
    article = read_text(text, "x")
    assert (article.title, article.byline) == (title, "Bo Chen")


def test_quotations_in_angle_marks_are_no_links() -> None:
    said = "« Nous n'avons plus de grain », a dit le garde. Un sac coûte 12 €."
    quoted = "« Les poules sont à nous »"
    roles = _roles(f"Les poules\n\n{_LONG}\n\n{said}\n\n{quoted}\n\n{_LONG} Oui.\n")
    assert not {roles[said], roles[quoted]} & FURNITURE


def test_a_chapter_is_a_heading_and_an_item_no_byline() -> None:
    roles = _roles(f"The Hens\n\nCHAPTER I.\n\n{_LONG}\n\n- corn\n\n{_LONG} Yes.\n")
    assert roles["CHAPTER I."] is Role.HEADING
    assert roles["- corn"] is Role.LIST_ITEM
    assert Role.DEK not in roles.values()
