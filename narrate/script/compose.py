"""The door: an article in, everything that will be heard out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrate.model import Article, Dropped, Passage, Script, Span, Utterance
from narrate.options import Captions, Emoji, Pacing
from narrate.roles import PICTURES, Role, Treatment
from narrate.script.base import Tongue, compiled
from narrate.script.chapters import Part, arrange
from narrate.script.english.breaths import breaths
from narrate.script.marks import EMOJI
from narrate.script.pauses import PASSAGE_MS, carried, closed, pause_ms
from narrate.script.speakable import cut, has_words, render
from narrate.script.tongues import open_tongue

_NO_WORDS = "no words: nothing to say"
_QUOTING = re.compile(r"(?:>(?!\d)\s?)+")
# "well-" and "known" keep their hyphen wherever the line ends.
_COMPOUND = re.compile(
    r"(?i)\b(?:well|self|non|anti|half|cross|all|ex|co|pre|post|semi|long|short|high|low"
    r"|full|part|first|second|third|so|old|new|over|under|north|south|east|west|\d+"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|\w+-\w+)$"
)


def compose(article: Article, pacing: Pacing) -> Script:
    """Turn an article into chapters of utterances, each with what is said for it."""
    tongue = open_tongue(article.language, pacing.lexicon)
    kept, dropped = _choose_passages(article, pacing)
    for passage in kept:
        tongue.learn(passage.text)
    parts: list[Part] = []
    for passage in kept:
        treatment = pacing.treatments[passage.role]
        utterances = _treated(passage, treatment, tongue, pacing.emoji)
        if utterances:
            parts.append(Part(passage.role, treatment, utterances))
        else:
            dropped.append(Dropped(passage.text, passage.lines, _NO_WORDS))
    sections = arrange(parts, pacing)
    return Script(
        article.title, article.byline, article.language, sections, tuple(dropped)
    )


def explain(text: str, tongue: Tongue) -> tuple[Utterance, ...]:
    """Say one line by itself, as `narrate explain` shows it."""
    passage = Passage(Role.PARAGRAPH, text, ())
    return tuple(_utterances(passage, tongue, Emoji.NAMES))


def _choose_passages(
    article: Article, pacing: Pacing
) -> tuple[list[Passage], list[Dropped]]:
    dropped = list(article.dropped)
    kept: list[Passage] = []
    for passage in article.passages:
        if pacing.captions is Captions.OFF and passage.role in PICTURES:
            reason = f"{passage.role}s are off"
            dropped.append(Dropped(passage.text, passage.lines, reason))
        elif pacing.treatments[passage.role] is Treatment.DROP:
            dropped.append(Dropped(passage.text, passage.lines, passage.role.value))
        else:
            kept.append(passage)
    return kept, dropped


def _treated(
    passage: Passage, treatment: Treatment, tongue: Tongue, emoji: Emoji
) -> tuple[Utterance, ...]:
    if treatment is Treatment.SUM_UP:
        summary = tongue.summary(passage.role, len(passage.lines))
        if summary:
            return (_summed_up(passage, summary),)
    utterances = _utterances(passage, tongue, emoji)
    if treatment is Treatment.ASIDE:
        return tuple(replace(utterance, aside=True) for utterance in utterances)
    return tuple(utterances)


def _summed_up(passage: Passage, summary: str) -> Utterance:
    """Say what stands there; its words stay in the transcript."""
    span = Span(0, len(passage.text), summary, "summed up")
    return Utterance(
        passage.role, passage.text, summary, (span,), PASSAGE_MS, passage.lines
    )


def _hidden(passage: Passage, emoji: Emoji) -> tuple[Span, ...]:
    """Find what no rule may see: hyphens that only part a word, mail's ">", emoji."""
    text = passage.text
    hyphens = (
        Span(start - 1, start, "", "hyphen at a line's end")
        for start in passage.starts
        if start and text[start - 1] == "-" and not _COMPOUND.search(text[: start - 1])
    )
    quoting = (
        Span(start, found.end(), "", "quoted line")
        for start in passage.starts
        if (found := _QUOTING.match(text, start))
    )
    if emoji is Emoji.NAMES:
        return (*hyphens, *quoting)
    pictures = (
        Span(found.start(), found.end(), "", "emoji are silent")
        for found in compiled(EMOJI).finditer(text)
    )
    return (*hyphens, *quoting, *pictures)


def _utterances(passage: Passage, tongue: Tongue, emoji: Emoji) -> Iterator[Utterance]:
    text = passage.text
    spans = tongue.spans(text, passage.role, _hidden(passage, emoji))
    if not has_words(render(text, spans)):
        return
    pieces = list(_pieces(text, spans, tongue))
    for at, (start, end, ends) in enumerate(pieces):
        written = text[start:end]
        own = cut(spans, start, end)
        if at == 0:
            own = _lead_in(tongue, passage.role, written) + own
        if ends:
            own = closed(written, own)
        elif text[end : end + 1].isspace():
            own = carried(written, own)
        last = at == len(pieces) - 1
        yield Utterance(
            passage.role,
            written,
            render(written, own),
            own,
            pause_ms(written, passage.role, ends=ends, last=last),
            passage.lines_of(start, end),
        )


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


def _lead_in(tongue: Tongue, role: Role, written: str) -> tuple[Span, ...]:
    words = tongue.lead_in(role, written)
    return (Span(0, 0, words, "aside"),) if words else ()
