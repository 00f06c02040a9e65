"""Where a German sentence ends: a capital alone says nothing, every noun has one."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from narrate.model import Span
from narrate.script.german.ordinals import ORDINAL, STARTERS
from narrate.script.german.stops import MAY_END, NEVER_END

_CANDIDATE = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>[\"'“”‘’«»‹›)\]]*)"
    r"(?P<notes>(?:\s?\[\d[\d ,–-]*\])*)\s+"
    r"(?P<open>[\"'„“‚‘»«›‹(\[]*)(?P<next>\S)"
)
_LAST_WORD = re.compile(r"[\w./-]*$")
_NEXT_WORD = re.compile(r"[\w-]*")
_LIST_NUMBER = re.compile(r"\W{0,3}(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})$")
_INITIAL = re.compile(r"(?:^|.*[.])?[A-Za-zÄÖÜäöü]$")
_SHORT = re.compile(r"[b-df-hj-np-tv-z]{1,5}")  # no vowel: "rd. 5", "tgl. 8"
_LONGEST_BRACKET = 300
_CLOSED_BY_ANY = frozenset({"street", "date", "place"})
_NOT_FIRST = ",;:–—)&%"


def sentences(text: str, spans: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends; never inside a span."""
    starts = [span.start for span in spans]
    start = 0
    opened = counted = 0
    for found in _CANDIDATE.finditer(text):
        closed = found.end("close")
        opened += text.count("(", counted, closed) - text.count(")", counted, closed)
        counted = closed
        near = text.rfind("(", max(start, closed - _LONGEST_BRACKET), closed) >= 0
        at = bisect_right(starts, found.start("stop")) - 1
        span = spans[at] if at >= 0 and spans[at].end > found.start("stop") else None
        end = found.end("notes")
        inside = span is not None and span.end > end
        if not inside and not (opened > 0 and near) and _ends(text, start, found, span):
            yield start, end
            start = found.start("open")
            opened = 0
            counted = start
    if text[start:].strip():
        yield start, len(text.rstrip())


def _ends(text: str, start: int, found: re.Match[str], span: Span | None) -> bool:
    """Decide whether this stop ends a sentence."""
    at = found.start()
    window = text[max(start, at - 60) : at]
    if not any(letter.isalnum() for letter in window):
        return False
    if found["next"].islower() or found["next"] in _NOT_FIRST:
        return False
    if found["stop"] != "." or found["close"]:
        return True
    if at - start < 12 and _LIST_NUMBER.fullmatch(text[start:at]):
        return False
    if span is not None and span.rule == ORDINAL:
        return False
    after = text[found.end("open") : found.end("open") + 40]
    word = _NEXT_WORD.match(after)
    starter = (word[0] if word else "").lower() in STARTERS or bool(found["open"])
    return _full_stop_ends(text, window, found, span, starter=starter)


def _full_stop_ends(
    text: str, window: str, found: re.Match[str], span: Span | None, *, starter: bool
) -> bool:
    """Decide by the word before a full stop, an abbreviation or not."""
    at = found.start() + 1
    if span is not None:
        key = "".join(text[span.start : at].split())
        if found["next"].isdigit() or key in NEVER_END:
            return False
        return starter or key in MAY_END or span.rule in _CLOSED_BY_ANY
    last = _LAST_WORD.search(window)
    word = last[0] if last else ""
    if _SHORT.fullmatch(word) and found["next"].isdigit():
        return False
    if _INITIAL.fullmatch(word) and not word[:1].isdigit():
        return starter
    return True
