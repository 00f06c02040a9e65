"""The one clock: samples counted as they are laid down, turned into ms once."""

from dataclasses import dataclass

from narrate.mix.base import to_ms
from narrate.model import Chapter, Cue, Script, Timeline


@dataclass(frozen=True, slots=True)
class Length:
    """What one utterance takes of the audio, in samples at 48 kHz."""

    lead: int
    """Silence before it."""

    voiced: int
    """From its first sound to its last."""

    whole: int
    """With the silence after it: a whole number of frames."""


def lay_out(script: Script, lengths: list[Length]) -> Timeline:
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
            cue = Cue(to_ms(first), to_ms(first + length.voiced), utterance)
            cues.append(cue)
            at += length.whole
        chapter = Chapter(section.title, to_ms(start), to_ms(at), section.aside)
        chapters.append(chapter)
    return Timeline(tuple(cues), tuple(chapters), to_ms(at))
