"""Words into rows: what stands side by side without a wide gap, in the file's order."""

import re
from bisect import bisect_left
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
    return [word for word in words if word.text != NO_LETTER]


def _mended(found: list[Row]) -> list[Row]:
    """Join rows that only a wide space of justified text had parted."""
    gaps = sorted((a.y, a.right, b.left) for a, b in pairwise(found) if beside(a, b))
    heights = [y for y, _, _ in gaps]
    joined = found[:1]
    for row in found[1:]:
        if beside(joined[-1], row) and not _parted(joined[-1], row, gaps, heights):
            joined[-1].words.extend(row.words)
            joined[-1].measure()
        else:
            joined.append(row)
    return joined


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
