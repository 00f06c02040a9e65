"""Tables: lines of short cells, one under the other, with gaps between them."""

import re
from collections.abc import Iterator, Sequence

from narrate.read.pdf.base import Kind, Row
from narrate.read.pdf.rows import FORMULA, lines_of

_FEWEST_LINES = {2: 3, 3: 2}  # by cells on the widest line: two lines of three
_LINE_STEP = 3.2  # of a letter's size
_LONGEST_CELL = 26  # letters on average: longer ones are columns of prose
_LONGEST_LABEL = 14  # letters in the first column, where the others may be long
LEADER = re.compile(r"\s*(?:\.\s?){4,}[\s|]*(?=\S{1,6}$)")
"""The dots that lead to a page number."""

_HEAD_ENDS = re.compile(r"(?i)(?:abstract|summary|\d?\.?\s*introduction)\b")


def mark_tables(rows: Sequence[Row]) -> None:
    """Set the kind of each row that is a cell; cells of one line share a place."""
    head_ends = _head_ends(rows)
    body = [row for row in rows if row.kind is Kind.BODY]
    for lines in _runs(list(lines_of(body))):
        if _is_table(lines, head_ends):
            for line in lines:
                for row in line:
                    row.kind, row.place = Kind.CELLS, line[0].place
    for row in rows:
        if row.kind is Kind.BODY and LEADER.search(row.plain):
            row.kind = Kind.CELLS  # an entry in a table of contents


def _head_ends(rows: Sequence[Row]) -> float:
    """Tell where authors stand side by side on the first page, which is no table."""
    if rows and rows[0].page == 0:
        for row in rows:
            if _HEAD_ENDS.match(row.plain):
                return row.y
    return 0.0


def _runs(lines: Sequence[list[Row]]) -> Iterator[list[list[Row]]]:
    """Yield lines in a run from one with cells to one with cells.

    A line between them may have one cell: a label, or the rest of a long one.
    """
    run: list[list[Row]] = []
    for line in lines:
        below = run and 0 < line[0].y - run[-1][0].y < _LINE_STEP * line[0].size
        whole = len(line) > 1 or (run and len(run[-1]) > 1)
        if run and not (below and whole):
            yield from _trimmed(run)
            run = []
        if run or len(line) > 1:
            run.append(line)
    yield from _trimmed(run)


def _trimmed(run: list[list[Row]]) -> Iterator[list[list[Row]]]:
    while run and len(run[-1]) == 1:
        run.pop()
    if run:
        yield run


def _is_table(lines: Sequence[Sequence[Row]], head_ends: float) -> bool:
    full = [line for line in lines if len(line) > 1]
    cells = max(len(line) for line in lines)
    if len(full) < _FEWEST_LINES.get(cells, 2) or lines[0][0].y < head_ends:
        return False
    if any("@" in row.plain for row in lines[-1]) and lines[0][0].page == 0:
        return False
    if all(FORMULA.fullmatch(line[-1].plain) for line in full):
        return False  # formulas with their numbers
    first = sum(line[0].chars for line in full) / len(full)
    chars = sum(row.chars for line in full for row in line)
    mean = chars / sum(len(line) for line in full)
    return mean < _LONGEST_CELL or first < _LONGEST_LABEL
