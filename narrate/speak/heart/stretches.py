"""What has a pronunciation of its own, in hibari's tokens.

Each stretch is made one token that has its phonemes already, and nothing in an article
can ask for that. The words around it are tagged as if it had none, and sound as they
do before such a sound: "the" before a vowel is "thee".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from narrate.heard import Phrase
from narrate.speak.alphabets import to_hibari
from narrate.speak.heart.letters import letters_of
from narrate.speak.heart.pronounce import Phonemizer

GIVEN = 5
"""hibari's rating of phonemes that it was given."""

_PLURALS = frozenset({"'s", "s", "es"})


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Letters that have a pronunciation."""

    start: int
    """The first."""

    end: int
    """One past the last."""

    phonemes: str
    """Their sound."""


def give(
    phrase: Phrase, tokens: Iterable[Any], places: Sequence[int], phonemizer: Phonemizer
) -> list[Any]:
    """Put a phrase's pronunciations into its tokens.

    For each letter of the tokens, `places` tells where in the phrase's it comes from.
    """
    done = _given(tokens, list(_stretches(phrase, places, phonemizer)))
    _inflect(done, phonemizer)
    return done


def _stretches(
    phrase: Phrase, places: Sequence[int], phonemizer: Phonemizer
) -> Iterator[_Stretch]:
    """Count what has a pronunciation in the letters that hibari sees."""
    at = letters = 0
    for said in phrase.pronunciations:
        first = letters + len(letters_of(phrase.text[at : said.start]))
        letters = first + len(letters_of(phrase.text[said.start : said.end]))
        at = said.end
        start, end = bisect_left(places, first), bisect_left(places, letters)
        if start < end:
            phonemes = to_hibari(said.ipa, british=phonemizer.british)
            yield _Stretch(start, end, phonemes)


def _given(tokens: Iterable[Any], stretches: Sequence[_Stretch]) -> list[Any]:
    """Make one token of each stretch, with its phonemes."""
    done: list[Any] = []
    waiting = list(reversed(stretches))
    at = 0
    for piece in _pieces(tokens, stretches):
        end = at + len(letters_of(piece.text))
        stretch = waiting[-1] if waiting else None
        if stretch and stretch.start == at < end:
            given = {"phonemes": stretch.phonemes, "rating": GIVEN}
            done.append(piece.copy(**given))
        elif stretch and stretch.start < at:
            done[-1].text += done[-1].whitespace + piece.text
            done[-1].whitespace = piece.whitespace
        else:
            done.append(piece)
        at = end
        if stretch and at >= stretch.end:
            waiting.pop()
    return done


def _pieces(tokens: Iterable[Any], stretches: Sequence[_Stretch]) -> Iterator[Any]:
    """Cut tokens where a stretch begins or ends inside."""
    starts, ends = {s.start for s in stretches}, {s.end for s in stretches}
    borders = sorted(starts | ends)
    at = 0
    for token in tokens:
        spots = [spot for spot, letter in enumerate(token.text) if letter.isalnum()]
        here = borders[
            bisect_left(borders, at) : bisect_right(borders, at + len(spots))
        ]
        cuts = {spots[b - at] for b in here if b in starts and b - at < len(spots)}
        cuts |= {spots[b - at - 1] + 1 for b in here if b in ends and b > at}
        edges = sorted({0, *cuts, len(token.text)})
        for start, end in pairwise(edges):
            last = end == len(token.text)
            space = token.whitespace if last else ""
            yield token.copy(text=token.text[start:end], whitespace=space)
        at += len(spots)


def _inflect(tokens: Iterable[Any], phonemizer: Phonemizer) -> None:
    """Say the s behind a stretch as after any such sound: /s/, /z/ or /ɪz/."""
    for before, token in pairwise(tokens):
        if before.rating != GIVEN or before.whitespace or token.phonemes is not None:
            continue
        if token.text.replace("’", "'").lower() in _PLURALS:
            whole = phonemizer.g2p.lexicon._s(before.phonemes)  # noqa: SLF001
            token.phonemes = whole[len(before.phonemes) :]
