"""Plain text line by line: the same lines as from one text."""

import pytest

from narrate.read.base import Source
from narrate.read.lines import split_lines
from narrate.read.text import read_text_file

PAGES = (
    "One line",
    "One line\n",
    "\n\nTwo – lines\n\nof “text”\n",
    "A line\r\nby another\rmachine\n",
    "A form\x0cfeed, a \x85 and a \u2028 end no line\nbut this",
    "\ufeffA mark\nbefore it",
)


@pytest.mark.parametrize("page", PAGES)
def test_lines_are_those_of_the_whole_text(page: str) -> None:
    lines = read_text_file(Source("page.txt", page.encode())).lines
    assert lines == split_lines(page.removeprefix("\ufeff"))


def test_a_stray_byte_in_one_line_is_mended_as_in_the_whole() -> None:
    data = "Müller’s café, naïve – a fiancée\n".encode() + b"caf\xe9\n"
    page = read_text_file(Source("page.txt", data))
    assert page.lines[1].text == "café"
    assert page.notices
