"""The coverage proof: every character of the article is said once, or dropped once."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from narrate.errors import CoverageError
from narrate.model import Line, Script

_NONE = -1


def prove(source: Sequence[Line], script: Script) -> None:
    """Raise CoverageError unless script and source hold the same characters.

    White space (`str.isspace`) does not count. Lines that share a piece are held
    together; in each such group every piece must stand in the source as it is, in a
    stretch of its own, and the pieces must use the source up: none lost, none twice.
    """
    place = _places(source)
    first = _group_lines(len(source), place, script)
    lines = _Chains(len(source))
    for index in range(len(source)):
        lines.add(first[index])
    pieces = _Chains(len(source))
    texts: list[str] = []
    for numbers, text in _pieces(script):
        pieces.add(first[place(numbers[0])])
        texts.append(text)
    for index, line in enumerate(source):
        if first[index] == index:
            whole = "".join(_squash(source[i].text) for i in lines.of(index))
            parts = [_squash(texts[i]) for i in pieces.of(index)]
            if "".join(parts) != whole:
                _prove_group(line.number, whole, parts)


class _Chains:
    """Which of the things that were added belong to each group, in their order.

    In arrays: a list for each line of a book would be as much as the book.
    """

    def __init__(self, groups: int) -> None:
        self._first = array("i", [_NONE]) * groups
        self._last = array("i", [_NONE]) * groups
        self._next = array("i")

    def add(self, group: int) -> None:
        """Add the next thing to a group."""
        new = len(self._next)
        self._next.append(_NONE)
        if self._first[group] == _NONE:
            self._first[group] = new
        else:
            self._next[self._last[group]] = new
        self._last[group] = new

    def of(self, group: int) -> Iterator[int]:
        """Yield the numbers of a group's things."""
        at = self._first[group]
        while at != _NONE:
            yield at
            at = self._next[at]


def _prove_group(number: int, source: str, pieces: Sequence[str]) -> None:
    """Let each piece claim a stretch of its own; in the end all must be claimed.

    In their order; where one has taken a place that another needs (a line that stands
    there twice), the longest first.
    """
    try:
        _claim(number, source, pieces)
    except CoverageError as error:
        try:
            _claim(number, source, sorted(pieces, key=len, reverse=True))
        except CoverageError:
            raise error from None


def _claim(number: int, source: str, pieces: Iterable[str]) -> None:
    claimed = bytearray(len(source))
    at = 0
    for piece in pieces:
        found = _unclaimed(source, piece, at, claimed)
        if found < 0:
            again = f"would be read twice: {piece!r}"
            other = f"is not said as it stands: {piece!r}"
            raise CoverageError(number, again if piece in source else other)
        at = found + len(piece)
        claimed[found:at] = b"\1" * len(piece)
    lost = claimed.find(0)
    if lost >= 0:
        end = claimed.find(1, lost)
        text = source[lost : end if end >= 0 else None]
        raise CoverageError(number, f"would lose {text!r}")


def _unclaimed(source: str, piece: str, at: int, claimed: bytearray) -> int:
    """Find where a piece stands and nothing else does; behind `at` if it can be."""
    for start in (at, 0):
        found = source.find(piece, start)
        while found >= 0:
            taken = claimed.find(1, found, found + len(piece))
            if taken < 0:
                return found
            found = source.find(piece, taken + 1)
    return -1


def _places(source: Sequence[Line]) -> Callable[[int], int]:
    """Tell where a line stands by its number; raises LookupError or ValueError."""
    start = source[0].number if source else 0
    numbers = range(start, start + len(source))
    if all(line.number == number for line, number in zip(source, numbers, strict=True)):
        return numbers.index  # of a book, a table would be as much as its words
    return {line.number: index for index, line in enumerate(source)}.__getitem__


def _group_lines(
    count: int, place: Callable[[int], int], script: Script
) -> Sequence[int]:
    """Give for each line the first line of its group (disjoint sets)."""
    parent = array("i", range(count))

    def first(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for lines, _ in _pieces(script):
        for number in lines:
            try:
                found = place(number)
            except (LookupError, ValueError):
                trouble = "is not there, but something is said for it"
                raise CoverageError(number, trouble) from None
            if number != lines[0]:
                a, b = sorted((first(found), first(place(lines[0]))))
                parent[b] = a
    for index in range(len(parent)):
        parent[index] = first(index)
    return parent


def _pieces(script: Script) -> Iterator[tuple[tuple[int, ...], str]]:
    for utterance in script.utterances():
        yield utterance.lines, utterance.written
    for dropped in script.dropped:
        yield dropped.lines, dropped.text


def _squash(text: str) -> str:
    return "".join(text.split())
