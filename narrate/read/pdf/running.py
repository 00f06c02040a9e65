"""Running heads and feet: what stands on many sheets in the same place, and numbers."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from narrate.read.base import letters
from narrate.read.pdf.base import Kind, Row, Sheet
from narrate.roles import Role

_ZONE = 0.16  # of the sheet's height, at its top and at its foot
_INNER = 1.5  # times that: where the next line may stand
_DEEPEST = 4  # lines into the sheet
_SAME = 3.0  # points between the same place on two sheets
_MANY = 6  # sheets: from here on, three must agree and not two
_LONGEST_WORDS = 30
_SHORT_WORDS = 10  # in longer ones, other figures make another text
_SET_APART = 1.35  # of a letter's size, to the next line
_DIGITS = re.compile(r"\d+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_AT_ENDS = re.compile(
    r"(?i)^[-–—|\s]*(?:page\s+)?(\d{1,4}|[ivxlc]{1,7})(?=[-–—|]?(?:\s|$))"
    r"|(?:^|\s)(\d{1,4})[-–—|\s]*$"
)
_NUMBER_ALONE = re.compile(
    r"(?i)\W*(?:page|seite|pagina|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/|von|de)\s*\d{1,4})?\W*"
)


Places = dict[tuple[bool, str], list[float]]
"""Where the same words stand, at the head or the foot of sheets."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The rows that stand side by side at a sheet's edge."""

    rows: tuple[Row, ...]
    text: str
    page: int
    head: bool
    y: float
    apart: bool
    """The next line inwards is farther away than lines of a paragraph are."""

    depth: int
    """How many lines stand nearer to the edge."""

    @property
    def keys(self) -> set[str]:
        """What each of its parts shares with the same one on another sheet."""
        return {_key(row.plain) for row in self.rows} - {""}


def _key(text: str) -> str:
    """Leave the number of a page or a section out of a short text."""
    short = len(text.split()) <= _SHORT_WORDS
    return letters(_DIGITS.sub("", text) if short else text)


def mark_running(sheets: Sequence[Sheet], pages: Sequence[Sequence[Row]]) -> None:
    """Set the kind of each row that belongs to the sheet and not to the text."""
    edges = [
        list(_edge(rows, sheet, head=head))
        for sheet, rows in zip(sheets, pages, strict=True)
        for head in (True, False)
    ]
    outer = [line for edge in edges for line in edge]
    enough = 2 if len(pages) < _MANY else 3
    repeated = _repeated(outer, enough)
    offsets = _offsets(outer, enough)
    for edge in edges:
        told: list[_Line] = []
        for line in edge:
            if not (
                _is_numbered(line, offsets)
                or _is_repeated(line, repeated)
                or _is_lone_number(line)
            ):
                break  # what stands farther in is text
            told.append(line)
        while told and not told[-1].apart:
            told.pop()  # a line like others, close to its paragraph
        for row in (row for line in told for row in line.rows):
            row.kind = Kind.RUNNING


def role_of_running(text: str) -> Role:
    """Tell a bare page number from other words at a sheet's edge."""
    return Role.PAGE_NUMBER if _NUMBER_ALONE.fullmatch(text) else Role.FURNITURE


def _edge(rows: Sequence[Row], sheet: Sheet, *, head: bool) -> Iterator[_Line]:
    """Yield the lines at the top or the foot, from the edge inwards."""
    zone = _ZONE * sheet.height
    far = _INNER * zone  # the next line inwards must be seen too
    near = [r for r in rows if (r.y < far if head else r.y > sheet.height - far)]
    near.sort(key=lambda row: row.y if head else -row.y)
    lines: list[list[Row]] = []
    for row in near:
        if lines and abs(row.y - lines[-1][0].y) < row.size / 4:
            lines[-1].append(row)
        else:
            lines.append([row])
    for at, line in enumerate(lines[:_DEEPEST]):
        line.sort(key=lambda row: row.left)
        text = " ".join(row.plain for row in line)
        inside = line[0].y > zone if head else line[0].y < sheet.height - zone
        if len(text.split()) > _LONGEST_WORDS or inside:
            break
        inner = (row for other in lines[at + 1 : at + _DEEPEST] for row in other)
        step = min((abs(row.y - line[0].y) for row in inner), default=zone)
        apart = step > _SET_APART * max(row.size for row in line)
        yield _Line(tuple(line), text, line[0].page, head, line[0].y, apart, at)


def _repeated(lines: Iterable[_Line], enough: int) -> Places:
    """Collect the places of words that come again on other sheets."""
    places: Places = defaultdict(list)
    for line in lines:
        for key in line.keys:
            places[line.head, key].append(line.y)
    return {
        key: sorted(heights)
        for key, heights in places.items()
        if len(heights) >= enough
    }


def _is_repeated(line: _Line, repeated: Places) -> bool:
    for key in line.keys:
        heights = repeated.get((line.head, key), [])
        first = bisect_left(heights, line.y - _SAME)
        if bisect_right(heights, line.y + _SAME) - first > 1:
            return True
    return False


def _numbers(line: _Line) -> Iterator[int]:
    for found in _AT_ENDS.finditer(line.text):
        text = found[1] or found[2]
        if text.isdecimal():
            yield int(text)
        else:
            values = [_ROMAN[letter] for letter in text.lower()]
            signed = zip(values, [*values[1:], 0], strict=True)
            yield sum(-v if v < after else v for v, after in signed)


def _offsets(lines: Iterable[_Line], enough: int) -> set[tuple[bool, int]]:
    """Find how far page numbers are ahead of the count of sheets."""
    votes = Counter(
        (line.head, number - line.page)
        for line in lines
        if line.apart and not line.depth
        for number in set(_numbers(line))
    )
    return {offset for offset, count in votes.items() if count >= enough}


def _is_numbered(line: _Line, offsets: set[tuple[bool, int]]) -> bool:
    outer = line.apart and not line.depth
    return outer and any(
        (line.head, number - line.page) in offsets for number in _numbers(line)
    )


def _is_lone_number(line: _Line) -> bool:
    """Tell the number of this very page, with nothing else on its line."""
    alone = line.apart and _NUMBER_ALONE.fullmatch(line.text)
    return bool(alone) and next(_numbers(line), 0) == line.page + 1
