import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.script.english.sentences import LONGEST, breaths, sentences

PARTED = (
    "He came. | She left.",
    "It cost $5.50 in all. | Nobody paid.",
    "The U.S. President spoke. | He left the U.S. | The next day he flew.",
    "Mr. Lee and Dr. Wu met at 5 p.m. on Nov. 20. | They talked.",
    "See No. 5. | No. | Not that one.",
    "“Where to?” she asked. | “Home.” | He nodded.",
    "Acme Inc. said so. | Wait… | What? | Yes!",
    "It was (he said. And meant it) over. | They went.",
    "Gov. Ann Lee (D-N.Y.) signed it. | In Dover, Del., it rained.",
    "J. K. Rowling wrote it. | I read it.",
)


@pytest.mark.parametrize("parted", PARTED)
def test_sentences_are_parted_where_they_end(parted: str) -> None:
    text = parted.replace(" | ", " ")
    assert " | ".join(text[a:b] for a, b in sentences(text)) == parted


@given(st.text(alphabet=st.sampled_from("aB. !?“”()1,\n…’ "), max_size=80))
def test_no_character_is_lost_between_sentences(text: str) -> None:
    kept = "".join(text[a:b] for a, b in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from("ab, ;and "), max_size=2000))
def test_a_breath_is_short_and_nothing_is_lost(text: str) -> None:
    text = text.strip()
    pieces = [text[a:b] for a, b in breaths(text, 0, len(text))]
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= LONGEST for piece in pieces)


def test_a_long_sentence_takes_breath_at_a_clause() -> None:
    text = "It went on " + "and on " * 25 + "for years; then it " + "stopped " * 20
    first, *_ = breaths(text, 0, len(text))
    assert text[first[0] : first[1]].endswith("years;")
