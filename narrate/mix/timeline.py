"""The one clock: samples counted as they are laid down, turned into ms once."""

from collections.abc import Sequence
from dataclasses import dataclass

from narrate.heard import Chapter, Cue, Timeline
from narrate.mix.base import Format
from narrate.model import Script
from narrate.words import pack, unpack


@dataclass(frozen=True, slots=True)
class Length:
    """What one utterance takes of the audio, in samples of the MP3."""

    lead: int
    """Silence before it."""

    voiced: int
    """From its first sound to its last."""

    whole: int
    """With the silence before and after it: a whole number of frames."""

    times: bytes = b""
    """Of its words, counted from its first sound: packed."""


def lay_out(script: Script, lengths: Sequence[Length], made: Format) -> Timeline:
    """Time every utterance and chapter; there is one length for each utterance."""
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    at = 0
    coming = iter(lengths)
    for section in script.sections:
        start = at
        for utterance in section.utterances:
            length = next(coming)
            first = at + length.lead
            end_ms = made.to_ms(first + length.voiced)
            times_ms = pack(
                (made.to_ms(first + start), made.to_ms(first + end))
                for start, end in unpack(length.times)
            )
            cues.append(Cue(made.to_ms(first), end_ms, utterance, times_ms))
            at += length.whole
        start_ms, end_ms = made.to_ms(start), made.to_ms(at)
        chapters.append(Chapter(section.title, start_ms, end_ms, section.aside))
    return Timeline(tuple(cues), tuple(chapters), made.to_ms(at))
