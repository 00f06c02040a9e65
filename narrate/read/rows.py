"""Rows: lines of a table or of code, which no sentence looks like."""

import re
from collections.abc import Callable, Iterator, Sequence

from narrate.read.base import Block
from narrate.roles import Role

_BARS = re.compile(r"\s\|\s|\t")
_GAPS = re.compile(r"(?<![.!?:])\s{2,}(?=\S)")  # two spaces after a stop are typing
_FIGURE = re.compile(r"[+−-]?[$€£]?\d[\d.,:/%*]*\S{0,3}")
_CELLS = 2
_CELL_WORDS = 6
_ROWS = 2

_CODE = re.compile(
    r"""(?x)
    (?:[$%]|>>>|\.\.\.)\s+\S.* | (?:\#!|//|/\*|<!--).* | </?\w[^<>]*>.*
    | (?:def|class|import|from|return|const|let|var|public|private|static|void|func|fn
        |for|while|if|elif|else|try|except|package|using|namespace|SELECT|INSERT|UPDATE)
        \b.*(?:[:;{}()=]|\bimport\b.*|\bFROM\b.*)
    | [\w.\[\]"']+\s*(?:=|\+=|:=|=>|->|==)\s*\S.*[\w()\[\]"'};,] | .*(?:;|\{|\}|\);?|=>)
    """
)
_CALL = re.compile(
    r"\w\(|\)\.|::|->|=>|[\w\]]\s?=\s?[\w\"'\[(]|\{|\}|;$|^[$#>]|==|--\w"
)
_WORDY = re.compile(r"(?:[A-Za-z]{2,}[ ,]+){7,}")


def is_row(text: str) -> bool:
    """Tell a line that is cut into cells: by bars or tabs, or by wide gaps."""
    if len(_BARS.split(text)) >= _CELLS:
        return True
    cells = _GAPS.split(text)
    if len(cells) < _CELLS or any(len(c.split()) > _CELL_WORDS for c in cells):
        return False
    return any(_FIGURE.fullmatch(cell) for cell in cells[1:])


def is_code(text: str) -> bool:
    """Tell a line of a program, or of what one prints at a prompt."""
    return bool(
        _CODE.fullmatch(text) and _CALL.search(text) and not _WORDY.search(text)
    )


def find_rows(blocks: Sequence[Block]) -> None:
    """Mark runs of lines that are tables, and code."""
    for run in _runs(blocks, _is_row_block):
        if len(run) >= _ROWS:
            for block in run:
                block.role = Role.TABLE
    for run in _runs(blocks, lambda block: is_code(block.text)):
        for block in run:
            block.role = Role.CODE


def _is_row_block(block: Block) -> bool:
    return is_row(block.text) or (
        not block.prose and len(_GAPS.split(block.text)) > _CELLS
    )


def _runs(
    blocks: Sequence[Block], fits: Callable[[Block], bool]
) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if block.open and fits(block):
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run
