"""What is usual in a file: the size of its letters, its leading, its margins."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from narrate.read.pdf.base import Kind, Row, Style

INDENT = 0.7
"""Of a letter's size: a row that begins so far in is indented."""

_SAME_SIZE = 0.08
_WINDOW = 8  # rows above and below that show a margin
_SAME_LEFT = 2.5  # of a letter's size, to rows of the same column
_STRETCH_STEP = 4.0
_COMMON = 4  # rows that end at the same place: justified, so a margin
_USUAL_LEADING = 1.2
_WIDEST_LEADING = 1.7  # for letters of another size than the body's
_INDENTED_SHARE = 0.03  # of all rows: paragraphs of 33 lines at most


class Measure:
    """The usual sizes and margins of a file's rows in reading order."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = [row for row in rows if row.kind is Kind.BODY]
        styles: Counter[Style] = Counter()
        for row in self.rows:
            styles[row.style] += row.chars
        self.body = styles.most_common(1)[0][0] if styles else Style(10.0, "")
        self.leadings = self._count_leadings()
        ends = Counter(round(row.right / 2) for row in self.rows)
        self.ends = sorted(2.0 * end for end, rows in ends.items() if rows >= _COMMON)
        for stretch in self._stretches():
            self._find_margins(stretch)
        indents = sum(self.indented(row) for row in self.rows)
        self.indents_paragraphs = indents > _INDENTED_SHARE * len(self.rows)

    def same_size(self, one: Row, two: Row) -> bool:
        """Tell whether two rows are set in one size."""
        return abs(one.size - two.size) <= _SAME_SIZE * max(one.size, two.size)

    def is_body(self, row: Row) -> bool:
        """Tell whether a row is set as large as most of the text."""
        return abs(row.size - self.body.size) <= _SAME_SIZE * self.body.size

    def leading(self, size: float) -> float:
        """Give the usual step from row to row at a size."""
        counted = self.leadings.get(round(size))
        if not counted:
            return _USUAL_LEADING * size
        usual = counted.most_common(1)[0][0] / 2
        if abs(size - self.body.size) <= _SAME_SIZE * size:
            return usual
        return min(usual, _WIDEST_LEADING * size)

    def indented(self, row: Row) -> bool:
        """Tell whether a row begins inside of its column's margin."""
        return row.left - row.margin > INDENT * row.size

    def room(self, row: Row) -> float:
        """Tell how much space is left at a row's end."""
        return row.end - row.right

    def _count_leadings(self) -> dict[int, Counter[int]]:
        steps: dict[int, Counter[int]] = {}
        for one, two in pairwise(self.rows):
            if self._is_below(one, two) and self.same_size(one, two):
                step = round(2 * (two.y - one.y))
                steps.setdefault(round(one.size), Counter())[step] += 1
        return steps

    def _is_below(self, one: Row, two: Row) -> bool:
        down = 0 < two.y - one.y < _STRETCH_STEP * max(one.size, two.size)
        shared = min(one.right, two.right) - max(one.left, two.left)
        return one.page == two.page and down and shared > 0

    def _stretches(self) -> list[list[Row]]:
        stretches: list[list[Row]] = []
        for row in self.rows:
            if stretches and self._is_below(stretches[-1][-1], row):
                stretches[-1].append(row)
            else:
                stretches.append([row])
        return stretches

    def _find_margins(self, stretch: Sequence[Row]) -> None:
        for at, row in enumerate(stretch):
            around = [
                other
                for other in stretch[max(0, at - _WINDOW) : at + _WINDOW + 1]
                if abs(other.left - row.left) < _SAME_LEFT * row.size
                and self.same_size(other, row)
            ]
            lefts = Counter(round(other.left) for other in around)
            most = max(lefts.values())
            row.margin = min(x for x, rows in lefts.items() if rows == most)
            right = max(other.right for other in around)
            if len(around) < _COMMON:
                next_end = bisect_right(self.ends, right - 1)
                right = max([right, *self.ends[next_end : next_end + 1]])
            row.end = right
