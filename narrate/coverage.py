"""The coverage proof: every character of the article is said once, or dropped once."""

from collections.abc import Iterable, Iterator, Sequence

from narrate.errors import CoverageError
from narrate.model import Line, Script


def prove(source: Sequence[Line], script: Script) -> None:
    """Raise CoverageError unless script and source hold the same characters.

    White space (`str.isspace`) does not count. Lines that share a piece are held
    together; in each such group every piece must stand in the source as it is, in a
    stretch of its own, and the pieces must use the source up: none lost, none twice.
    """
    group_of = _group_lines(source, script)
    wanted: dict[int, list[str]] = {}
    for line in source:
        wanted.setdefault(group_of[line.number], []).append(_squash(line.text))
    pieces: dict[int, list[str]] = {}
    for lines, text in _pieces(script):
        pieces.setdefault(group_of[lines[0]], []).append(_squash(text))
    for number, texts in wanted.items():
        _prove_group(number, "".join(texts), pieces.get(number, []))


def _prove_group(number: int, source: str, pieces: Iterable[str]) -> None:
    """Let each piece claim a stretch of its own; in the end all must be claimed."""
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


def _group_lines(source: Sequence[Line], script: Script) -> dict[int, int]:
    """Map each line's number to the first line of its group (disjoint sets)."""
    parent = {line.number: line.number for line in source}

    def first(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for lines, _ in _pieces(script):
        for number in lines:
            if number not in parent:
                raise CoverageError(
                    number, "is not there, but something is said for it"
                )
            a, b = sorted((first(number), first(lines[0])))
            parent[b] = a
    return {number: first(number) for number in parent}


def _pieces(script: Script) -> Iterator[tuple[tuple[int, ...], str]]:
    for utterance in script.utterances():
        yield utterance.lines, utterance.written
    for dropped in script.dropped:
        yield dropped.lines, dropped.text


def _squash(text: str) -> str:
    return "".join(text.split())
