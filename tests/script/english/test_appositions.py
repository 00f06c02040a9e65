import pytest

from narrate.script.english.appositions import appositions

JOINED = {
    "the Ferry Safety Board, or FSB, met": ("FSB", "Ferry Safety Board"),
    "the Ferry Safety Board, better known as the FSB.": ("FSB", "Ferry Safety Board"),
    "the Ferry Safety Board, abbreviated FSB, met": ("FSB", "Ferry Safety Board"),
    "the Ferry Safety Board, whose acronym is FSB.": ("FSB", "Ferry Safety Board"),
    "the Ferry Safety Board, FSB, met": ("FSB", "Ferry Safety Board"),
    "the Ferry Safety Board — FSB — met": ("FSB", "Ferry Safety Board"),
    "the Ferry Safety Board, FSB for short, met": ("FSB", "Ferry Safety Board"),
    "FSB, the Ferry Safety Board, met": ("FSB", "Ferry Safety Board"),
    "FSB stands for ferry safety board here": ("FSB", "ferry safety board"),
    "FSB, short for ferry safety board, is": ("FSB", "ferry safety board"),
    "FSB is an acronym for ferry safety board.": ("FSB", "ferry safety board"),
    "fast small boats, or FSBs, came": ("FSB", "fast small boats"),
    "artificial intelligence, or AI, came": ("AI", "artificial intelligence"),
}
NOT_JOINED = (
    "by ferry or FSB, they came",
    "the alliance, known as NATO, met",
    "the NATO, EU, UN and OSCE met",
    "ministers in Paris, NATO, the alliance, met",
    "the U.S., or USA, said",
    "He met Angela, the German.",
    "a Board, FSB, met",
)


@pytest.mark.parametrize("text", JOINED)
def test_words_may_join_a_short_form_to_its_long_form(text: str) -> None:
    ((short, long, start, end),) = appositions(text)
    assert (short, long) == JOINED[text]
    assert short in text[start:end]


@pytest.mark.parametrize("text", NOT_JOINED)
def test_other_words_join_nothing(text: str) -> None:
    assert list(appositions(text)) == []
