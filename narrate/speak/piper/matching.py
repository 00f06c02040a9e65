"""Which sounds are of which word, where a phonemizer tells only the sounds of a text.

It joins words ("of the" is one to espeak-ng), parts others ("1984") and says some
otherwise beside others. So the sounds of a text are laid against those of its words
alone: the cheapest way to make one of the other (Needleman and Wunsch).
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_VOWELS = frozenset("aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻᵿ")
_STRESS = frozenset("ˈˌ")
_MIXED, _CONSONANTS, _BOTH_VOWELS = 8, 5, 2  # what it costs to take one for another
_ELSEWHERE = 2  # more, where one begins a word and the other doesn't
_GAP = 4  # what it costs to leave one out

Numbers = NDArray[np.int32]


def owners(sounds: Sequence[str], words: Sequence[Sequence[str]]) -> list[int | None]:
    """Tell for each sound of a text which word it is of: the numbers never fall.

    `words` has the sounds of each word alone. A space or a stop is of no word.
    """
    said = [at for at, sound in enumerate(sounds) if is_letter(sound)]
    alone = [(k, s) for k, word in enumerate(words) for s in word if is_letter(s)]
    found: list[int | None] = [None] * len(sounds)
    numbers = [k for k, _ in alone]
    if not said or len(set(numbers)) <= 1:
        whose: list[int | None] = [numbers[0] if numbers else 0] * len(said)
    else:
        rows = _costs(sounds, said, alone)
        whose = [None if k is None else numbers[k] for k in _path(rows)]
    for at, word in zip(said, _fill(whose, sounds, said), strict=True):
        found[at] = word
    _give_marks(sounds, found)
    return found


@cache
def is_letter(sound: str) -> bool:
    """Tell a sound from marks upon it, stops and spaces."""
    return unicodedata.category(sound[0]) in {"Ll", "Lu", "Lo"}


@cache
def parts_words(sound: str) -> bool:
    """Tell whether it is a space, a stop or the end of a line."""
    return unicodedata.category(sound[0])[0] in "ZPC"


def _costs(
    sounds: Sequence[str], said: Sequence[int], alone: Sequence[tuple[int, str]]
) -> Numbers:
    """Give what it costs to take each sound for each of the words alone."""
    begins = [True] + [_is_parted(sounds, a, b) for a, b in pairwise(said)]
    first = [True] + [a != b for (a, _), (b, _) in pairwise(alone)]
    here = np.array([sounds[at] for at in said])[:, None]
    there = np.array([sound for _, sound in alone])[None]
    vowels = np.array([sounds[at][0] in _VOWELS for at in said])[:, None]
    others = np.array([sound[0] in _VOWELS for _, sound in alone])[None]
    costs = np.where(vowels & others, _BOTH_VOWELS, _CONSONANTS)
    costs = np.where(vowels != others, _MIXED, costs)
    costs = np.where(here == there, 0, costs)
    elsewhere = np.array(begins)[:, None] != np.array(first)[None]
    whole: Numbers = (costs + _ELSEWHERE * elsewhere).astype(np.int32)
    return whole


def _is_parted(sounds: Sequence[str], first: int, last: int) -> bool:
    return any(parts_words(sound) for sound in sounds[first + 1 : last])


def _path(costs: Numbers) -> list[int | None]:
    """Give for each row its column on the cheapest way, or none."""
    rows, columns = costs.shape
    gaps = _GAP * np.arange(columns + 1, dtype=np.int32)
    best = np.empty((rows + 1, columns + 1), np.int32)
    best[0] = gaps
    for row in range(rows):
        here = best[row] + _GAP  # this sound left out
        np.minimum(here[1:], best[row, :-1] + costs[row], out=here[1:])
        best[row + 1] = np.minimum.accumulate(here - gaps) + gaps
    found: list[int | None] = [None] * rows
    row, column = rows, columns
    while row and column:
        now = best[row, column]
        if now == best[row - 1, column - 1] + costs[row - 1, column - 1]:
            row, column = row - 1, column - 1
            found[row] = column
        elif now == best[row - 1, column] + _GAP:
            row -= 1
        else:
            column -= 1
    return found


def _fill(
    whose: Sequence[int | None], sounds: Sequence[str], said: Sequence[int]
) -> list[int | None]:
    """Give what matched nothing to its neighbour: rather to one without a gap."""
    filled = list(whose)
    for at in range(len(filled) - 2, -1, -1):
        if filled[at] is None and not _is_parted(sounds, said[at], said[at + 1]):
            filled[at] = filled[at + 1]
    for at in range(1, len(filled)):
        if whose[at] is None and (
            filled[at] is None or not _is_parted(sounds, said[at - 1], said[at])
        ):
            filled[at] = filled[at - 1]
    for at in range(len(filled) - 2, -1, -1):
        filled[at] = filled[at + 1] if filled[at] is None else filled[at]
    return filled


def _give_marks(sounds: Sequence[str], found: list[int | None]) -> None:
    """Give a stress to the sound behind it, and any other mark to the one before."""
    for at in range(len(sounds) - 2, -1, -1):
        if sounds[at] in _STRESS:
            found[at] = found[at + 1]
    for at in range(1, len(sounds)):
        mark = not (is_letter(sounds[at]) or parts_words(sounds[at]))
        if mark and found[at] is None:
            found[at] = found[at - 1]
