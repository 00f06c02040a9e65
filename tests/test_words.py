"""What is said, word for word, is led back to what is written."""

from hypothesis import given
from hypothesis import strategies as st

from narrate.heard import Cue, Pronunciation
from narrate.model import Span, Utterance
from narrate.roles import Role
from narrate.script.speakable import render
from narrate.words import pack, phrase_of, timed, words_of


def utterance(written: str, *spans: Span) -> Utterance:
    spoken = render(written, spans)
    return Utterance(Role.PARAGRAPH, written, spoken, spans, 0, (1,))


def cue(said: Utterance) -> Cue:
    times = [(100 * at, 100 * at + 90) for at in range(len(words_of(said.spoken)))]
    return Cue(0, 100_000, said, pack(times))


def written_words(said: Utterance) -> list[tuple[str, int, int]]:
    return [
        (said.written[word.start : word.end], word.start_ms, word.end_ms)
        for word in timed(cue(said))
    ]


def test_a_word_is_what_has_a_letter_or_figure_between_white_space() -> None:
    text = "“Well,” he — a ~5% man — said."
    assert [text[a:b] for a, b in words_of(text)] == (
        ["“Well,”", "he", "a", "~5%", "man", "said."]
    )


def test_words_that_are_said_as_written_are_themselves() -> None:
    said = written_words(utterance("The mine, then."))
    assert said == [("The", 0, 90), ("mine", 100, 190), ("then", 200, 290)]


def test_many_words_said_for_one_stretch_are_that_stretch() -> None:
    span = Span(5, 9, "two hundred dollars", "money")
    said = written_words(utterance("Give $200 away.", span))
    assert said == [("Give", 0, 90), ("$200", 100, 390), ("away", 400, 490)]


def test_a_stretch_with_more_letters_behind_it_is_one_word() -> None:
    said = written_words(utterance("A U.S.-made gun", Span(2, 6, "U S", "letters")))
    assert said == [("A", 0, 90), ("U.S.-made", 100, 290), ("gun", 300, 390)]


def test_what_is_put_in_is_no_written_word() -> None:
    said = written_words(utterance("A tree.", Span(0, 0, "Photo: ", "aside")))
    assert said == [("A", 100, 190), ("tree", 200, 290)]


def test_what_is_left_out_is_not_heard() -> None:
    said = written_words(utterance("Yes [1] indeed.", Span(3, 7, "", "note")))
    assert said == [("Yes", 0, 90), ("indeed", 100, 190)]


def test_times_that_do_not_fit_the_words_are_none() -> None:
    said = utterance("Two words")
    assert timed(Cue(0, 1, said, pack([(0, 1)]))) == ()


def test_a_pronunciation_is_placed_where_its_word_is_said() -> None:
    spans = (
        Span(0, 0, "Photo: ", "aside"),
        Span(0, 4, "Kyiv", "lexicon", "ˈkiːɪv"),
        Span(5, 7, "two", "number"),
    )
    said = utterance("Kyiv, 2 Kyiv", *spans[:2], Span(6, 7, "two", "number"))
    phrase = phrase_of(said)
    assert phrase.text == "Photo: Kyiv, two Kyiv"
    assert phrase.pronunciations == (Pronunciation(7, 11, "ˈkiːɪv"),)


@given(st.lists(st.text("ab1. ,-’é", min_size=1, max_size=6), max_size=8), st.data())
def test_words_rise_and_lie_inside_what_is_written(
    pieces: list[str], data: st.DataObject
) -> None:
    written, spans = "", []
    for piece in pieces:
        if data.draw(st.booleans()):
            spoken = data.draw(st.sampled_from(["", "one two", " x ", "three"]))
            end = len(written) + len(piece)
            spans.append(Span(len(written), end, spoken, "any"))
        written += piece
    said = utterance(written, *spans)
    words = timed(cue(said))
    edges = [edge for word in words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(written) for edge in edges)
    assert all(word.start < word.end for word in words)
    times = [time for word in words for time in (word.start_ms, word.end_ms)]
    assert times == sorted(times)


def test_a_page_of_signs_is_looked_at_once() -> None:
    assert words_of("<&" * 100_000 + " end_ " + "_" * 100_000) == [(200_001, 200_005)]
