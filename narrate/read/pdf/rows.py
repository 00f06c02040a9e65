"""Words into rows: what stands side by side without a wide gap, in the file's order."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from narrate.read.base import ITEM
from narrate.read.pdf.base import NO_LETTER, Row, Sheet, Word

_WIDE = 1.0  # of a letter's size: a wider gap may part columns or cells
_VAST = 5.0  # and this one surely does
_BACK = 0.5  # accents and formulas step back so far within a row
_SHARED = 0.45  # of the lower one's height: so much do neighbours on a row share
_RISE, _FALL = 0.75, 0.2  # of a letter's size, above and below where it stands
_REACH = 2.4  # letters' sizes to the rows above and below that share a gap
_CHANNEL = 0.5  # of a letter's size that two gaps share, one above the other
_EVEN = 0.55  # times the widest space of a line
_EDGE = 2.0  # points between edges that are the same
_FEWEST_WORDS = 3  # on a line that fills a column
_FEWEST_LINES = 3  # that fill it
_FILLED = 0.2  # of the lines between two edges
_DEEPEST_INDENT = 4.0  # of a letter's size
_INITIAL, _NEAR_INITIAL = 1.6, 0.2  # times the size of the letters behind it
_ONE_LETTER_WORDS = "AIO"
_RAISED = 0.12  # of a letter's size
_SMALLER = 0.85  # of the size of the word before
_MARK = re.compile(r"\d{1,3}(?:[,–-]\d{1,3})*")
_WORDY = re.compile(r"(?:[^\W\d_]{3}[)\]]?|\d{4}\)|[.,;:!?\"'”’»])$")
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLETS = "•◦▪‣●○■□▸►–—*·∙⁃➢✓❖\uf0a8\uf0d8\uf076"
NUMBERED = re.compile(
    rf"(?:[{_BULLETS}]|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,5}})[.)]|\[\d{{1,3}}\])(?=\s|$)"
)
"""How an item of a list begins in print."""

FORMULA = re.compile(r"\([A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?\)")
"""The number of a formula, at the right of it."""


def rows(sheet: Sheet, page: int) -> list[Row]:
    """Give a sheet's rows; those on one table line come one after the other."""
    runs = (_known(_marked(words)) for words in _runs(sheet.words))
    return _mended([Row(words, page) for words in runs if words])


def is_item(text: str) -> bool:
    """Tell whether a row begins an item of a list."""
    return bool(NUMBERED.match(text) or ITEM.match(text))


def beside(left: Row, right: Row) -> bool:
    """Tell whether one row goes on another's line, to the right of it."""
    size = max(left.size, right.size)
    return abs(left.y - right.y) < _SHARED * size and right.left >= left.right - size


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run, word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    before = run[-1]
    size = max(before.style.size, word.style.size)
    gap = word.left - before.right
    if not -_BACK * size <= gap <= _WIDE * size:
        return False
    return any(_level(other, word) for other in (before, run[0], run[len(run) // 2]))


def _level(one: Word, two: Word) -> bool:
    """Tell whether two words stand on one line, be one of them raised or lowered."""
    top = max(w.y - _RISE * w.style.size for w in (one, two))
    bottom = min(w.y + _FALL * w.style.size for w in (one, two))
    lower = min(one.style.size, two.style.size) * (_RISE + _FALL)
    return bottom - top > _SHARED * lower


def _marked(words: list[Word]) -> list[Word]:
    """Part a footnote's mark from the word it is glued to, and see what is a power."""
    for before, word in pairwise(words):
        small = word.style.size < _SMALLER * before.style.size
        raised = before.y - word.y > _RAISED * before.style.size
        if not (small and raised and _MARK.fullmatch(word.text)):
            continue
        if _WORDY.search(before.text):
            word.text, word.glued = f"[{word.text}]", True
        elif word.glued:
            word.text = word.text.translate(_POWERS)
    first, second = words[0], words[1] if len(words) > 1 else words[0]
    initial = len(first.text) == 1 and first.text.isupper()
    if initial and first.style.size > _INITIAL * second.style.size:
        near = second.left - first.right < _NEAR_INITIAL * second.style.size
        second.glued = near or first.text not in _ONE_LETTER_WORDS
    small = first.style.size < _SMALLER * second.style.size
    raised = second.y - first.y > _RAISED * second.style.size
    if small and raised and _MARK.fullmatch(first.text):
        first.text, second.glued = f"[{first.text}]", False
    return words


def _known(words: list[Word]) -> list[Word]:
    """Take a sign without a meaning for a bullet where a row begins with it."""
    bullet = len(words) > 1 and words[0].text == NO_LETTER and not words[1].glued
    if bullet and words[1].text[0].isalnum():
        words[0].text = "•"
    return [word for word in words if word.text.strip(NO_LETTER)]


def _mended(found: Sequence[Row]) -> list[Row]:
    """Join rows that only the wide spaces of justified text had parted."""
    lines = list(lines_of(found))
    gaps = sorted((a.y, a.right, b.left) for line in lines for a, b in pairwise(line))
    heights = [y for y, _, _ in gaps]
    columns = _columns(lines)
    out: list[Row] = []
    for line in lines:
        whole = len(line) > 1 and _is_even(line, columns)
        joined = line[:1]
        for row in line[1:]:
            if whole or not _parted(joined[-1], row, gaps, heights):
                joined[-1].words.extend(row.words)
                joined[-1].measure()
            else:
                joined.append(row)
        out += joined
    return out


def lines_of(found: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows that stand side by side."""
    line: list[Row] = []
    for row in found:
        if line and not beside(line[-1], row):
            yield line
            line = []
        line.append(row)
    if line:
        yield line


def _columns(lines: Sequence[Sequence[Row]]) -> dict[int, list[float]]:
    """Find the columns of prose: the left edges, by the right edge.

    Many of their lines reach from edge to edge without a wide space; those of a table
    hardly ever do.
    """
    edges = Counter((_step(line[0].left), _step(line[-1].right)) for line in lines)
    filled = Counter(
        (_step(line[0].left), _step(line[0].right))
        for line in lines
        if len(line) == 1 and len(line[0].words) >= _FEWEST_WORDS
    )
    columns: dict[int, list[float]] = {}
    for (left, right), count in filled.items():
        if count >= _FEWEST_LINES and count > _FILLED * edges[left, right]:
            for place in (right - 1, right, right + 1):
                columns.setdefault(place, []).append(left * _EDGE)
    return columns


def _step(x: float) -> int:
    return round(x / _EDGE)


def _is_even(line: Sequence[Row], columns: dict[int, list[float]]) -> bool:
    """Tell a justified line: all its spaces are as wide, within its parts as between.

    In a table a space within a cell is narrower than the gap to the next one; where
    all cells are single words, only a column of prose around them tells.
    """
    pairs = list(pairwise(word for row in line for word in row.words))
    spaces = [b.left - a.right for a, b in pairs if not b.glued]
    calm = [  # a full stop has up to twice as much space behind it
        (b.left - a.right) / (1 if a.text[-1].isalnum() else 2)
        for a, b in pairs
        if not b.glued
    ]
    if not spaces or min(spaces) < _EVEN * max(calm):
        return False
    if any(len(row.words) > 1 for row in line):
        return True
    indent = _DEEPEST_INDENT * line[0].size
    return any(
        left - _EDGE <= line[0].left < left + indent
        for left in columns.get(_step(line[-1].right), ())
    )


def _parted(
    left: Row,
    right: Row,
    gaps: Sequence[tuple[float, float, float]],
    heights: Sequence[float],
) -> bool:
    """Tell whether a gap parts columns: a row above or below has it too."""
    size = max(left.size, right.size)
    if is_item(left.plain) and len(left.words) == 1:
        return False
    if right.left - left.right > _VAST * size:
        return True
    start = bisect_left(heights, left.y - _REACH * size)
    for y, end, begin in gaps[start:]:
        if y > left.y + _REACH * size:
            break
        shared = min(begin, right.left) - max(end, left.right)
        if abs(y - left.y) > _SHARED * size and shared > _CHANNEL * size:
            return True
    return False
