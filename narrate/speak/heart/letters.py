"""Letters: where each one of a text that was rewritten comes from.

An engine's own rules may rewrite what they are given ("No. 5" is "Number 5"). Nearly
always they don't, and then letters and figures correspond one by one, whatever became
of the spaces and stops between them.
"""

from collections.abc import Sequence

from narrate.compiled import compiled
from narrate.speak.base import Spelling
from narrate.words import words_of

SPELLING = Spelling(dots_plurals=False, lone_a="A.")
"""How hibari wants letters that are said one by one."""

_OTHERS = r"[\W_]+"
_MEETING = 4  # letters that are the same again after a change
_FAR = 160  # letters that are looked through for them


def letters_of(text: str) -> str:
    """Give the letters and figures of a text, without all else."""
    return text if text.isalnum() else compiled(_OTHERS).sub("", text)


def homes_of(text: str) -> list[int]:
    """Give for each letter of a text the number of its word."""
    homes: list[int] = []
    for number, (start, end) in enumerate(words_of(text)):
        homes += [number] * len(letters_of(text[start:end]))
    return homes


def follow(before: str, after: str) -> Sequence[int]:
    """Give for each letter the place, in those before, that it comes from: rising."""
    if before == after:
        return range(len(after))
    before, after = _lower(before), _lower(after)  # "7 pm" is "seven P.M."
    same = _same_end(before, after)
    places: list[int] = []
    last, end = len(before) - same, len(after) - same
    at = 0
    while len(places) < end:
        here = len(places)
        if at < last and before[at] == after[here]:
            places.append(at)
            at += 1
            continue
        gone, come = _change(before[at:last], after[here:end])
        places += [max(0, at + k * gone // come - (gone == 0)) for k in range(come)]
        at += gone
    places += range(last, len(before))
    return places


def _lower(letters: str) -> str:
    return "".join(each.lower()[:1] for each in letters)  # "İ" has two


def _same_end(before: str, after: str) -> int:
    """Count the letters at the end that are the same."""
    most = min(len(before), len(after))
    return next((k for k in range(most) if before[-1 - k] != after[-1 - k]), most)


def _change(before: str, after: str) -> tuple[int, int]:
    """Tell how many letters became how many others until both are the same again."""
    near = after[: _FAR + _MEETING]
    best = min(len(before), _FAR), min(len(after), _FAR)
    found = False
    for gone in range(min(len(before) - _MEETING + 1, _FAR)):
        if found and gone >= sum(best):
            break
        come = near.find(before[gone : gone + _MEETING])
        if come >= 0 and (not found or gone + come < sum(best)):
            best, found = (gone, come), True
    return best
