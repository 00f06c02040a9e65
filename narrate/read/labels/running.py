"""What runs through a page: speakers' names, and a printed page's head and foot."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.people import is_name
from narrate.read.labels.when import is_date_line, is_time_line
from narrate.roles import Role

_TIMES = 3
_WORDS = 12
_SPEAKER_WORDS = 4
_FIGURE = lazy(r"^\W*\d{1,4}\s+|\s+\d{1,4}\W*$")
_HEAD = lazy(r"\d{1,4}\s{3,}\S.{3,80}|\S.{3,80}\s{3,}\d{1,4}")


def find_speakers(blocks: Sequence[Block]) -> None:
    """Keep the names that stand alone again and again, before what they say."""
    short = [b for b in blocks if b.open and _may_speak(b)]
    times = Counter(
        block.text.rstrip(":")
        for block, under in pairwise(blocks)
        if block.open and under.open and _may_speak(block) and not _may_speak(under)
    )
    often = {text for text, count in times.items() if count >= _TIMES}
    for block in short:
        name = block.text.rstrip(":")
        if name in often or any(name.endswith(f" {last}") for last in often):
            block.role = Role.PARAGRAPH


def _may_speak(block: Block) -> bool:
    name = block.text.rstrip(":")
    if block.words > _SPEAKER_WORDS or block.hint is not None:
        return False
    return (
        is_name(name)
        or (block.words == 1 and name.isalpha() and name.istitle())
        or (
            block.words <= 2 and name.isupper()  # noqa: PLR2004
        )
    )


def find_running(blocks: Sequence[Block]) -> None:
    """Mark heads and feet: a number beside words that come on every page."""
    for block in blocks:
        if block.open and _HEAD.fullmatch(block.text) and not block.stopped:
            block.role = Role.PAGE_NUMBER
    found = [
        (block, _FIGURE.sub("", block.text).casefold())
        for block in blocks
        if block.open and _may_run(block)
    ]
    times = Counter(words for _, words in found)
    forms = Counter(words for words, _ in {(words, b.text) for b, words in found})
    for block, words in found:
        if times[words] >= _TIMES and forms[words] > 1:
            block.role = Role.PAGE_NUMBER


def _may_run(block: Block) -> bool:
    text = block.text
    if block.words > _WORDS or not _FIGURE.search(text) or block.hint is not None:
        return False
    rest = _FIGURE.sub("", text).split()
    return len(rest) > 1 and not is_date_line(text) and not is_time_line(text)
