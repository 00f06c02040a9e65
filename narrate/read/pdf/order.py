"""Reading order: the file's own, unless the sheet itself speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from narrate.read.pdf.base import Kind, Row
from narrate.read.pdf.rows import beside

_BELOW = 2.6  # of a letter's size, to the next row of the same stretch
_OPEN = 8  # stretches that a row may go on, the latest ones
_SAME_LEFT = 2.0  # of a letter's size
_SAME_SIZE = 0.12
_OVERLAP = 0.3  # of the narrower one's width
_WIDER = 1.45  # times as wide: from a column to the whole sheet
_MOST = 60  # stretches on a sheet: more are a map or a poster, with no order to find
_WORDY = 15  # letters: fewer are marks in a figure


@dataclass(slots=True)
class Stretch:
    """Rows one under the other."""

    rows: list[Row]
    left: float
    right: float

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0].y - self.rows[0].size

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(row.y for row in self.rows)

    def add(self, row: Row) -> None:
        """Put a row below the others."""
        self.rows.append(row)
        self.left, self.right = min(self.left, row.left), max(self.right, row.right)


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Give a sheet's rows as a person reads them."""
    stretches = _stretches(rows)
    if len(stretches) <= _MOST and _is_jumbled(stretches):
        stretches = _sorted(stretches)
    return [row for stretch in stretches for row in stretch.rows]


def _stretches(rows: Sequence[Row]) -> list[Stretch]:
    found: list[Stretch] = []
    for row in rows:
        host = next((s for s in found[: -_OPEN - 1 : -1] if _fits(s, row, found)), None)
        if host:
            host.add(row)
        else:
            found.append(Stretch([row], row.left, row.right))
    return found


def _fits(stretch: Stretch, row: Row, found: Sequence[Stretch]) -> bool:
    """Tell whether a row is the next one of a stretch."""
    last, latest = stretch.rows[-1], stretch is found[-1]
    if row.kind is Kind.CELLS or last.kind is Kind.CELLS:
        return latest and row.kind is last.kind and _is_next_cell(last, row)
    size = max(row.size, last.size)
    if not 0 < row.y - last.y < _BELOW * size:
        return False
    if abs(row.size - last.size) > _SAME_SIZE * size:
        return False
    if not _overlap(stretch.left, stretch.right, row.left, row.right):
        return False
    if latest:
        widths = row.right - row.left, stretch.right - stretch.left
        return widths[0] <= _WIDER * widths[1] or len(stretch.rows) == 1
    return abs(row.left - last.left) < _SAME_LEFT * size


def _is_next_cell(last: Row, row: Row) -> bool:
    return (
        row.place == last.place
        or beside(last, row)
        or 0 < row.y - last.y < 2 * _BELOW * row.size
    )


def _overlap(left: float, right: float, start: float, end: float) -> bool:
    shared = min(right, end) - max(left, start)
    return shared > _OVERLAP * min(right - left, end - start)


def _above(one: Stretch, two: Stretch) -> bool:
    """Tell whether one stands over the other, with letters in the same column."""
    return one.bottom <= two.top + two.rows[0].size / 2 and _overlap(
        one.left, one.right, two.left, two.right
    )


def _is_jumbled(stretches: Sequence[Stretch]) -> bool:
    """Tell whether something comes before what stands over it."""
    wordy = [s for s in stretches if sum(row.chars for row in s.rows) >= _WORDY]
    return any(
        _above(later, sooner)
        for at, sooner in enumerate(wordy)
        for later in wordy[at + 1 :]
    )


def _sorted(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Sort so that what stands above comes before, and a left column before a right.

    A column comes before another beside it unless something as wide as both stands
    between them (Breuel, 2003).
    """
    count = len(stretches)
    after: list[list[int]] = [[] for _ in range(count)]
    waits = [0] * count
    for a in range(count):
        for b in range(count):
            if a != b and _comes_before(stretches, a, b):
                after[a].append(b)
                waits[b] += 1
    left = set(range(count))
    out: list[Stretch] = []
    while left:
        free = [at for at in left if not waits[at]]
        # A ring has no first: take the highest, so that nothing is lost.
        at = min(free) if free else min(left, key=lambda i: stretches[i].top)
        left.remove(at)
        waits[at] = 0
        out.append(stretches[at])
        for b in after[at]:
            waits[b] -= b in left and waits[b] > 0
    return out


def _comes_before(stretches: Sequence[Stretch], a: int, b: int) -> bool:
    one, two = stretches[a], stretches[b]
    if _above(one, two):
        return True
    if one.right > two.left or _above(two, one):
        return False
    top, bottom = min(one.bottom, two.bottom), max(one.top, two.top)
    return not any(
        _overlap(s.left, s.right, one.left, one.right)
        and _overlap(s.left, s.right, two.left, two.right)
        and top <= s.bottom <= bottom
        for s in stretches
    )
