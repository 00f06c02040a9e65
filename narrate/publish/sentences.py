"""Sentences: what a reader sees lit while it is heard; a breath is less than one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.heard import Cue
from narrate.publish.clean import Tidy, placed, tidy
from narrate.publish.outline import Block, Piece
from narrate.roles import Role
from narrate.words import timed

IN_LINES = frozenset({Role.TABLE, Role.CODE, Role.REFERENCE})
"""What keeps its lines: it is told of rather than read."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what of it is in one language and one paragraph."""

    number: int
    """Counted from 1, in the order of hearing."""

    start_ms: int
    """From the beginning of the audio; never before the last one's."""

    end_ms: int
    """Where its last sound ends."""

    text: Tidy
    """The author's words, or what is said in their place; never nothing."""

    language: str
    """BCP 47, where it is not the article's."""

    apart: bool
    """Whether a space stands before it in its paragraph."""

    breaths: tuple[tuple[int, Cue], ...]
    """Its utterances, and where in its text each begins."""

    def words(self) -> Iterator[tuple[int, int, int]]:
        """Give each word's place in the text, its length, and when it is heard (ms).

        In order, none before the sentence itself; nothing where no words are timed.
        """
        latest = self.start_ms
        for begin, cue in self.breaths:
            _, places = placed(cue.utterance.written, lines="\n" in self.text)
            for word in timed(cue):
                start, end = begin + places[word.start], begin + places[word.end]
                # a rule may take the space before or behind a word with it: "Lt. "
                shown = self.text[start:end].lstrip()
                size = len(shown.rstrip())
                if size:
                    latest = max(latest, word.start_ms)
                    yield end - len(shown), size, latest


class Sentences:
    """Finds the sentences of one block after another, and counts them."""

    def __init__(self) -> None:
        self._number = 0
        self._latest_ms = 0
        self._waiting_ms: int | None = None  # words of ours that introduce the next

    def of(self, block: Block) -> tuple[Sentence, ...]:
        """Give a block's sentences; one where it is summed up."""
        if block.summary:
            cue = block.pieces[0].cue
            return (self._made([cue], Tidy(tidy(block.summary)), (), apart=True),)
        found: list[Sentence] = []
        held: list[Piece] = []
        for piece in block.pieces:
            if not tidy(piece.cue.utterance.written):
                self._wait(piece.cue)
                continue
            if held and _parted(held[-1].cue, piece.cue):
                found.append(self._joined(held, lines=block.role in IN_LINES))
                held = []
            held.append(piece)
        if held:
            found.append(self._joined(held, lines=block.role in IN_LINES))
        return tuple(found)

    def _wait(self, cue: Cue) -> None:
        if self._waiting_ms is None:
            self._waiting_ms = cue.start_ms

    def _joined(self, pieces: Sequence[Piece], *, lines: bool) -> Sentence:
        """Put the breaths of a sentence together again."""
        text = ""
        breaths: list[tuple[int, Cue]] = []
        for piece in pieces:
            text += " " if piece.apart and text else ""
            breaths.append((len(text), piece.cue))
            text += placed(piece.cue.utterance.written, lines=lines)[0]
        cues = [piece.cue for piece in pieces]
        return self._made(cues, Tidy(text), tuple(breaths), apart=pieces[0].apart)

    def _made(
        self,
        cues: Sequence[Cue],
        text: Tidy,
        breaths: tuple[tuple[int, Cue], ...],
        *,
        apart: bool,
    ) -> Sentence:
        first = cues[0].start_ms if self._waiting_ms is None else self._waiting_ms
        self._waiting_ms = None
        self._number += 1
        self._latest_ms = max(self._latest_ms, first)
        end_ms = max(self._latest_ms, cues[-1].end_ms)
        language = cues[0].utterance.language
        return Sentence(
            self._number, self._latest_ms, end_ms, text, language, apart, breaths
        )


def _parted(cue: Cue, following: Cue) -> bool:
    """Tell whether a sentence ends between two breaths, or its language changes."""
    one, other = cue.utterance, following.utterance
    return one.ends or one.language != other.language
