"""When a chapter's sentences are heard, for EPUB: clips of the audio without a gap."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from narrate.publish.article import Frame, Section
from narrate.publish.sentences import Sentence
from narrate.roles import PICTURES, Role

BESIDE = "sidebar"
"""What reading systems let a listener skip: Readium and Thorium know it, no figure."""

KINDS: Mapping[Role, str] = MappingProxyType(
    {**dict.fromkeys(PICTURES, BESIDE), Role.FOOTNOTE: "footnote"}
)
"""What EPUB calls what stands beside an article; all else beside it is a sidebar."""


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit, while a stretch of the audio is heard."""

    target: str
    """The element's id in its chapter."""

    start_ms: int
    """Where the last one ends, or the chapter begins."""

    end_ms: int
    """Later by a millisecond at the least."""

    kind: str
    """What may be skipped; mostly nothing."""


def overlay(section: Section) -> tuple[Lit, ...]:
    """Give a chapter's clips, from its start to its end; at least one.

    A chapter that only has words of ours is lit as a whole.
    """
    chapter = section.chapter
    said = list(_said(section))
    if not said:
        kind = BESIDE if chapter.aside else ""
        whole = f"c{section.number}", chapter.start_ms, chapter.end_ms, kind
        return (Lit(*whole),)
    starts: list[int] = []
    for at, (sentence, _) in enumerate(said):
        earliest = starts[-1] + 1 if starts else chapter.start_ms
        # Room is left for those that follow: a millisecond each at the least.
        latest = chapter.end_ms - (len(said) - at)
        wanted = sentence.start_ms if starts else chapter.start_ms
        starts.append(max(earliest, min(wanted, latest)))
    ends = [*starts[1:], max(chapter.end_ms, starts[-1] + 1)]
    return tuple(
        Lit(f"s{sentence.number}", start_ms, end_ms, kind)
        for (sentence, kind), start_ms, end_ms in zip(said, starts, ends, strict=True)
    )


def _said(section: Section) -> Iterator[tuple[Sentence, str]]:
    """Give all sentences in the order of hearing, and what each is part of."""
    chapter = BESIDE if section.chapter.aside else ""
    for paragraph in section.head:
        yield from ((each, chapter) for each in paragraph.sentences)
    yield from ((each, chapter) for each in section.title)
    for frame in section.frames:
        kind = _kind(frame) or chapter
        for paragraph in frame.paragraphs:
            yield from ((each, kind) for each in paragraph.sentences)


def _kind(frame: Frame) -> str:
    own = KINDS.get(frame.paragraphs[0].role, "")
    return own or (BESIDE if frame.aside else "")
