import unicodedata

import pytest

from narrate.publish.cover_layout import (
    HEIGHT_PX,
    LEADING,
    WIDTH_PX,
    colours,
    lay,
    shorten,
    showable,
    wave,
)
from narrate.publish.palette import PALETTE, contrast

HALF = 0.5


def wide(text: str) -> float:
    """Measure as a typewriter does: each letter is half as wide as it is high."""
    return HALF * len(text)


def latin(letter: str) -> bool:
    return letter.isascii() or letter in "é\u0323\u0301"


def fits(title: str) -> tuple[int, tuple[str, ...]]:
    block = lay(title, wide)
    assert all(wide(line) * block.size_px <= WIDTH_PX for line in block.lines)
    height = block.size_px * (1 + LEADING * (len(block.lines) - 1))
    assert height <= HEIGHT_PX
    return block.size_px, block.lines


def test_a_short_title_is_as_large_as_the_room_allows() -> None:
    size, lines = fits("Mines")
    assert size == 400
    assert lines == ("Mines",)


def test_a_longer_title_is_smaller_and_loses_no_word() -> None:
    title = "Thousands flee as wildfires spread across southern Spain and Portugal"
    size, lines = fits(title)
    assert " ".join(lines) == title
    assert 100 < size < fits(title[:30])[0]


def test_lines_are_of_like_length() -> None:
    _, lines = fits("one two three four five six seven eight")
    assert lines == ("one two", "three four", "five six", "seven eight")


def test_a_line_may_end_at_a_hyphen_inside_a_word() -> None:
    _, lines = fits("Approves Anti-Personnel Mines")
    assert "".join(lines).replace(" ", "") == "ApprovesAnti-PersonnelMines"
    assert fits("e-mail A-1 e-mail A-1 e-mail A-1")[1][0].startswith("e-mail")


def test_a_word_that_no_line_could_hold_is_cut_before_a_syllable() -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    size, lines = fits(word)
    assert size >= 85
    assert "".join(line.removesuffix("-") for line in lines) == word
    assert all(line.endswith("-") for line in lines[:-1])
    assert not any(line.endswith("c-") for line in lines)


def test_an_endless_word_and_an_endless_title_end_in_three_points() -> None:
    for title in ("x" * 300, "word and another " * 60):
        size, lines = fits(title)
        assert size == 85 or len(lines) > 7
        assert lines[-1].endswith("…")
        assert not lines[-1].endswith("-…")


def test_no_title_has_no_lines() -> None:
    assert lay("", wide).lines == ()


def test_what_is_too_long_for_its_room_is_cut_at_a_letter() -> None:
    assert shorten("Ann Lee", 3.5, wide) == "Ann Lee"
    assert shorten("Ann, Lee and Bob", 3.0, wide) == "Ann…"
    assert shorten("Ann", 0.1, wide) == "…"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A party 🎉 for all ❤\ufe0f", "A party for all"),
        ("  a\x00b\tc\u200fd\u202ee\ud800f ", "a b cdef"),
        ("ＡＢ ﬁne", "AB fine"),
        ("cafe\u0301", "café"),
        ("ẹ", "e\u0323"),
        ("a" + "\u0301" * 50, "á" + "\u0301" * 2),
        ("Die Мины", ""),
        ("שלום", ""),
        ("العربية", ""),
        ("中文标题", ""),
        ("हिन्दी", ""),
        ("🎉", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_text_is_shown_whole_or_not_at_all_but_for_symbols(
    written: str, shown: str
) -> None:
    found = showable(written, latin)
    assert unicodedata.normalize("NFD", found) == unicodedata.normalize("NFD", shown)


def test_a_script_from_the_right_is_not_shown_even_by_a_font_that_has_it() -> None:
    assert showable("שלום", lambda _: True) == ""


def test_a_title_of_any_length_is_read_no_further_than_anybody_could_see() -> None:
    assert len(showable("a" * 100_000, latin)) == 1_000
    assert showable(" \t" * 50_000 + "a", latin) == "a"


def test_every_colour_of_letters_is_at_least_7_to_1_on_its_paper() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    for paint in PALETTE:
        assert contrast(paint.paper, paint.ink) >= 7
        assert contrast(paint.paper, paint.tint) >= 7


def test_a_title_has_its_own_colour_and_wave_for_ever() -> None:
    assert colours("Mines") == PALETTE[1]
    assert {colours(str(each)) for each in range(100)} == set(PALETTE)
    heights = wave("Mines", 50)
    assert heights == wave("Mines", 50)
    assert heights != wave("Minds", 50)
    assert all(0.15 <= height <= 1 for height in heights)
    assert len(wave("\ud800", 7)) == 7
