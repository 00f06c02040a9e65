"""RTF as word processors write it, cut down to what each test is about."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.catalog import find_format
from narrate.read.rtf.reader import read_rtf
from narrate.roles import Role

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0"
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Arial Cyr;}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}}"
    r"{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{Normal;}{\s1\outlinelevel0\b\fs32 heading 1;}{\s2 Quote;}"
    r"{\*\cs10 Default Paragraph Font;}}"
    r"{\*\generator Pen 1.0;}{\info{\title The Lower River}{\author Ann Lee}"
    r"{\creatim\yr2020\mo1\dy2}}"
)


def read(body: str) -> Page:
    return read_rtf(Source("river.rtf", (HEAD + body + "}").encode("latin-1")))


def lines(body: str) -> list[tuple[Role | None, str]]:
    return [(line.hint, line.text) for line in read(body).lines]


def text(body: str) -> str:
    return " ".join(line.text for line in read(body).lines)


def test_paragraphs_headings_and_quotes_are_told_by_their_style() -> None:
    assert lines(
        r"{\pard\s1\b\fs32 The Weir\par}\pard It was late.\par"
        "\n"
        r"{\pard\s2 So it was.\par}{\s1\b\fs32 The River\par}"
    ) == [
        (Role.HEADING, "The Weir"),
        (Role.PARAGRAPH, "It was late."),
        (Role.QUOTE, "So it was."),
        (Role.HEADING, "The River"),
    ]


def test_a_bold_line_is_a_heading_where_there_are_no_styles() -> None:
    page = read(
        r"\pard\b\fs36 The River\b0\fs24\par It rained all day, and it was late.\par"
        r"\b The Weir\b0\par Nobody came, and nobody had been asked to.\par"
    )
    assert [line.hint for line in page.lines] == [
        Role.TITLE,
        Role.PARAGRAPH,
        Role.HEADING,
        Role.PARAGRAPH,
    ]
    assert page.title == "The River"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"caf\'e9", "café"),
        ("caf\xe9", "café"),
        (r"\uc1\u8220\'93so\u8221\'94", "“so”"),
        (r"\uc0\u8220 so\u8221 ", "“so”"),
        (r"\uc2\u8364 Eu 5", "€ 5"),
        (r"{\uc3\u8364 Eur} 5\u8364 e", "€ 5€"),
        (r"\u-3913 x b", "• b"),
        (r"a \u-10179?\u-8704?", "a \U0001f600"),
        (r"\u-10179?x", "\ufffdx"),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f3 \'93\'fa\'96\'7b}", "日本"),
        (r"{\f2 \'b7} one, {\f2 ab}", "• one, αβ"),
        (r"a\~b\_c\-d\emdash e\tab f\line g", "a b‑cd—e f g"),
        (r"50\% and \{braces\} and a\\b", "50 and {braces} and a\\b"),
        (r"one {\v hidden }two{\deleted gone}", "one two"),
        (r"\v hidden\v0  seen \v again\plain  and seen", "seen and seen"),
        (r"a{\*\unknown lost {\b nested}}b", "ab"),
        (r"a{\pict\pngblip 89504e47{\*\blipuid 0a}}b", "ab"),
        ("a{\\pict\\bin5 }{\\}{b}c", "ac"),
        (r"{\field{\*\fldinst LINK {\ul http://a.b}}{\fldrslt a link}}", "a link"),
        (r"a{\*\bkmkstart x}b{\*\bkmkend x}c{\xe index}d", "abcd"),
        (r"{\upr{old}{\*\ud{new}}}", "new"),
        (r"{\object{\*\objdata 0105}{\result seen}}", "seen"),
        (r"a{\annotation a remark}b", "ab"),
        (r"{\*\ansicpg c}x", "x"),
    ],
)
def test_letters_are_read_as_they_are_seen(written: str, said: str) -> None:
    assert text(written) == said


def test_the_code_page_of_the_file_is_used() -> None:
    body = r"{\rtf1\ansi\ansicpg1251\deff0 \'cf\'f0\'e8}"
    assert read_rtf(Source("a.rtf", body.encode())).lines[0].text == "При"
    body = r"{\rtf1\mac caf\'8e\par}"
    assert read_rtf(Source("a.rtf", body.encode())).lines[0].text == "café"
    body = r"{\rtf1\ansi\ansicpg99999 caf\'e9}"
    assert read_rtf(Source("a.rtf", body.encode())).lines[0].text == "café"


def test_a_footnote_stands_behind_its_paragraph_and_is_marked_in_it() -> None:
    assert lines(
        r"\pard It rained.{\super\chftn}{\footnote\pard {\super\chftn} In May.\par}"
        r" Nobody came.{\super\chftn}{\*\footnote\ftnalt\pard {\chftn}In June.}\par"
        r" Then it was late.\par"
    ) == [
        (Role.PARAGRAPH, "It rained.[1] Nobody came.[2]"),
        (Role.FOOTNOTE, "[1] In May."),
        (Role.FOOTNOTE, "[2] In June."),
        (Role.PARAGRAPH, "Then it was late."),
    ]


def test_items_of_lists_keep_their_marks() -> None:
    assert lines(
        r"\pard{\listtext\pard\plain\f2 \'b7\tab}A rod.\par"
        r"{\pntext 2.\tab}A boat.\par \pard - A flag.\par"
    ) == [
        (Role.LIST_ITEM, "• A rod."),
        (Role.LIST_ITEM, "2. A boat."),
        (Role.LIST_ITEM, "- A flag."),
    ]


def test_a_table_is_a_line_for_each_row() -> None:
    assert lines(
        r"\pard Before.\par\trowd\cellx1\cellx2\pard\intbl Year\cell May\par or June"
        r"\cell\row\trowd\intbl 2019\cell\pard\intbl 3 m\cell\row\pard After.\par"
    ) == [
        (Role.PARAGRAPH, "Before."),
        (Role.TABLE, "Year | May or June"),
        (Role.TABLE, "2019 | 3 m"),
        (Role.PARAGRAPH, "After."),
    ]


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    long = "It rained all day, and it was late. " * 9
    assert lines(
        rf"\trowd\pard\intbl Left\cell {long}\par Again.\cell\row\trowd\intbl Alone"
        r"\cell\row\pard After."
    ) == [
        (Role.PARAGRAPH, "Left"),
        (Role.PARAGRAPH, long.strip()),
        (Role.PARAGRAPH, "Again."),
        (Role.PARAGRAPH, "Alone"),
        (Role.PARAGRAPH, "After."),
    ]


def test_heads_and_feet_of_pages_are_no_part_of_the_article() -> None:
    assert lines(
        r"{\header\pard The River\par}{\footerl\pard\qc "
        r"{\field{\*\fldinst PAGE}{\fldrslt 7}}\par}It was late.\par"
    ) == [
        (Role.PARAGRAPH, "It was late."),
        (Role.FURNITURE, "The River"),
        (Role.PAGE_NUMBER, "7"),
    ]


def test_the_words_of_a_box_are_read_once() -> None:
    assert lines(
        r"\pard It {\shp{\*\shpinst\shpleft1{\sp{\sn type}{\sv 202}}"
        r"{\shptxt\pard In a box.\par}}{\shprslt\pard In a box.\par}}rained.\par"
    ) == [(Role.PARAGRAPH, "It rained."), (Role.PARAGRAPH, "In a box.")]


def test_the_file_s_title_and_author_are_believed_where_they_stand() -> None:
    page = read(r"\pard The Lower River\par By Ann Lee\par It rained all day.\par")
    assert (page.title, page.byline) == ("The Lower River", "Ann Lee")
    page = read(r"\pard It rained all day.\par")
    assert (page.title, page.byline) == ("", "")


@pytest.mark.parametrize(
    "tail", [r"It rained", r"It {\b rained", r"It{\footnote rained\par", r"It rained\'"]
)
def test_a_file_cut_off_is_read_to_its_end_and_says_so(tail: str) -> None:
    page = read_rtf(Source("river.rtf", (HEAD + tail).encode()))
    assert page.notices
    said = " ".join(line.text for line in page.lines)
    assert "It" in said
    assert "rained" in said


@pytest.mark.parametrize("data", [rb"{\rtf1}", rb"{\rtf1 {\pict 00}}", rb"}}}{\rtf1"])
def test_a_file_without_a_word_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match="holds no words"):
        read_rtf(Source("none.rtf", data))


def test_what_follows_the_last_brace_is_not_read() -> None:
    data = (HEAD + "It rained.}\0\0 and more").encode()
    assert read_rtf(Source("a.rtf", data)).lines[0].text == "It rained."


def test_rtf_is_known_by_its_first_bytes_or_its_name() -> None:
    assert find_format(Source("x", HEAD.encode())).name == "RTF"
    assert find_format(Source("a.rtf", b"only words")).name == "RTF"


PIECES = (
    r"{ } \par  \cell  \row  \intbl  \pard  \* \v  {\footnote  {\header  {\stylesheet "
    r" {\fonttbl  {\*\shpinst{\shptxt  {\info{\title  \u-1  \u55357  \uc9  \'e9 \bin3 "
    r" \f7  \fcharset2  \ansicpg0  \' \ word {\upr \chftn  \s3  {\listtext  \nestcell "
)


@given(st.lists(st.sampled_from([*PIECES.split(" "), " ", "\xe9", "\r\n", "\\\n"])))
def test_any_file_is_read_or_refused(pieces: list[str]) -> None:
    data = ("{\\rtf1 " + "".join(pieces)).encode("latin-1")
    with contextlib.suppress(ArticleError):
        page = read_rtf(Source("any.rtf", data))
        assert all(line.text.strip() == line.text for line in page.lines)
        "".join(line.text for line in page.lines).encode()
