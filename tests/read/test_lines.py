from narrate.read.lines import paragraphs, split_lines

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


def test_verse_is_not_joined() -> None:
    verse = "\n".join(["So much depends", "upon a wheel", "that nobody turns"] * 4)
    assert len(texts(verse)) == 12
