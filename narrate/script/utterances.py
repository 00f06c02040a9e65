"""A passage into utterances: its spans, its sentences, its breaths and their rests."""

from collections.abc import Iterator, Sequence

from narrate.compiled import compiled
from narrate.model import Passage, Span, Utterance
from narrate.options import Emoji, Pacing
from narrate.roles import BESIDE, Role
from narrate.script.base import Tongue
from narrate.script.english.breaths import breaths
from narrate.script.marks import EMOJI
from narrate.script.pauses import carried, closed, pause_ms
from narrate.script.speakable import cut, has_words, is_ended, render

_QUOTING = r"(?:>(?!\d)\s?)+"
# "well-" and "known" keep their hyphen wherever the line ends.
_COMPOUND = (
    r"(?i)\b(?:well|self|non|anti|half|cross|all|ex|co|pre|post|semi|long|short|high|low"
    r"|full|part|first|second|third|so|old|new|over|under|north|south|east|west|\d+"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|\w+-\w+)$"
)


_USUAL = Pacing()


def utterances(
    passage: Passage,
    tongue: Tongue,
    pacing: Pacing = _USUAL,
    *,
    goes_on: bool = False,
) -> Iterator[Utterance]:
    """Yield each breath of a passage as it is written and as it is said.

    What `goes_on` is not all of a passage: its last sentence may not end with it.
    """
    text = passage.text
    spans = tongue.spans(text, passage.role, _hidden(passage, pacing.saying.emoji))
    if not has_words(render(text, spans)):
        return
    pieces = list(_pieces(text, spans, tongue))
    if goes_on:
        start, end, _ = pieces[-1]
        pieces[-1] = start, end, is_ended(text[start:end])
    for at, (start, end, ends) in enumerate(pieces):
        written = text[start:end]
        own = cut(spans, start, end)
        last = at == len(pieces) - 1 and not goes_on
        if at == 0:
            own = _lead_in(tongue, passage.role, written, pacing) + own
        if ends:
            own = closed(written, own)
        elif not text[end : end + 1].strip():
            own = carried(written, own)
        yield Utterance(
            passage.role,
            written,
            render(written, own),
            own,
            pause_ms(written, passage.role, ends=ends, last=last),
            passage.lines_of(start, end),
            ends=ends,
        )


def _hidden(passage: Passage, emoji: Emoji) -> tuple[Span, ...]:
    """Find what no rule may see: hyphens that only part a word, mail's ">", emoji."""
    text = passage.text
    hyphens = (
        Span(start - 1, start, "", "hyphen at a line's end")
        for start in passage.starts
        if start
        and text[start - 1] == "-"
        and not text[start].isupper()  # "CDU-" and "Chef" are two words
        and not compiled(_COMPOUND).search(text[: start - 1])
    )
    quoting = (
        Span(start, found.end(), "", "quoted line")
        for start in passage.starts
        if (found := compiled(_QUOTING).match(text, start))
    )
    if emoji is Emoji.NAMES:
        return (*hyphens, *quoting)
    pictures = (
        Span(found.start(), found.end(), "", "emoji are silent")
        for found in compiled(EMOJI).finditer(text)
    )
    return (*hyphens, *quoting, *pictures)


def _pieces(
    text: str, spans: Sequence[Span], tongue: Tongue
) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each breath, and whether a sentence ends with it.

    One without a word joins the one before.
    """
    held: tuple[int, int, bool] | None = None
    wordy = False
    for start, end in tongue.sentences(text, spans):
        for first, last in breaths(text, start, end, spans):
            words = has_words(render(text[first:last], cut(spans, first, last)))
            if held and words and wordy:
                yield held
                held = (first, last, last == end)
            else:
                held = (held[0] if held else first, last, last == end)
            wordy = wordy or words
    if held:
        yield held


def _lead_in(
    tongue: Tongue, role: Role, written: str, pacing: Pacing
) -> tuple[Span, ...]:
    """Introduce a passage, unless its own words do, or the voice has other words."""
    words = tongue.lead_in(role, written)
    if role in pacing.lead_ins and (words or role not in BESIDE):
        words = f"{pacing.lead_ins[role]} " if pacing.lead_ins[role] else ""
    return (Span(0, 0, words, "aside"),) if words else ()
