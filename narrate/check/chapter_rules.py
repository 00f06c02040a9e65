"""What is wrong with chapters themselves: their names, inside the tag and outside."""

from collections import Counter
from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.figures import clock, cut, many, size
from narrate.check.marks import Marks
from narrate.check.rule import Hit, Rule

_LONGEST_TITLE = 45
_LONGEST_ELEMENT = 100
_MOST = 255
_LOSES_TITLE = 127  # bytes, in FFmpeg with ID3v2.4
_NEW = 4


def _none(marks: Marks) -> Iterator[Hit]:
    if not marks.chapters and not marks.broken and marks.length_ms:
        yield Hit("The file has no chapters.")


def _broken(marks: Marks) -> Iterator[Hit]:
    for frame in marks.broken:
        what = f"A frame {frame.name} of {size(len(frame.body))} ends too early."
        yield Hit(what, f"{frame.name} (frame {frame.number})")


def _same_element(marks: Marks) -> Iterator[Hit]:
    elements = [mark.element for mark in marks.chapters]
    elements += [table.element for table in marks.tables]
    for element, number in Counter(elements).items():
        if number > 1:
            yield Hit(
                f"{many(number, 'frame')} have the same element id, {_shown(element)}."
            )


def _bad_element(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        length = len(mark.element)
        if not length or length > _LONGEST_ELEMENT:
            has = many(length, "byte")
            yield Hit(f"The element id of {mark.named} has {has}.", mark.place)


def _shown(element: bytes) -> str:
    return cut(element.decode("latin-1"), 20)


def _untitled(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        if mark.title is None or not mark.title.value.strip():
            yield Hit(
                f"The chapter at {clock(mark.start_ms)} has no title.", mark.place
            )


def _long_title(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        if mark.title and len(mark.title.value) > _LONGEST_TITLE:
            length = len(mark.title.value)
            yield Hit(
                f"The title {mark.named} has {length} characters, more than"
                f" {_LONGEST_TITLE}.",
                mark.place,
            )


def _title_not_first(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters:
        if mark.title is not None and mark.inner[0].name != "TIT2":
            first = mark.inner[0].name
            what = f"{first} stands before the title (TIT2) of {mark.named}."
            yield Hit(what, mark.place)


def _too_many(marks: Marks) -> Iterator[Hit]:
    if len(marks.chapters) > _MOST:
        yield Hit(f"There are {len(marks.chapters)} chapters.")


def _lost_in_2_4(marks: Marks) -> Iterator[Hit]:
    for mark in marks.chapters if marks.major == _NEW else ():
        body = next((each.body for each in mark.inner if each.name == "TIT2"), b"")
        picture = any(each.name == "APIC" for each in mark.inner)
        if picture or len(body) - 1 > _LOSES_TITLE:
            why = "a picture" if picture else f"a title of {len(body) - 1} bytes"
            yield Hit(f"{mark.named} has {why}, in a tag of ID3v2.4.", mark.place)


_UNIQUE = "Give each frame an id of its own, such as ch000, ch001 ..."

RULES: tuple[Rule[Marks], ...] = (
    Rule(
        "no-chapters",
        Severity.NOTE,
        _none,
        "",
        "A short episode needs none. Apple Podcasts makes its own for those of more"
        " than ten minutes.",
    ),
    Rule(
        "chapter-broken",
        Severity.ERROR,
        _broken,
        "AntennaPod and media3 (Pocket Casts) may drop all chapters for it.",
        "Write the chapters anew with another program.",
    ),
    Rule(
        "element-id-twice",
        Severity.ERROR,
        _same_element,
        "The table of contents can't tell them apart: players show one of them, or the"
        " same one twice.",
        _UNIQUE,
    ),
    Rule(
        "element-id-length",
        Severity.ERROR,
        _bad_element,
        "AntennaPod takes 1 to 100 bytes; with others it loses all chapters.",
        _UNIQUE,
    ),
    Rule(
        "chapter-untitled",
        Severity.WARNING,
        _untitled,
        "Players show an empty line, or a number; a screen reader has nothing to read.",
        "Give the chapter a title (TIT2 inside its CHAP frame).",
    ),
    Rule(
        "chapter-title-long",
        Severity.WARNING,
        _long_title,
        "On a phone its end is cut off; a screen reader reads all of it at each skip.",
        "Say it in fewer words.",
    ),
    Rule(
        "chapter-title-not-first",
        Severity.WARNING,
        _title_not_first,
        "Players that look at the first frame alone show no title.",
        "Write the title before pictures and links.",
    ),
    Rule(
        "chapters-too-many",
        Severity.WARNING,
        _too_many,
        "A table of contents can name 255; players that go by it do not show the rest.",
        "Join some of them.",
    ),
    Rule(
        "chapter-lost-in-2.4",
        Severity.ERROR,
        _lost_in_2_4,
        "FFmpeg, and the players that are built on it, drop this chapter.",
        "Save the tag as ID3v2.3.",
    ),
)
