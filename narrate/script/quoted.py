"""Quotations in another language: said by its own rules, and by a voice of its own."""

from collections.abc import Iterator
from dataclasses import replace

from narrate.model import Foreign, Passage, Utterance
from narrate.options import Pacing
from narrate.script.speakable import has_words
from narrate.script.tongues import Tongues
from narrate.script.utterances import utterances


def quoted(passage: Passage, tongues: Tongues, pacing: Pacing) -> Iterator[Utterance]:
    """Yield each breath of a passage, those of another language marked with it."""
    stretches = list(_stretches(passage))
    for stretch in stretches:
        part = passage.cut(stretch.start, stretch.end) if stretches[1:] else passage
        tongue = tongues.of(stretch.language) if stretch.language else tongues.own
        goes_on = stretch is not stretches[-1]
        for utterance in utterances(part, tongue, pacing, goes_on=goes_on):
            yield replace(utterance, language=stretch.language)


def _stretches(passage: Passage) -> list[Foreign]:
    """Part a passage into its own and foreign stretches.

    What has no word in it, a mark or a space, belongs to the stretch before.
    """
    text, whole = passage.text, len(passage.text)
    parts: list[Foreign] = []
    at = 0
    for foreign in (*passage.foreign, Foreign(whole, whole, "")):
        parts += (Foreign(at, foreign.start, ""), foreign)
        at = foreign.end
    worded = [part for part in parts if has_words(text[part.start : part.end])]
    starts = [0, *(_past_spaces(text, part.start) for part in worded[1:])]
    ends = [*starts[1:], whole]
    languages = [part.language for part in worded] or [""]
    return [Foreign(*each) for each in zip(starts, ends, languages, strict=True)]


def _past_spaces(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())
