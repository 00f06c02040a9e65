"""Line numbers in a margin, as manuscripts and laws have: no part of the text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from narrate.read.pdf.base import Sheet, Word

_EDGE = 3.0  # points between ends that are the same
_FEWEST = 5  # numbers on a sheet
_MANY = 15  # numbers: so many need not be smaller than the text
_DIGITS = 5
_SMALLER = 0.95  # of the text's size
_STEADY = 0.8  # of the steps from number to number
_APART = 0.5  # of a letter's size, to the text
_STEPS = (1, 2, 5, 10)


def without_line_numbers(sheet: Sheet) -> tuple[Sheet, tuple[Word, ...]]:
    """Part the numbers of lines from a sheet's words."""
    by_edge: dict[int, list[Word]] = {}
    for word in sheet.words:
        if word.text.isdecimal() and len(word.text) < _DIGITS:
            by_edge.setdefault(round(word.right / _EDGE), []).append(word)
    numbers: list[Word] = []
    for edge in sorted(by_edge):
        column = [w for near in (edge, edge + 1) for w in by_edge.get(near, ())]
        if len(column) > len(numbers) and _counts_lines(column, sheet):
            numbers = column
    if not numbers:
        return sheet, ()
    taken = {id(word) for word in numbers}
    rest = tuple(word for word in sheet.words if id(word) not in taken)
    numbers.sort(key=lambda word: word.y)
    return replace(sheet, words=rest), tuple(numbers)


def _counts_lines(column: Sequence[Word], sheet: Sheet) -> bool:
    """Tell numbers that rise steadily down a margin, beside all other words."""
    if len(column) < _FEWEST:
        return False
    values = [int(word.text) for word in sorted(column, key=lambda word: word.y)]
    steps = Counter(b - a for a, b in pairwise(values))
    step, count = steps.most_common(1)[0]
    if step not in _STEPS or count < _STEADY * (len(values) - 1):
        return False
    taken = {id(word) for word in column}
    others = [word for word in sheet.words if id(word) not in taken]
    return bool(others) and _is_beside(column, others)


def _is_beside(column: Sequence[Word], others: Sequence[Word]) -> bool:
    sizes = Counter(word.style.size for word in others)
    size = sizes.most_common(1)[0][0]
    small = max(word.style.size for word in column) < _SMALLER * size
    gap = _APART * size
    left = min(w.left for w in others) - max(w.right for w in column) > gap
    right = min(w.left for w in column) - max(w.right for w in others) > gap
    return (small or len(column) >= _MANY) and (left or right)
