"""When each sentence of a chapter is heard, as a media overlay has it (EPUB 3.3, 9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from narrate.publish.article import Section
from narrate.roles import BESIDE, Role

_SIDEBAR = "sidebar"

KINDS: Mapping[Role, str] = MappingProxyType(
    dict.fromkeys(BESIDE, _SIDEBAR) | {Role.FOOTNOTE: "footnote"}
)
"""What stands beside the article, in EPUB's words: those that Readium, and with it
Thorium, lets a listener skip. It knows no caption and no figure."""


@dataclass(frozen=True, slots=True)
class Par:
    """A sentence and its stretch of the audio."""

    number: int
    """The sentence's."""

    begin_ms: int
    """Where the last one ended, so that no sound is lost; the chapter's own start."""

    end_ms: int
    """Always later."""

    kind: str
    """By which a listener skips it, or nothing."""


def overlay(section: Section) -> tuple[Par, ...]:
    """Cut a chapter's audio where its sentences begin; no stretch is empty."""
    said = tuple(section.sentences())
    end_ms = section.chapter.end_ms
    begins = [section.chapter.start_ms]
    for at, (sentence, _) in enumerate(said[1:], 1):
        # a millisecond is left for each that follows, however fast the voice
        latest_ms = end_ms - (len(said) - at)
        begins.append(max(begins[-1] + 1, min(sentence.start_ms, latest_ms)))
    ends = [*begins[1:], end_ms]
    return tuple(
        Par(sentence.number, begin, end, _SIDEBAR if aside else "")
        for (sentence, aside), begin, end in zip(said, begins, ends, strict=False)
    )
