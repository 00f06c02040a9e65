"""PDFs from a press of our own, read as a person reads them."""

import io
import unicodedata
from collections import Counter
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.catalog import find_format
from narrate.read.pdf.mend import mended
from narrate.read.pdf.reader import read_pdf
from narrate.roles import Role
from tests.press import BOLD, HEIGHT, ITALIC, WIDTH, Press

RIVER = (
    "The survey of the lower river began in April and was meant to take six weeks, "
    "but the water stood so high that the boats could not pass under the second "
    "bridge until the end of May, and the crew spent the time on the banks."
)
BANKS = (
    "They walked from the weir to the old ferry and found that the southern bank had "
    "moved by four meters since anyone had looked. Nobody in the village was surprised."
)
FERRY = (
    "The ferry itself has not run since the bridge was opened, but its house still "
    "stands, and a family keeps geese in it. Geese are good guards, they said, and "
    "they eat what grows on the ramp."
)
WEIR = (
    "At the weir the measuring was harder. The stones lie loose there, the current is "
    "strong, and twice a rod was lost and found again a mile below by anglers."
)
LEE = (
    "[1] Lee, A. (2019). Rivers and what they carry away in the spring of the year, "
    "with many tables. Journal of Water 3, 12\u201319."
)
WIDE = ("2019", "A weir with stones that lie loose", "It was late, and it rained")
LEFT, RIGHT, COLUMN = 60, 310, 225


def read(press: Press) -> Page:
    return read_pdf(Source("river.pdf", press.data()))


def told(page: Page, *roles: Role) -> list[str]:
    return [line.text for line in page.lines if line.hint in roles]


def article(page: Page) -> list[str]:
    return told(page, Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM)


def one_column() -> Press:
    press = Press()
    press.centred(80, "A Survey of the Lower River", 18, BOLD)
    press.centred(105, "By Ann Lee", 10, ITALIC)
    y = 150.0
    for heading, texts in (
        ("Introduction", (RIVER, BANKS)),
        ("The Weir", (WEIR, FERRY)),
    ):
        press.line(LEFT, y, heading, 13, BOLD)
        y += 22
        for text in texts:
            y = press.column(LEFT, y, 475, text) + 6
        y += 16
    return press


def two_columns() -> Press:
    press = Press()
    press.centred(80, "A Survey of the Lower River", 18, BOLD)
    y = press.column(LEFT, 130, COLUMN, RIVER, indent=15)
    y = press.column(LEFT, y, COLUMN, BANKS, indent=15)
    press.column(LEFT, y, COLUMN, "and the water rose again while they " * 9)
    y = press.column(RIGHT, 130, COLUMN, "looked at it from the bank.")
    y = press.column(RIGHT, y, COLUMN, WEIR, indent=15)
    press.column(RIGHT, y, COLUMN, FERRY, indent=15)
    return press


def jumbled() -> Press:
    """Set the same columns as two pages of a layout program: in any order."""
    press = Press()
    press.column(RIGHT, 160, COLUMN, WEIR, indent=15)
    press.column(LEFT, 500, 475, FERRY)
    press.column(LEFT, 160, COLUMN, RIVER, indent=15)
    press.centred(80, "A Survey of the Lower River", 18, BOLD)
    return press


def three_columns() -> Press:
    press = Press()
    press.centred(80, "The Lower River", 20, BOLD)
    for x, text in ((50, RIVER), (220, BANKS), (390, FERRY)):
        press.column(x, 140, 150, text)
    return press


def numbered() -> Press:
    press = Press()
    for page, text in enumerate((RIVER, BANKS, WEIR, FERRY), 3):
        press.line(LEFT, 40, "Notes from the River", 9, ITALIC)
        press.line(500, 40, f"Volume 7, {page}" if page % 2 else str(page), 9)
        y = press.column(LEFT, 100, 475, text, indent=15)
        press.column(LEFT, y, 475, text.upper()[:200] + " and so it", indent=15)
        press.centred(HEIGHT - 30, f"- {page} -", 9)
        press.sheet()
    return press


def footnoted() -> Press:
    press = Press()
    x = press.raised(LEFT, 100, "The survey of the lower river began in April", "1")
    press.line(x, 100, "and was meant to take six weeks,")
    press.column(LEFT, 112, 475, "but " + RIVER + " It covered 12 km and then")
    x = press.raised(LEFT, 160, "10", "6")
    press.line(x, 160, "liters were counted.")
    press.raised(LEFT, 740, "", "1", 8)
    press.line(LEFT + 8, 740, "April is the month of high water; see the note", 8)
    press.line(LEFT, 750, "on the next sheet.", 8)
    press.raised(LEFT, 760, "", "2", 8)
    press.line(LEFT + 8, 760, "A second note.", 8)
    press.sheet()
    press.column(LEFT, 100, 475, "they went home by boat, as " + BANKS)
    return press


def listed() -> Press:
    press = Press()
    y = press.column(LEFT, 100, 475, RIVER)
    y += 8
    for item in ("A rod.", "A boat of good wood, " + BANKS, "A flag."):
        press.line(LEFT + 10, y, "\u2022")
        y = press.column(LEFT + 25, y, 400, item)
    y = press.column(LEFT, y + 8, 475, FERRY) + 20
    press.line(LEFT, y, "References", 13, BOLD)
    y += 20
    for entry in (LEE, "[2] Ray, B. (2020). Weirs. River Press."):
        y = press.column(LEFT, y, 300, entry, hanging=16) + 3
    return press


def tabled() -> Press:
    press = Press()
    y = press.column(LEFT, 100, 475, RIVER) + 10
    press.line(LEFT, y, "Table 1. Height of the water in three years.", 9)
    for row in (
        ("Year", "May", "June"),
        ("2019", "3.1 m", "2.8 m"),
        ("2020", "4", "3"),
    ):
        y += 14
        for at, cell in enumerate(row):
            press.line(LEFT + 90 * at, y, cell, 9)
    press.line(LEFT, y + 30, "Figure 2: The weir, seen from the ferry.", 9)
    press.column(LEFT, y + 60, 475, BANKS)
    return press


PRESSES: dict[str, Callable[[], Press]] = {
    maker.__name__: maker
    for maker in (
        one_column,
        two_columns,
        jumbled,
        three_columns,
        numbered,
        footnoted,
        listed,
        tabled,
    )
}


def letter_counts(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@pytest.mark.parametrize("name", PRESSES)
def test_no_letter_of_a_sheet_is_lost_or_said_twice(name: str) -> None:
    data = PRESSES[name]().data()
    with pypdfium2.PdfDocument(data) as pdf:
        seen = "".join(page.get_textpage().get_text_range() for page in pdf)
    page = read_pdf(Source("river.pdf", data))
    assert letter_counts(seen) == letter_counts(" ".join(x.text for x in page.lines))
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))


def test_one_column_is_title_headings_and_paragraphs() -> None:
    page = read(one_column())
    assert [(line.hint, line.text) for line in page.lines] == [
        (Role.TITLE, "A Survey of the Lower River"),
        (Role.PARAGRAPH, "By Ann Lee"),
        (Role.HEADING, "Introduction"),
        (Role.PARAGRAPH, RIVER),
        (Role.PARAGRAPH, BANKS),
        (Role.HEADING, "The Weir"),
        (Role.PARAGRAPH, WEIR),
        (Role.PARAGRAPH, FERRY),
    ]
    assert page.title == "A Survey of the Lower River"


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    _, first, second, third, weir, ferry = article(read(two_columns()))
    assert (first, second, weir, ferry) == (RIVER, BANKS, WEIR, FERRY)
    assert third.endswith("while they looked at it from the bank.")


def test_columns_that_the_file_holds_in_any_order_are_put_in_order() -> None:
    assert article(read(jumbled())) == [
        "A Survey of the Lower River",
        RIVER,
        WEIR,
        FERRY,
    ]


def test_three_columns_are_read_one_after_the_other() -> None:
    assert article(read(three_columns())) == ["The Lower River", RIVER, BANKS, FERRY]


def test_running_heads_and_page_numbers_are_no_part_of_the_article() -> None:
    page = read(numbered())
    heads = told(page, Role.FURNITURE)
    assert heads.count("Notes from the River") == 4
    assert told(page, Role.PAGE_NUMBER) == [
        "- 3 -",
        "4",
        "- 4 -",
        "- 5 -",
        "6",
        "- 6 -",
    ]
    assert not any("Notes from" in text for text in article(page))


def test_a_paragraph_goes_on_over_a_sheet_s_end_past_notes_and_numbers() -> None:
    page = read(footnoted())
    assert any("counted." in text and "[" not in text for text in article(page))
    assert article(read(numbered()))[-1].endswith("and so it")
    assert told(page, Role.FOOTNOTE) == [
        "[1] April is the month of high water; see the note on the next sheet.",
        "[2] A second note.",
    ]


def test_a_raised_figure_is_a_note_s_mark_after_a_word_and_a_power_after_a_number() -> (
    None
):
    text = " ".join(article(read(footnoted())))
    assert "began in April[1] and was meant" in text
    assert "10⁶ liters" in text


def test_items_and_references_stand_by_themselves() -> None:
    page = read(listed())
    assert told(page, Role.LIST_ITEM) == [
        "• A rod.",
        "• A boat of good wood, " + BANKS,
        "• A flag.",
    ]
    assert [text[:12] for text in told(page, Role.REFERENCE)] == [
        "[1] Lee, A. ",
        "[2] Ray, B. ",
    ]


def test_a_table_has_its_cells_and_a_caption_its_role() -> None:
    page = read(tabled())
    assert told(page, Role.TABLE) == [
        "Year | May | June",
        "2019 | 3.1 m | 2.8 m",
        "2020 | 4 | 3",
    ]
    assert told(page, Role.CAPTION) == [
        "Table 1. Height of the water in three years.",
        "Figure 2: The weir, seen from the ferry.",
    ]
    assert told(page, Role.PARAGRAPH) == [RIVER, BANKS]


def test_a_cell_may_have_several_rows() -> None:
    press = Press()
    press.column(LEFT, 80, 475, RIVER)
    for at, row in enumerate((("Year", "What was seen", "Remarks"), WIDE, WIDE)):
        for place, cell in enumerate(row):
            press.column(LEFT + 130 * place, 140 + 30 * at, 100, cell, justified=False)
    press.column(LEFT, 320, 475, BANKS)
    page = read(press)
    assert told(page, Role.TABLE) == ["Year | What was seen | Remarks"] + 2 * [
        " | ".join(WIDE)
    ]
    assert told(page, Role.PARAGRAPH) == [RIVER, BANKS]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    press = Press()
    press.line(LEFT, 112, RIVER[0], 26)
    press.line(LEFT + 18, 100, "he survey of the lower river began in April and was")
    press.line(LEFT + 18, 112, "meant to take six weeks, but the water stood so high")
    press.line(LEFT, 124, "that the boats could not pass under the second bridge.")
    (text,) = article(read(press))
    assert text.startswith("The survey of the lower river began in April and was meant")
    assert text.endswith(
        "so high that the boats could not pass under the second bridge."
    )


def test_words_parted_at_a_line_s_end_are_whole_again() -> None:
    press = Press()
    text = (
        "The international crew was well known and well-known abroad, and for a long "
        "time an international one of unusual patience."
    )
    breaks = {"international": "inter-|national", "well-known": "well-|known"}
    for width in range(100, 260, 10):
        press.column(LEFT, 100, width, text, breaks=breaks)
        press.sheet()
    assert set(told(read(press), Role.PARAGRAPH)) == {text}


def test_ligatures_are_letters_and_halves_are_put_together() -> None:
    assert mended("of\ufb01ce, di\ufb03cult") == "office, difficult"
    assert mended("inter\x02") == "inter-"
    assert mended("\ud83d\ude00 \ud83d") == "\U0001f600 \ufffd"


def test_words_that_stand_sideways_are_not_the_article_s() -> None:
    press = one_column()
    press.canvas.saveState()
    press.canvas.translate(30, 300)
    press.canvas.rotate(90)
    press.canvas.drawString(0, 0, "preprint 2411.0001 of 20 Nov 2024")
    press.canvas.restoreState()
    page = read(press)
    assert told(page, Role.FURNITURE) == ["preprint 2411.0001 of 20 Nov 2024"]


def test_numbers_of_lines_in_a_margin_are_not_the_article_s() -> None:
    press = Press()
    end = press.column(LEFT, 100, 300, f"{RIVER} {BANKS} {FERRY}")
    for at in range(round((end - 100) / 12)):
        press.line(40, 100 + 12 * at, str(at + 7), 6)
    page = read(press)
    assert article(page) == [f"{RIVER} {BANKS} {FERRY}"]
    assert told(page, Role.FURNITURE)[0].startswith("7 8 9 10 11")


def test_a_sheet_that_lies_on_its_side_is_read_upright() -> None:
    press = Press()
    press.canvas.translate(WIDTH, 0)
    press.canvas.rotate(90)
    for at, text in enumerate((RIVER[:80], "and more of it.")):
        press.canvas.drawString(80, 300 - 12 * at, text)
    assert article(read(press)) == [f"{RIVER[:80]} and more of it."]


def test_words_that_nobody_sees_are_not_read() -> None:
    press = one_column()
    hidden = press.canvas.beginText(100, 100)
    hidden.setTextRenderMode(3)
    hidden.textLine("hidden words for machines")
    press.canvas.drawText(hidden)
    press.line(WIDTH + 50, 100, "beyond the edge")
    said = " ".join(line.text for line in read(press).lines)
    assert "machines" not in said
    assert "beyond" not in said


def scan(press: Press) -> None:
    picture = io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    press.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)


def test_what_ocr_laid_over_a_scan_is_read() -> None:
    press = Press()
    scan(press)
    layer = press.canvas.beginText(LEFT, 700)
    layer.setTextRenderMode(3)
    layer.textLine("These words are in the picture too.")
    press.canvas.drawText(layer)
    assert article(read(press)) == ["These words are in the picture too."]


def test_a_title_printed_twice_to_look_bold_is_said_once() -> None:
    press = one_column()
    press.centred(81, "A Survey of the Lower River", 18, BOLD)
    assert article(read(press)).count("A Survey of the Lower River") == 1


def test_metadata_is_believed_when_the_first_sheet_says_it_too() -> None:
    press = one_column()
    press.canvas.setTitle("Microsoft Word - survey_final2.doc")
    press.canvas.setAuthor("Ann Lee")
    press.canvas.setCreator("x")
    page = read(press)
    assert (page.title, page.byline) == ("A Survey of the Lower River", "Ann Lee")
    press = one_column()
    press.canvas.setAuthor("Reception Desk")
    assert read(press).byline == ""


def test_metadata_and_bookmarks_may_be_written_wrongly() -> None:
    press = one_column()
    press.canvas.setTitle("half a letter")
    press.canvas.bookmarkPage("here")
    press.canvas.addOutlineEntry("half a letter", "here")
    press.canvas.addOutlineEntry("Introduction", "here")
    data = press.data().replace(b"(half a letter)", b"<FEFFD800>     ")
    assert read_pdf(Source("x.pdf", data)).title == "A Survey of the Lower River"


def test_pages_of_pictures_alone_are_named() -> None:
    press = Press()
    for page in range(1, 8):
        if page in (3, 5, 6, 7):
            scan(press)
        else:
            press.column(LEFT, 100, 475, RIVER)
        press.sheet()
    assert read(press).notices == (
        "Pages 3 and 5 to 7 hold only pictures: their words can't be read.",
    )


def test_a_scan_without_words_is_refused() -> None:
    press = Press()
    scan(press)
    press.sheet()
    scan(press)
    with pytest.raises(ArticleError, match="holds pictures of 2 pages and no text"):
        read(press)


def test_an_empty_sheet_is_refused() -> None:
    press = Press()
    press.sheet()
    with pytest.raises(ArticleError, match="holds no words"):
        read(press)


def test_a_locked_file_is_refused() -> None:
    press = Press(password="secret")  # noqa: S106 - the lock is the point
    press.line(LEFT, 100, "Not for you.")
    with pytest.raises(ArticleError, match="is locked with a password"):
        read(press)


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\nno objects at all\n%%EOF"])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match="is no whole PDF"):
        read_pdf(Source("half.pdf", data))


def test_a_file_cut_in_the_middle_is_refused_or_read_as_far_as_it_goes() -> None:
    data = numbered().data()
    for share in range(1, 20):
        cut = Source("half.pdf", data[: len(data) * share // 20])
        try:
            page = read_pdf(cut)
        except ArticleError as error:
            assert "half.pdf" in str(error)  # noqa: PT017 - either way is right
        else:
            assert page.lines


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert find_format(Source("x", Press().data())).name == "PDF"
    assert find_format(Source("a.pdf", b"only words")).name == "PDF"
