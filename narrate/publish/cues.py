"""When each utterance is shown: one clock for subtitles and transcripts."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.heard import Cue, Timeline
from narrate.publish.clean import tidy


@dataclass(frozen=True, slots=True)
class Shown:
    """An utterance on the screen."""

    start_ms: int
    """When it is heard."""

    end_ms: int
    """When the next one is: who reads slowly has the pause, too."""

    text: str
    """The author's words, in one line."""

    cue: Cue
    """What is heard."""


def shown(timeline: Timeline) -> Iterator[Shown]:
    """Give what is shown and when: never for no time, never two at once, to the end.

    Words that are put in have nothing written and are not shown.
    """
    left = sum(1 for cue in timeline.cues if tidy(cue.utterance.written))
    before: tuple[int, str, Cue] | None = None
    earliest = 0
    for cue in timeline.cues:
        if text := tidy(cue.utterance.written):
            # Room is left for those that follow: a millisecond each at the least.
            start_ms = max(earliest, min(cue.start_ms, timeline.length_ms - left))
            if before:
                yield _until(start_ms, *before)
            before = start_ms, text, cue
            earliest, left = start_ms + 1, left - 1
    if before:
        yield _until(max(timeline.length_ms, earliest), *before)


def _until(end_ms: int, start_ms: int, text: str, cue: Cue) -> Shown:
    return Shown(start_ms, end_ms, text, cue)
