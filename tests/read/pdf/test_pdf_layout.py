"""The pure half of the PDF reader: words in places, without a PDF."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import ArticleError
from narrate.read.pdf.base import NO_LETTER, Paper, Row, Sheet, Style, Word
from narrate.read.pdf.facts import byline, language, notices, published, refuse_wordless
from narrate.read.pdf.hyphens import Vocabulary, joined
from narrate.read.pdf.order import in_order
from narrate.read.pdf.reader import blocks
from narrate.read.pdf.running import role_of_running
from narrate.read.pdf.upright import upright
from narrate.roles import Role

PLAIN, NOTE = Style(10.0, "Times"), Style(6.5, "Times")


def words(
    text: str, x: float = 60, y: float = 100, style: Style = PLAIN
) -> tuple[Word, ...]:
    out = []
    for token in text.split():
        width = 0.5 * style.size * len(token)
        out.append(Word(token, x, x + width, y, style))
        x += width + 0.3 * style.size
    return tuple(out)


def row(text: str, x: float = 60, y: float = 100, style: Style = PLAIN) -> Row:
    return Row(list(words(text, x, y, style)), 0)


def sheet(*lines: Sequence[Word], **facts: bool) -> Sheet:
    return Sheet(600, 800, tuple(word for line in lines for word in line), **facts)


def letters(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


ANY_WORD = st.builds(
    lambda text, x, y, size, bold, glued: Word(
        text, x, x + size * len(text) / 2, y, Style(size, "F", bold), glued
    ),
    st.sampled_from(
        "river bank- 12 1 [3] • Figure Table 4: References and. 7 i x —".split()
    ),
    st.integers(0, 550).map(float),
    st.integers(0, 66).map(lambda line: 12.0 * line),
    st.sampled_from([7.0, 10.0, 10.0, 16.0]),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(st.lists(ANY_WORD, min_size=1, max_size=60), min_size=1, max_size=4))
def test_words_in_any_places_are_all_in_one_block_each(
    pages: list[list[Word]],
) -> None:
    seen = letters("".join(word.text for page in pages for word in page))
    paper = Paper(tuple(Sheet(600, 800, tuple(page)) for page in pages))
    made = list(blocks(paper))
    assert letters("".join(text for text, _ in made)) == seen
    assert all(text.strip() for text, _ in made)


@pytest.mark.parametrize(
    ("evidence", "upper", "lower", "text"),
    [
        (
            "an international one",
            "some inter-",
            "national law",
            "some international law",
        ),
        ("a well-known one", "a well-", "known man", "a well-known man"),
        ("nothing", "a well-", "known man", "a well-known man"),
        ("nothing", "the govern-", "ment of", "the government of"),
        ("nothing", "the Anglo-", "Saxon age", "the Anglo-Saxon age"),
        ("nothing", "1939-", "45 and", "1939-45 and"),
        ("nothing", "state-of-the-", "art work", "state-of-the-art work"),
        ("salt water", "the salt-", "water lake", "the salt-water lake"),
        ("nothing", "made in the U.S.-", "led war", "made in the U.S.-led war"),
        ("nothing", "the soft\xad", "ware is", "the software is"),
        ("nothing", "rain \u2014", "and wind", "rain \u2014 and wind"),
        ("nothing", "rain\u2014", "and wind", "rain\u2014and wind"),
        ("nothing", "\u65e5\u672c", "\u8a9e", "\u65e5\u672c\u8a9e"),
    ],
)
def test_a_hyphen_goes_where_it_only_parts_a_word(
    evidence: str, upper: str, lower: str, text: str
) -> None:
    pair = [row(upper), row(lower)]
    vocabulary = Vocabulary([row(f"the {evidence} here"), *pair])
    assert joined(pair, vocabulary) == text


def test_the_file_s_order_is_kept_where_the_sheet_does_not_speak_against_it() -> None:
    left = [row("left column of words", 60, 100 + 12 * at) for at in range(5)]
    right = [row("right column of words", 320, 100 + 12 * at) for at in range(5)]
    assert in_order(right + left) == right + left
    mixed = [row for pair in zip(left, right, strict=True) for row in pair]
    assert in_order(mixed) == left + right
    title = row("A title over both of the columns, as wide as they are", 60, 60)
    assert in_order([*left, *right, title]) == [title, *left, *right]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("12", Role.PAGE_NUMBER),
        ("- xii -", Role.PAGE_NUMBER),
        ("Page 3 of 10", Role.PAGE_NUMBER),
        ("Notes from the River 12", Role.FURNITURE),
    ],
)
def test_a_bare_number_at_an_edge_is_a_page_number(text: str, role: Role) -> None:
    assert role_of_running(text) is role


def test_a_lying_sheet_is_turned_and_words_over_its_edge_are_left_out() -> None:
    side = Style(10.0, "Times", angle=90)
    standing = [Word("up", 500.0, 520.0, 100.0 + at, side) for at in (0, 30)]
    odd = Word("odd", 10.0, 30.0, 10.0, PLAIN)
    found = upright([*standing, odd], (0, 0, 600, 800), ())
    assert (found.width, found.height) == (pytest.approx(800), pytest.approx(600))
    assert [(round(w.left), round(w.y)) for w in found.words] == [
        (100, 500),
        (130, 500),
    ]
    assert [word.text for word in found.turned] == ["odd"]


def test_hidden_words_count_only_on_a_picture() -> None:
    hidden = Style(10.0, "Times", unseen=True)
    word = Word("ghost", 100.0, 130.0, 100.0, hidden)
    assert not upright([word], (0, 0, 600, 800), ()).words
    word = Word("ghost", 100.0, 130.0, 100.0, hidden)
    assert upright([word], (0, 0, 600, 800), [(0, 0, 600, 800)]).words


def test_what_the_file_says_of_itself_is_held_against_the_first_sheet() -> None:
    first = sheet(words("By Ann Lee"), words("24 May 2024", y=120))
    paper = Paper((first,), author="Ann Lee", created="2024-05-29", language="en-GB")
    assert (byline(paper), published(paper), language(paper)) == (
        "Ann Lee",
        "2024-05",
        "en-GB",
    )
    other = Paper((first,), author="admin", created="2021-01-01", language="english!")
    assert (byline(other), published(other), language(other)) == ("", "", "")
    exact = Paper((sheet(words("2024-05-29")),), created="2024-05-29")
    assert published(exact) == "2024-05-29"


def test_lost_pages_are_named_in_a_sentence_each() -> None:
    good = sheet(words("good"))
    garbled = sheet(words("\ue001\ue002 " + NO_LETTER))
    torn, pictured = sheet(torn=True), sheet(pictured=True)
    assert list(notices([pictured, good, garbled, torn, torn])) == [
        "Page 1 holds only pictures: their words can't be read.",
        "Page 3 does not say which letters the signs stand for.",
        "Pages 4 and 5 are missing: the file is broken there.",
    ]
    with pytest.raises(ArticleError, match="does not say which letters"):
        refuse_wordless("x.pdf", Paper((garbled, pictured)))
    with pytest.raises(ArticleError, match="is broken: no page can be read"):
        refuse_wordless("x.pdf", Paper((torn,)))
