"""The coverage proof: every character of the article is said once, or dropped once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from narrate.errors import CoverageError
from narrate.model import Line, Script


def prove(source: Sequence[Line], script: Script) -> None:
    """Raise CoverageError unless script and source hold the same characters.

    White space (`str.isspace`) does not count. Lines that share a piece are held
    together; in each such group every piece must stand in the source as it is, and
    the pieces must use up its characters exactly: none lost, none twice.
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
    left = Counter(source)
    at = 0
    for piece in pieces:
        found = source.find(piece, at)
        if found < 0:
            found = source.find(piece)  # a caption that was moved past its paragraph
        if found < 0:
            raise CoverageError(number, f"is not said as it stands: {piece!r}")
        at = found + len(piece)
        left.subtract(piece)
    lost = "".join((+left).elements())
    twice = "".join((-left).elements())
    if lost:
        raise CoverageError(number, f"would lose {lost!r}")
    if twice:
        raise CoverageError(number, f"would be read twice: {twice!r}")


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
    for section in script.sections:
        for utterance in section.utterances:
            yield utterance.lines, utterance.written
    for dropped in script.dropped:
        yield dropped.lines, dropped.text


def _squash(text: str) -> str:
    return "".join(text.split())
