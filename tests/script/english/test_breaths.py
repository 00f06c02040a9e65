import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Span
from narrate.script.english.breaths import EASY, LONGEST, breaths

# After a mark near the middle, not in a list; before a linking word, not at the comma
# before a name; before a clause, where there is no mark; behind a dash; and never in
# a short quotation or bracket.
BREATHED = [
    " ".join(paragraph.split())
    for paragraph in """
    The committee had met on every Tuesday of that long and rainy spring, in a room
    above the fire station; | it had heard the mayor, the clerk, the treasurer and
    eleven angry neighbors, and it had decided nothing at all.

    The new machines can clear a field of seven acres in the time that a crew with
    detectors would need for a single garden, | which is why the ministry wants forty
    more of them by the spring from its old partner in Denmark, Nordic Demining.

    Officials at the ministry of transport said on Monday in a short written statement
    to all the reporters in the capital | that the old bridge over the northern arm of
    the river would have to be taken down before the first of the winter storms.

    He had come to the valley for a single summer to write a book about its churches
    and its bells — | and forty years later he was still there with a book of eleven
    pages, a dog with three legs, and a cold house full of other people's clocks.

    The report, which the agency had kept in a drawer for two years and then called “a
    draft, a sketch, and no more than a sketch,” | was read aloud in the chamber (by
    the clerk, a Mr. Amis, and for nearly an hour) on Thursday night.
    """.split("\n\n")
]


def _pieces(text: str, spans: tuple[Span, ...] = ()) -> list[str]:
    return [text[a:b] for a, b in breaths(text, 0, len(text), spans)]


@given(st.text(alphabet=st.sampled_from("ab, ;and (“”)—"), max_size=2000))
def test_a_breath_is_short_and_nothing_is_lost(text: str) -> None:
    text = text.strip()
    pieces = _pieces(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= LONGEST for piece in pieces)


def test_a_sentence_of_a_bearable_length_stays_whole() -> None:
    text = "It was late, and we were tired; but nobody " + "ever " * 29 + "slept."
    assert len(text) <= EASY
    assert _pieces(text) == [text]


@pytest.mark.parametrize("parted", BREATHED)
def test_a_long_sentence_takes_breath_where_a_reader_would(parted: str) -> None:
    assert " | ".join(_pieces(parted.replace(" | ", " "))) == parted


def test_no_piece_is_a_word_or_two() -> None:
    text = (
        "Yes, " + "he walked to the far end of the long field again, " * 6 + "he did."
    )
    assert all(len(piece.split()) >= 4 for piece in _pieces(text))


def test_a_name_and_a_number_stay_whole_where_no_mark_helps() -> None:
    text = "they met John Quincy Adams near 40 small wooden houses " * 12
    for piece in _pieces(text.strip()):
        assert not piece.endswith(("John", "Quincy", "40"))
        assert not piece.startswith(("Quincy", "Adams"))


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("the drawing of birds (1905) is", "birds (1905)"),
        ("the officer (Acting) of the", "officer (Acting)"),
        ("supplied in autumn five (5) workstations", "five (5) workstations"),
        ("built by Lark Satellite Systems, Inc. to carry", "Systems, Inc."),
        ("a house in Dover, Delaware, and in", "Dover, Delaware"),
        ("a house in Dover, Del., and in", "Dover, Del."),
        ("seen in 2001: A Space Odyssey, with", "2001: A Space"),
        ("held by Customs and Border Patrol near", "Customs and Border"),
        ("effects of global warming and ozone pollution over", "warming and ozone"),
        ("a council on American - Islamic Relations in", "American - Islamic"),
        ("whoever was inspired or directed by", "inspired or directed"),
        ("nearly six million people in", "six million people"),
        ("the mayor then announced that a fair", "announced that"),
        ("asked to determine if he", "determine if he"),
    ],
)
def test_what_is_one_thing_is_said_in_one_breath(words: str, held: str) -> None:
    filler = "under the roof of a mill made from old and heavy boards "
    for n in range(1, 5):
        text = f"{filler * n}{words} {filler * 4}".strip()
        assert any(held in piece for piece in _pieces(text)), _pieces(text)


@pytest.mark.parametrize(
    "words",
    [
        "the old men of the valley and the young women of the hill",
        "activated all of those receptors and caused the small hairs to beat",
        "forced to leave the city in November and begin his long way home",
    ],
)
def test_and_between_two_clauses_is_a_place_for_breath(words: str) -> None:
    filler = "under the shadow of a roof made from old and heavy wooden boards"
    text = f"{filler} with {filler[:50]} {words} {filler} in {filler}"
    assert any(piece.startswith("and ") for piece in _pieces(text)), _pieces(text)


def test_a_long_bracket_may_be_begun_with_a_breath() -> None:
    aside = "(which nobody in all of the valley had ever seen, not even the miller)"
    text = (
        f"{'the ford and the weir near the mill at a bend of the river ' * 3}{aside} "
    )
    assert any(p.startswith("(which") for p in _pieces(f"{text}{'was gone now ' * 5}"))


def test_german_linking_words_are_places_for_breath() -> None:
    text = (
        "Die Stadt am Fluss hat in den letzten zwanzig Jahren viel Geld für neue Wege "
        "und kleine Häfen am Ufer ausgegeben, obwohl die Bürger in jedem Frühling vor "
        "dem Rathaus, am Markt, gegen die teuren Pläne der Räte laut singen mussten."
    )
    assert _pieces(text)[1].startswith("obwohl")


def test_a_sentence_without_any_mark_is_parted_between_words() -> None:
    text = ("word " * 4000).strip()
    pieces = _pieces(text)
    assert " ".join(pieces) == text
    assert max(map(len, pieces)) <= EASY + 20
    assert min(map(len, pieces)) > EASY // 2


def test_a_word_of_a_thousand_letters_is_parted_by_force() -> None:
    pieces = _pieces("a" * 1000)
    assert "".join(pieces) == "a" * 1000
    assert max(map(len, pieces)) <= LONGEST


def test_what_is_said_counts_and_not_what_is_written() -> None:
    text = "He owed $5 to the bank, " * 6 + "and paid."
    spans = tuple(
        Span(at, at + 2, "five dollars and not a single cent more", "test")
        for at in range(len(text))
        if text.startswith("$5", at)
    )
    assert len(_pieces(text)) == 1
    assert len(_pieces(text, spans)) > 1


def test_a_span_is_never_parted() -> None:
    text = "so, he went, and " * 30
    span = Span(100, 400, "so he went", "test")
    edges = {at for pair in breaths(text, 0, len(text), (span,)) for at in pair}
    assert not any(span.start < at < span.end for at in edges)
