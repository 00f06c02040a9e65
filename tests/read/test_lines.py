from narrate.model import Line
from narrate.options import Pacing
from narrate.read.article import read_text
from narrate.read.lines import paragraphs, split_lines
from narrate.roles import Role
from narrate.script.compose import compose

WRAPPED = """\
The survey of the lower river began in April and was meant to take
six weeks, but the water stood so high that the boats could not pass
under the second bridge until the end of May.

We used the time to measure the banks on foot, from the weir to the
old ferry, and found that the southern bank had moved by four meters
since anyone had looked.
"""


def texts(page: str) -> list[str]:
    return [block.text for block in paragraphs(split_lines(page))]


def test_lines_are_counted_as_an_editor_does() -> None:
    lines = split_lines("a\r\nb\rc\n\x0cd\u2028e")
    assert [(line.number, line.text) for line in lines] == [
        (1, "a"),
        (2, "b"),
        (3, "c"),
        (4, "\x0cd\u2028e"),
    ]


def test_one_newline_or_two_part_paragraphs() -> None:
    assert texts("A first one.\nA second one.\n\nA third one.") == [
        "A first one.",
        "A second one.",
        "A third one.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    first, second = texts(WRAPPED)
    assert first.startswith("The survey")
    assert first.endswith("end of May.")
    assert second.startswith("We used")


def test_a_wrapped_paragraph_knows_all_its_lines() -> None:
    first, second = paragraphs(split_lines(WRAPPED))
    assert (first.lines, second.lines) == ((1, 2, 3), (5, 6, 7))


def test_a_line_with_a_hint_is_whole_and_those_around_it_are_joined_as_ever() -> None:
    title = Line("A River", 0, Role.TITLE)
    blocks = paragraphs((title, *split_lines(WRAPPED)))
    assert [block.lines for block in blocks] == [(0,), (1, 2, 3), (5, 6, 7)]
    assert [block.hint for block in blocks] == [Role.TITLE, None, None]


def test_verse_is_not_joined() -> None:
    verse = "\n".join(["So much depends", "upon a wheel", "that nobody turns"] * 4)
    assert len(texts(verse)) == 12


def test_captions_on_lines_of_their_own_are_not_joined() -> None:
    captions = [
        f"Soldier {n} stands by a tent. (Saul Loeb/AFP via Getty)" for n in "abcdef"
    ]
    assert texts("\n".join(captions)) == captions


def test_headlines_on_lines_of_their_own_are_not_joined() -> None:
    lines = [f"{n} Council Votes to Keep the Old Tower by the Harbor" for n in "ABCDEF"]
    assert texts("\n".join(lines)) == lines


def test_a_long_link_does_not_hide_that_lines_are_wrapped() -> None:
    link = "https://example.com/" + "a" * 200
    assert len(texts(f"{WRAPPED}\n{link}\n")) == 3


def test_a_sentence_of_a_wrapped_paragraph_knows_its_own_lines() -> None:
    article = read_text(f"A Tall Title\n\n{WRAPPED}", "a.txt")
    script = compose(article, Pacing())
    said = [u for section in script.sections for u in section.utterances]
    assert [u.lines for u in said] == [(1,), (3, 4, 5), (7, 8, 9)]
