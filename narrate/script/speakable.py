"""Written into spoken, by spans: the longest claim wins, then the earlier rule."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

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
    for span in sorted(claims, key=_order):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _order(span: Span) -> tuple[int, bool, int]:
    """Put words that are put in before what they are put before."""
    return span.start, span.end > span.start, -span.end


def apart(claims: Iterable[Span], others: Sequence[Span]) -> Iterable[Span]:
    """Give the claims that overlap none of the others, which are in order."""
    if not others:
        return claims
    starts = [other.start for other in others]
    return (
        span
        for span in claims
        if others[max(0, bisect_left(starts, span.end) - 1)].end <= span.start
        or starts[0] >= span.end
    )


def placed(spans: Iterable[Span], places: Sequence[int]) -> Iterator[Span]:
    """Move spans to the places where their characters stand."""
    for span in spans:
        end = places[span.end - 1] + 1 if span.end else 0
        start = places[span.start] if span.start < span.end else end
        yield Span(start, end, span.spoken, span.rule, span.ipa)


def cut(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Give the spans of one stretch, counted from its start."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return tuple(
        Span(s.start - start, s.end - start, s.spoken, s.rule, s.ipa)
        for s in spans[first:last]
        if s.end <= end
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
