"""Turn a sheet so that most of its text stands upright, leave out what none sees."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from narrate.read.pdf.base import Sheet, Word

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, counted from the sheet's lower left corner."""

_ASKEW = 10  # degrees: a scan that lies so is still upright
_MARGIN = 2.0  # points that a letter may stand over the edge
_TWIN = 0.15  # of a letter's size: a shadow, or a bold made of two prints
_LINE = 2.0  # points between two prints at most
_TURN = 360


def upright(words: Sequence[Word], box: Box, pictures: Sequence[Box]) -> Sheet:
    """Make a sheet of words whose places are as PDF counts them, from below.

    Their `right` is as far from `left` as they are long, whatever their angle.
    """
    seen = [w for w in words if not w.style.unseen or _on_any(w, pictures)]
    angles: Counter[int] = Counter()
    for word in seen:
        angles[word.style.angle] += len(word.text)
    angle = max(angles, key=lambda a: angles[a]) if angles else 0
    corners = [_turned(x, y, angle) for x in box[::2] for y in box[1::2]]
    left, top = min(x for x, _ in corners), max(y for _, y in corners)
    width = max(x for x, _ in corners) - left
    height = top - min(y for _, y in corners)
    standing: list[Word] = []
    lying: list[Word] = []
    for word in seen:
        length = word.right - word.left
        x, y = _turned(word.left, word.y, angle)
        word.left, word.y = x - left, top - y
        word.right = word.left + length
        askew = abs(word.style.angle - angle) % _TURN
        (standing if min(askew, _TURN - askew) <= _ASKEW else lying).append(word)
    shown = tuple(w for w in _once(standing) if _on_sheet(w, width, height))
    return Sheet(width, height, shown, tuple(w for w in lying if w.text.strip()))


def _turned(x: float, y: float, angle: int) -> tuple[float, float]:
    if not angle:
        return x, y
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos + y * sin, y * cos - x * sin


def _on_any(word: Word, pictures: Sequence[Box]) -> bool:
    """Tell words that OCR found in a picture: who looks at it sees them."""
    x, y = (word.left + word.right) / 2, word.y + word.style.size / 4
    return any(
        left <= x <= right and bottom <= y <= top
        for left, bottom, right, top in pictures
    )


def _on_sheet(word: Word, width: float, height: float) -> bool:
    """Tell a word that is not cut off with the sheet's edge, as printers' marks are."""
    across = -_MARGIN <= word.right < math.inf and word.left <= width + _MARGIN
    return across and -_MARGIN <= word.y <= height + word.style.size


def _once(words: Iterable[Word]) -> Iterable[Word]:
    """Take one of two prints of a word in the same place."""
    places: dict[tuple[str, int], list[float]] = {}
    for word in words:
        near = _TWIN * word.style.size
        line = round(word.y / _LINE)
        twins = (
            left
            for key in (line - 1, line, line + 1)
            for left in places.get((word.text, key), ())
        )
        if not any(abs(left - word.left) < near for left in twins):
            places.setdefault((word.text, line), []).append(word.left)
            yield word
