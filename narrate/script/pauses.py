"""How long the voice rests, and with which mark it goes on or falls."""

import re

from narrate.model import Span
from narrate.roles import Role
from narrate.script.speakable import is_ended, render

PASSAGE_MS = 700
_PASSAGES_MS = {
    Role.TITLE: 900,
    Role.DEK: 800,
    Role.DATELINE: 300,  # "KYIV, Ukraine (AP) —": the story begins in the same breath
    Role.HEADING: 800,
    Role.PARAGRAPH: 650,
    Role.LIST_ITEM: 500,
    Role.CREDIT: 900,  # the picture is over: back to the article
}
_LEADING_MS = 450  # "They want the following:": a list or a letter is to come
_SENTENCE_MS = 350
_SENTENCES_MS = {
    "?": 450,  # a question may stand for a moment
    "…": 450,  # and so may what is left unsaid
    ":": 250,  # "He wrote:" is the first half of what follows
}
_BREATH_MS = 80  # no mark: as short as a breath can be and not be a click
_BREATHS_MS = {
    ",": 150,
    "—": 200,
    "–": 200,
    "-": 200,
    ":": 250,
    ";": 250,  # nearly a full stop, and read like one
    "…": 350,
}
_LAST_MARK = re.compile(r"(\.{3}|\W)[\"'”’»)\]]*$")
_CARRIED = re.compile(r"[\w%][\s\")”’\]»“]*$")


def pause_ms(written: str, role: Role, *, ends: bool, last: bool) -> int:
    """Give the rest behind a piece: of a sentence, at its end, or at the passage's."""
    found = _LAST_MARK.search(written)
    mark = "…" if found and found[1] == "..." else found[1] if found else ""
    if last:
        passage_ms = _PASSAGES_MS.get(role, PASSAGE_MS)
        return min(_LEADING_MS, passage_ms) if mark == ":" else passage_ms
    if ends:
        return _SENTENCES_MS.get(mark, _SENTENCE_MS)
    return _BREATHS_MS.get(mark, _BREATH_MS)


def closed(written: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Let the voice fall at the end of a line that has no mark of its own."""
    if is_ended(render(written, spans)):
        return spans
    return (*spans, Span(len(written), len(written), ".", "full stop"))


def carried(written: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Keep the voice up where a sentence is cut between two words.

    Without a mark espeak-ng falls as at a full stop: to 79 Hz, where a comma holds 93.
    """
    if not _CARRIED.search(render(written, spans)):
        return spans
    return (*spans, Span(len(written), len(written), ",", "breath"))
