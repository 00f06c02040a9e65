"""What is wrong with the times of chapters, and with their order in the file."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from narrate.check.base import Severity
from narrate.check.figures import clock, span
from narrate.check.marks import UNKNOWN, Mark, Marks
from narrate.check.rule import Hit, Rule

_NEAR_MS = 50  # two frames of MPEG-2: no player shows less


def _order(marks: Marks) -> Iterator[Hit]:
    for before, mark in pairwise(marks.chapters):
        if mark.start_ms < before.start_ms:
            yield Hit(
                f"In the file, {mark.named} at {clock(mark.start_ms)} stands behind"
                f" {before.named} at {clock(before.start_ms)}.",
                mark.place,
            )


def _late(marks: Marks) -> Iterator[Hit]:
    for mark in marks.in_time()[:1]:
        if mark.start_ms:
            yield Hit(
                f"The first chapter begins at {clock(mark.start_ms)}, not at 0.",
                mark.place,
            )


def _gaps(marks: Marks) -> Iterator[Hit]:
    for before, mark in _neighbours(marks):
        if mark.start_ms > before.end_ms:
            gap = span(mark.start_ms - before.end_ms)
            yield Hit(
                f"Between {before.named} and {mark.named} are {gap} of no chapter.",
                mark.place,
            )


def _overlaps(marks: Marks) -> Iterator[Hit]:
    for before, mark in _neighbours(marks):
        if mark.start_ms < before.end_ms:
            over = span(before.end_ms - mark.start_ms)
            what = f"{before.named} ends {over} after {mark.named} begins."
            yield Hit(what, mark.place)


def _neighbours(marks: Marks) -> Iterable[tuple[Mark, Mark]]:
    return (
        (before, mark)
        for before, mark in pairwise(marks.in_time())
        if before.end_ms != UNKNOWN
    )


def _no_end(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        if mark.end_ms == UNKNOWN:
            yield Hit(f"{mark.named} has no end time: FF FF FF FF.", mark.place)


def _backwards(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        if mark.end_ms <= mark.start_ms:
            yield Hit(
                f"{mark.named} begins at {clock(mark.start_ms)} and ends at"
                f" {clock(mark.end_ms)}.",
                mark.place,
            )


def _beyond(marks: Marks) -> Iterator[Hit]:
    last = marks.length_ms + _NEAR_MS
    for mark in marks.chapters:
        late = mark.start_ms if mark.start_ms > last else mark.end_ms
        if marks.length_ms and late > last and late != UNKNOWN:
            does = "begins" if mark.start_ms > last else "ends"
            yield Hit(
                f"{mark.named} {does} at {clock(late)}, but the sound ends at"
                f" {clock(marks.length_ms)}.",
                mark.place,
            )


def _early(marks: Marks) -> Iterator[Hit]:
    ends = [mark.end_ms for mark in marks.chapters]
    if ends and marks.length_ms and max(ends) < marks.length_ms - _NEAR_MS:
        yield Hit(
            f"The last chapter ends at {clock(max(ends))},"
            f" {span(marks.length_ms - max(ends))} before the sound does."
        )


def _bytes_told(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        if mark.bytes_told:
            what = f"{mark.named} tells byte offsets beside its times."
            yield Hit(what, mark.place)


_TIMES = "Write the times anew: each chapter ends where the next one begins."

RULES: tuple[Rule[Marks], ...] = (
    Rule(
        "chapter-order",
        Severity.ERROR,
        _order,
        "Players that keep the order of the file (all that FFmpeg is in; AntennaPod"
        ' until 2021) list chapters wrongly, and "next" jumps back.',
        "Write the CHAP frames in the order of their times. mutagen's save() sorts them"
        " by size: use another writer.",
    ),
    Rule(
        "chapter-late-start",
        Severity.WARNING,
        _late,
        "What comes before it is in no chapter: players show none, or the wrong one.",
        "Let the first chapter begin at 0.",
    ),
    Rule(
        "chapter-gap",
        Severity.WARNING,
        _gaps,
        "There players show no chapter, or still the one before.",
        _TIMES,
    ),
    Rule(
        "chapter-overlap",
        Severity.WARNING,
        _overlaps,
        "Players show one of the two, and not all the same one.",
        _TIMES,
    ),
    Rule(
        "chapter-without-end",
        Severity.ERROR,
        _no_end,
        "Android's media3 (Pocket Casts) drops every chapter of the file.",
        _TIMES,
    ),
    Rule(
        "chapter-backwards",
        Severity.ERROR,
        _backwards,
        "Players drop it, or can't skip to it.",
        _TIMES,
    ),
    Rule(
        "chapter-beyond-end",
        Severity.ERROR,
        _beyond,
        "What begins behind the end can't be played; of what ends there, players show"
        " a wrong length.",
        "Write the times anew, from the finished sound.",
    ),
    Rule(
        "chapter-early-end",
        Severity.WARNING,
        _early,
        "The rest is in no chapter: players show none, or skip to the next episode.",
        "Let the last chapter end with the sound.",
    ),
    Rule(
        "chapter-byte-offsets",
        Severity.WARNING,
        _bytes_told,
        "They are wrong as soon as a cover is added; players that use them miss.",
        "Set both byte offsets of each CHAP frame to FF FF FF FF: not used.",
    ),
)
