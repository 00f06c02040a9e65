"""Words: what is said, word for word, led back to what is written.

A word is what stands between white space and has a letter or a figure in it. What is
said for a stretch ("two hundred dollars" for "$200") is led back to all of it.
"""

import struct
from collections.abc import Iterable, Iterator

from narrate.compiled import compiled
from narrate.heard import Cue, Phrase, Pronunciation, Word
from narrate.model import Span, Utterance

_WORD = r"(?<!\S)(?:_|[^\w\s])*+[^\W_]\S*"  # looks at no sign twice, were it a page
_PAIR = struct.Struct("<II")


def words_of(text: str) -> list[tuple[int, int]]:
    """Give where each word of a text starts and ends."""
    return [found.span() for found in compiled(_WORD).finditer(text)]


def phrase_of(utterance: Utterance) -> Phrase:
    """Give what a voice is given to say, with what a lexicon knows of its sound."""
    if not any(span.ipa for span in utterance.spans):
        return Phrase(utterance.spoken)
    places = _written_places(utterance)
    said: list[Pronunciation] = []
    for span in utterance.spans:
        here = [at for at, place in enumerate(places) if place is span]
        if span.ipa and here:
            said.append(Pronunciation(here[0], here[-1] + 1, span.ipa))
    return Phrase(utterance.spoken, tuple(said))


def timed(cue: Cue) -> tuple[Word, ...]:
    """Give when each word that is written is heard: in order, none twice."""
    spoken = cue.utterance.spoken
    heard = words_of(spoken)
    times = list(_PAIR.iter_unpack(cue.times_ms))
    if len(times) != len(heard):
        return ()
    starts, ends = _edges(cue.utterance)
    words: list[Word] = []
    at = 0
    for (first, last), (start_ms, end_ms) in zip(heard, times, strict=True):
        here, at = at, at + sum(map(str.isalnum, spoken[first:last]))
        there = min(at, len(ends)) - 1
        while here <= there and starts[here] == ends[here]:
            here += 1  # put in: "Photo:"
        while here <= there and starts[there] == ends[there]:
            there -= 1
        if here > there:
            continue
        start, end = starts[here], ends[there]
        if words and start < words[-1].end:  # one more that is said for the same
            before = words.pop()
            word = Word(before.start, max(before.end, end), before.start_ms, end_ms)
        else:
            word = Word(start, end, start_ms, end_ms)
        words.append(word)
    return tuple(words)


def pack(times: Iterable[tuple[int, int]]) -> bytes:
    """Give pairs of numbers as bytes, eight each."""
    flat = [number for pair in times for number in pair]
    return struct.pack(f"<{len(flat)}I", *flat)


def unpack(packed: bytes) -> Iterator[tuple[int, int]]:
    """Give the pairs back; raises struct.error where they are torn."""
    return _PAIR.iter_unpack(packed)


def _written_places(utterance: Utterance) -> list[Span | int | None]:
    """Give for each character of `spoken` the span, or the place, that it comes from.

    What tidies a sentence takes out spaces and stops and moves nothing: so letters and
    figures correspond one by one, in their order.
    """
    sources = _sources(utterance)
    places: list[Span | int | None] = []
    for letter in utterance.spoken:
        place: Span | int | None = None
        if letter.isalnum():
            place = next(sources, None)
        places.append(place)
    return places


def _sources(utterance: Utterance) -> Iterator[Span | int]:
    at = 0
    end = len(utterance.written)
    for span in (*utterance.spans, Span(end, end, "", "")):
        for place in range(at, span.start):
            if utterance.written[place].isalnum():
                yield place
        yield from (span for letter in span.spoken if letter.isalnum())
        at = span.end


def _edges(utterance: Utterance) -> tuple[list[int], list[int]]:
    """Give where what each letter of `spoken` comes from starts and ends, in order."""
    written = utterance.written
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for span in (*utterance.spans, Span(len(written), len(written), "", "")):
        own = [i for i in range(at, span.start) if written[i].isalnum()]
        letters = sum(map(str.isalnum, span.spoken))
        starts += own + [span.start] * letters
        ends += [i + 1 for i in own] + [span.end] * letters
        at = span.end
    return starts, ends
