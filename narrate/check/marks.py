"""Chapters and their table of contents, as a tag has them (ID3v2 addendum 1.0)."""

import struct
from dataclasses import dataclass, replace

from narrate.check.figures import cut
from narrate.check.id3 import MOST_INNER, Fault, Frame, Tag, read_frames
from narrate.check.text import Text, read_text

UNKNOWN = 0xFFFFFFFF
"""Says that a time or a byte is not told."""

_TIMES = struct.Struct(">IIII")
_TOP, _ORDERED = 2, 1
_USUAL = 3  # version of a tag


@dataclass(frozen=True, slots=True)
class Mark:
    """One CHAP frame."""

    number: int
    """Counted from 1, in the order of the file."""

    element: bytes
    """The name by which the table of contents calls it."""

    start_ms: int
    """Where it begins."""

    end_ms: int
    """Where it ends; UNKNOWN where it is not told."""

    bytes_told: bool
    """Whether it tells its bytes too."""

    inner: tuple[Frame, ...]
    """Its own frames."""

    title: Text | None
    """What it is called."""

    @property
    def place(self) -> str:
        """As in a finding."""
        return f"chapter {self.number}"

    @property
    def named(self) -> str:
        """For a sentence: its title, or else its place."""
        title = self.title.value.strip() if self.title else ""
        return cut(title) if title else self.place


@dataclass(frozen=True, slots=True)
class Contents:
    """One CTOC frame: a table of contents."""

    element: bytes
    """Its name."""

    top: bool
    """Whether it says that it is the first to look at."""

    ordered: bool
    """Whether it says that its children follow each other."""

    children: tuple[bytes, ...]
    """The names of its chapters, or of other tables."""

    count: int
    """How many it says there are."""

    title: Text | None
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All the chapters of a file, and how long it is."""

    chapters: tuple[Mark, ...]
    """In the order of the file."""

    tables: tuple[Contents, ...]
    """In the order of the file."""

    broken: tuple[Frame, ...]
    """Those that end too early to be read."""

    faults: tuple[Fault, ...]
    """What is wrong with their own frames."""

    major: int
    """Of the tag."""

    length_ms: int
    """Of the sound; 0 where there is none."""

    def in_time(self) -> tuple[Mark, ...]:
        """Give the chapters by their start."""
        return tuple(sorted(self.chapters, key=lambda mark: mark.start_ms))


def no_marks(length_ms: int) -> Marks:
    """Give the chapters of a file without a tag: none."""
    return Marks((), (), (), (), _USUAL, length_ms)


def read_marks(tag: Tag, length_ms: int) -> Marks:
    """Read all the chapters of a tag."""
    chapters: list[Mark] = []
    tables: list[Contents] = []
    broken: list[Frame] = []
    faults: list[Fault] = []
    for frame in tag.frames:
        if frame.name not in {"CHAP", "CTOC"}:
            continue
        name, end, rest = frame.body.partition(b"\0")
        if not end or len(rest) < (_TIMES.size if frame.name == "CHAP" else 2):
            broken.append(frame)
        elif frame.name == "CHAP":
            inner, wrong, _ = read_frames(rest[_TIMES.size :], tag.major)
            where = f" of chapter {len(chapters) + 1}"
            faults += (replace(fault, frame=fault.frame + where) for fault in wrong)
            chapters.append(
                _mark(len(chapters) + 1, name, rest[: _TIMES.size], inner, tag.major)
            )
        else:
            tables.append(_contents(name, rest, tag.major))
    return Marks(
        *(tuple(chapters), tuple(tables), tuple(broken)),
        *(tuple(faults), tag.major, length_ms),
    )


def _mark(
    number: int, name: bytes, times: bytes, inner: tuple[Frame, ...], major: int
) -> Mark:
    start, end, *places = _TIMES.unpack(times)
    told = any(place != UNKNOWN for place in places)
    return Mark(number, name, start, end, told, inner, _title(inner, major))


def _contents(name: bytes, rest: bytes, major: int) -> Contents:
    flags, count, names = rest[0], rest[1], rest[2:]
    children: list[bytes] = []
    for _ in range(count):
        child, end, after = names.partition(b"\0")
        if not end:
            break
        children.append(child)
        names = after
    inner, _, _ = read_frames(names, major, MOST_INNER)
    top, ordered = bool(flags & _TOP), bool(flags & _ORDERED)
    title = _title(inner, major)
    return Contents(name, top, ordered, tuple(children), count, title)


def _title(inner: tuple[Frame, ...], major: int) -> Text | None:
    titles = [frame for frame in inner if frame.name == "TIT2"]
    return read_text(titles[0].body, major) if titles else None
