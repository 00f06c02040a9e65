"""Tables whose cells run over several rows: the file holds them cell by cell."""

from collections.abc import Iterator, Sequence

from narrate.read.pdf.base import Kind, Row

_MOST_ROWS = 8  # in a cell
_MOST_WORDS = 40  # in a cell: a longer one is a part of the page, not of a table
_FEWEST_LINES = 2
_BELOW = 1.8  # of a letter's size, from row to row of a cell
_LINE_STEP = 3.2  # and from line to line of a table
_SAME_LEVEL = 0.3
_HIGHER = 4.0  # so far may a cell begin above one that stands in the middle

Line = list[list[Row]]
"""Cells side by side, each with its rows."""


def mark_grids(rows: Sequence[Row]) -> None:
    """Set kind, place and cell of the rows of such tables."""
    for run in _runs(list(_lines(rows))):
        tall = any(len(cell) > 1 for line in run for cell in line)
        if len(run) < _FEWEST_LINES or not tall or _is_head(run):
            continue
        for line in run:
            for at, cell in enumerate(line):
                for row in cell:
                    row.kind, row.cell, row.place = Kind.CELLS, at, line[0][0].place


def _is_head(run: Sequence[Line]) -> bool:
    """Tell authors side by side on the first page, with their addresses."""
    first = run[0][0][0]
    mails = any("@" in row.plain for line in run for cell in line for row in cell)
    return first.page == 0 and mails


def _lines(rows: Sequence[Row]) -> Iterator[Line]:
    line: Line = []
    for row in rows:
        if row.kind is not Kind.BODY:
            continue
        if line and _is_in_cell(line[-1], row):
            line[-1].append(row)
        elif line and _is_next_cell(line, row):
            line.append([row])
        else:
            yield line
            line = [[row]]
    yield line


def _is_in_cell(cell: Sequence[Row], row: Row) -> bool:
    last = cell[-1]
    middle = abs(row.left + row.right - last.left - last.right) / 2
    aligned = min(abs(row.left - last.left), abs(row.right - last.right), middle)
    return 0 < row.y - last.y < _BELOW * row.size and aligned < row.size


def _is_next_cell(line: Line, row: Row) -> bool:
    right = max(other.right for other in line[-1])
    top = min(other.y for cell in line for other in cell)
    bottom = max(other.y for cell in line for other in cell)
    level = top - _HIGHER * row.size < row.y < bottom + _SAME_LEVEL * row.size
    return level and row.left >= right - _SAME_LEVEL * row.size


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines of cells one under the other."""
    run: list[Line] = []
    for line in lines:
        if run and not (_is_table_line(line) and _is_under(run[-1], line)):
            yield run
            run = []
        if _is_table_line(line):
            run.append(line)
    if run:
        yield run


def _is_table_line(line: Line) -> bool:
    return len(line) > 1 and all(
        len(cell) <= _MOST_ROWS and sum(len(row.words) for row in cell) <= _MOST_WORDS
        for cell in line
    )


def _is_under(above: Line, below: Line) -> bool:
    bottom = max(row.y for cell in above for row in cell)
    top = min(row.y for cell in below for row in cell)
    size = below[0][0].size
    shared = min(above[-1][0].right, below[-1][0].right) - max(
        above[0][0].left, below[0][0].left
    )
    return 0 < top - bottom < _LINE_STEP * size and shared > 0
