"""Written into spoken, by spans: the longest claim wins, then the earlier rule."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from narrate.model import Span

_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[,.;:!?…](?:[\s\"”’)]|$)|['’]s\b)")
_COMMA_AFTER_STOP = re.compile(r"(?<=[.,;:!?…])(?:\s*,)+")
_COMMA_BEFORE_STOP = re.compile(r",(?=\s*[.;:!?…])")
_LEADING_STOP = re.compile(r"^[\s,;:.]+")
_ENDED = re.compile(r"[.!?…:;：；؟।。！？][\"'”’“»)\]」』）]*$")


def choose(claims: Iterable[Span]) -> tuple[Span, ...]:
    """Keep claims that don't overlap: leftmost, then longest, then first come."""
    kept: list[Span] = []
    for span in sorted(claims, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def cut(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Give the spans of one stretch, counted from its start."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return tuple(
        Span(span.start - start, span.end - start, span.spoken, span.rule)
        for span in spans[first:last]
        if span.end <= end
    )


def render(written: str, spans: Sequence[Span]) -> str:
    """Say a stretch: the spans' words in their places, white space and stops tidied."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (written[at : span.start], span.spoken)
        at = span.end
    parts.append(written[at:])
    said = _SPACES.sub(" ", "".join(parts))
    said = _SPACE_BEFORE_STOP.sub("", said)
    said = _COMMA_AFTER_STOP.sub("", said)
    said = _COMMA_BEFORE_STOP.sub("", said)
    said = _LEADING_STOP.sub("", said).strip()
    return written if said == written else said  # one text, not two alike


def without(written: str, hidden: Sequence[Span]) -> tuple[str, Sequence[int]]:
    """Give what a reader sees, and where each character of it stands.

    A soft hyphen inside a word, or a line's end, must not hide the word from the rules.
    """
    if not hidden:
        return written, range(len(written))
    places: list[int] = []
    at = 0
    for span in sorted(hidden, key=lambda span: span.start):
        places += range(at, span.start)
        at = max(at, span.end)
    places += range(at, len(written))
    return "".join(written[place] for place in places), places


def has_words(spoken: str) -> bool:
    """Tell whether a voice would have anything to say."""
    return any(letter.isalnum() for letter in spoken)


def is_ended(spoken: str) -> bool:
    """Tell whether there is a mark at the end that the voice rests at.

    A colon is one: what "would do the following:" leads to is to come.
    """
    return bool(_ENDED.search(spoken))
