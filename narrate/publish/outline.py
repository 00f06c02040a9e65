"""The article put together again from what was heard: chapters, blocks, utterances.

A block is a passage of the article, or what a chapter holds of it. Its texts come from
its utterances, so that all that is heard is in it once, in the order of hearing.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from narrate.episode import Episode
from narrate.heard import Chapter, Cue
from narrate.model import Passage, Utterance
from narrate.roles import Role

_NOWHERE = -1
_NEAR = 8  # passages on one line: a caption, its credit


@dataclass(frozen=True, slots=True)
class Piece:
    """An utterance in its place."""

    cue: Cue
    """What is heard, and when."""

    apart: bool
    """Whether the author left a space before it, or it comes first."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a quotation, an item of a list, or what its role says."""

    role: Role
    """What it is."""

    aside: bool
    """It stands beside the article, and is read so."""

    pieces: tuple[Piece, ...]
    """At least one."""

    @property
    def summary(self) -> str:
        """Give what is said in place of all its words; mostly nothing."""
        one = self.pieces[0].cue.utterance
        instead = one.spans and one.spans[0].rule == "summed up"
        return one.spoken if instead else ""

    @property
    def text(self) -> str:
        """Give the author's words."""
        said = (
            f"{' ' if piece.apart and at else ''}{piece.cue.utterance.written}"
            for at, piece in enumerate(self.pieces)
        )
        return "".join(said)


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter and what is in it."""

    chapter: Chapter
    """Its title and times."""

    blocks: tuple[Block, ...]
    """In the order of hearing."""


def outline(episode: Episode) -> Iterator[Part]:
    """Put an episode's article together again, a chapter at a time."""
    places = _Places(episode.article.passages)
    cues = iter(episode.timeline.cues)
    sections = episode.script.sections
    for section, chapter in zip(sections, episode.timeline.chapters, strict=True):
        own = islice(cues, len(section.utterances))
        yield Part(chapter, tuple(_blocks(own, places)))


def _blocks(cues: Iterator[Cue], places: "_Places") -> Iterator[Block]:
    held: list[Piece] = []
    passage = _NOWHERE
    for cue in cues:
        found, apart = places.find(cue.utterance)
        if held and (found != passage or not _is_one(held[-1].cue, cue)):
            yield _block(held)
            held = []
        passage = found
        held.append(Piece(cue, apart))
    if held:
        yield _block(held)


def _is_one(cue: Cue, following: Cue) -> bool:
    one, other = cue.utterance, following.utterance
    return one.role is other.role and one.aside is other.aside


def _block(pieces: Sequence[Piece]) -> Block:
    first = pieces[0].cue.utterance
    return Block(first.role, first.aside, tuple(pieces))


class _Places:
    """Where in the article each utterance stands.

    In an array: a table of a book's lines would be as much as its words.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        last = max((max(p.lines, default=0) for p in passages), default=0)
        self._first = array("i", [_NOWHERE]) * (last + 1)
        for index in range(len(passages) - 1, -1, -1):
            for line in passages[index].lines:
                self._first[line] = index
        self._passage = _NOWHERE  # where the last one was found, and where it ended
        self._end = 0

    def find(self, utterance: Utterance) -> tuple[int, bool]:
        """Give its passage, and whether there is a space before it or it is first."""
        found = self._going_on(utterance) or self._begun(utterance)
        if found is None:
            self._passage, self._end = _NOWHERE, 0
            return -2 - utterance.lines[0] if utterance.lines else _NOWHERE, True
        passage, start = found
        text = self._passages[passage].text
        apart = start == 0 or text[start - 1].isspace()
        self._passage, self._end = passage, start + len(utterance.written)
        return passage, apart

    def _going_on(self, utterance: Utterance) -> tuple[int, int] | None:
        """Look behind the last one, in the same passage."""
        if self._passage == _NOWHERE:
            return None
        passage, at = self._passages[self._passage], self._end
        while at < len(passage.text) and passage.text[at].isspace():
            at += 1
        same = passage.role is utterance.role and at < len(passage.text)
        goes_on = same and passage.text.startswith(utterance.written, at)
        return (self._passage, at) if goes_on else None

    def _begun(self, utterance: Utterance) -> tuple[int, int] | None:
        """Look where its line begins a passage, or goes on with one."""
        line = utterance.lines[0] if utterance.lines else 0
        first = self._first[line] if line < len(self._first) else _NOWHERE
        if first == _NOWHERE:
            return None
        for index in range(first, min(first + _NEAR, len(self._passages))):
            passage = self._passages[index]
            if passage.role is utterance.role and index != self._passage:
                at = passage.text.find(utterance.written)
                if at >= 0:
                    return index, at
        return None
