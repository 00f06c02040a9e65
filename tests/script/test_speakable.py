from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from narrate.model import Span
from narrate.script.speakable import choose, cut, render

SPANS = st.lists(
    st.builds(
        lambda start, length: Span(start, start + length, "x", "rule"),
        st.integers(0, 40),
        st.integers(0, 10),
    )
)


@given(SPANS)
def test_chosen_spans_never_overlap(claims: list[Span]) -> None:
    kept = choose(claims)
    assert all(a.end <= b.start for a, b in pairwise(kept))


def test_the_longest_claim_wins_then_the_first_to_come() -> None:
    short, long = Span(0, 2, "a", "one"), Span(0, 5, "b", "two")
    twin = Span(0, 5, "c", "three")
    assert choose([short, long, twin]) == (long,)


def test_spans_of_a_stretch_are_counted_from_its_start() -> None:
    spans = (Span(2, 4, "a", "r"), Span(10, 12, "b", "r"))
    assert cut(spans, 8, 14) == (Span(2, 4, "b", "r"),)


def test_stops_and_spaces_are_tidied() -> None:
    written = "System (ATACMS) ; it , (yes) ."
    spans = (Span(7, 15, ", attack-ems,", "r"), Span(23, 24, ", ", "r"))
    assert render(written, (*spans, Span(27, 28, ", ", "r"))) == (
        "System, attack-ems; it, yes."
    )
