"""What a recogniser wrote against what was said, fairly: no word is dropped.

It writes "$275 million", "November 20", "AFP" and "land mines" where the script says
"two hundred seventy-five million dollars", "November twentieth", "A F P" and
"landmines". So case, accents and punctuation are left out of both; a figure, a sign, a
short form or a run of capitals counts as the one of its usual readings that is nearest
to what was said; where words begin and end does not count, nor how a sound is spelled
("tow" and "toe"): an ear hears neither.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from readings import Words

_BLOCK = 3
"""Words that may be one on the other side: "attack 'ems"."""

_Row = list[tuple[int, tuple[object, ...]]]


def nearest(said: list[str], heard: Iterator[tuple[Words, ...]]) -> list[str]:
    """Choose for each piece the reading that is nearest to what was said.

    Edit distance over all ways at once: the last row for the pieces so far, each cell
    with its cost and the words that led there.
    """
    row: _Row = [(cost, ()) for cost in range(len(said) + 1)]
    for forms in heard:
        rows = [_read(row, form, said) for form in forms]
        row = [
            min(cells, key=lambda cell: cell[0]) for cells in zip(*rows, strict=True)
        ]
    words: list[str] = []
    path = row[-1][1]
    while path:
        path, word = path  # type: ignore[assignment]
        words.append(str(word))
    return words[::-1]


def _read(row: _Row, form: Words, said: list[str]) -> _Row:
    for word in form:
        cost, path = row[0]
        following: _Row = [(cost + 1, (path, word))]
        for at, other in enumerate(said):
            put = row[at][0] + (word != other), row[at][1], True
            added = row[at + 1][0] + 1, row[at + 1][1], True
            left = following[at][0] + 1, following[at][1], False
            cost, path, new = min(put, added, left, key=lambda cell: cell[0])
            following.append((cost, (path, word) if new else path))
        row = following
    return row


def as_said(said: list[str], heard: list[str], sounds: Mapping[str, str]) -> list[str]:
    """Give what was heard, in the script's own letters where it sounds the same."""
    same = _sameness(said, heard, sounds)
    best = {(len(said), len(heard)): (0, (0, 0))}
    for i in range(len(said), -1, -1):
        for j in range(len(heard), -1, -1):
            steps = [(1, 1, 1)] if i < len(said) and j < len(heard) else []
            steps += [(1, 1, 0)] if i < len(said) else []
            steps += [(1, 0, 1)] if j < len(heard) else []
            steps += [(0, a, b) for a, b in same(i, j)]
            if steps:
                best[i, j] = min(
                    (cost + best[i + a, j + b][0], (a, b)) for cost, a, b in steps
                )
    return list(_written(said, heard, best, same))


def _sameness(
    said: list[str], heard: list[str], sounds: Mapping[str, str]
) -> Callable[[int, int], list[tuple[int, int]]]:
    def same(i: int, j: int) -> list[tuple[int, int]]:
        if i < len(said) and j < len(heard) and said[i] == heard[j]:
            return [(1, 1)]
        sizes = product(range(1, _BLOCK + 1), repeat=2)
        return [
            (a, b)
            for a, b in sizes
            if i + a <= len(said)
            and j + b <= len(heard)
            and _alike(said[i : i + a], heard[j : j + b], sounds)
        ]

    return same


def _alike(ours: list[str], theirs: list[str], sounds: Mapping[str, str]) -> bool:
    if "".join(ours) == "".join(theirs):
        return True
    sound = "".join(sounds.get(word, word) for word in ours)
    return sound == "".join(sounds.get(word, word) for word in theirs)


def _written(
    said: list[str],
    heard: list[str],
    best: Mapping[tuple[int, int], tuple[int, tuple[int, int]]],
    same: Callable[[int, int], list[tuple[int, int]]],
) -> Iterator[str]:
    i = j = 0
    while i < len(said) or j < len(heard):
        cost, (a, b) = best[i, j]
        alike = cost == best[i + a, j + b][0]
        yield from said[i : i + a] if alike else heard[j : j + b]
        i, j = i + a, j + b
