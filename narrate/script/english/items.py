"""What parts a line without a stop: bullets, numbers, labels, glued dates."""

import re
from collections.abc import Iterator

_BULLET = re.compile(r"(?<=\s)[•‣⁃◦▪●■](?=\s?\w)")
_MARKER = re.compile(
    r"(?:(?<=\s)|^)(?:\(?(?P<number>\d{1,2})(?P<shape>\.\)|\)|\.)"
    r"|\(?(?P<letter>[a-z])(?P<form>\)|\.))(?=\s+\S)"
)
_CREDIT = re.compile(
    r"(?<=\s)(?:(?:Image|Photo|Picture|Video|Graphic)(?: [Cc]redit)?s?|Photograph"
    r"|Credit|Illustration):\s"
)
_LABEL = re.compile(
    r"(?:Figure|Table|Box|Plate|Chart|Exhibit)\s\d+(?:[.-]\d+)*(?P<gap>\s+)(?=[A-Z(])"
)
_STAMP = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:Jan|Febr|March|April|May|Ju|Aug"
    r"|Sept|Octo|Novem|Decem)[a-z]* \d{1,2}, \d{4}"
)
_DATED = re.compile(rf"{_STAMP}(?P<gap>\s+)(?=[A-Z])")
_DATE_LAST = re.compile(rf"(?<=\s){_STAMP}$")
_LEADS_TO_DATE = re.compile(
    r"(?:[^\w\s'’\"”)]|\b(?:on|of|for|until|till|since|from|to|dated|by|is|was|and|last"
    r"|next|this|before|after|through|effective|starting|beginning|ending))\s+$"
)
_SALUTE = re.compile(
    r"(?:Dear|Hi|Hello|Hey)\s(?:[A-Z][\w.'’-]*\s?){1,4},(?P<gap>\s+)(?=[A-Z])"
)
_RUNNING = re.compile(r"(?:,|\b(?:and|or|to|then))\s+$")


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that are no one sentence, whatever their stops."""
    start = 0
    for end, begin in sorted({*_gaps(text)}):
        if text[start:end].strip():
            yield start, end
            start = begin
    yield start, len(text)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_BULLET, _CREDIT):
        for found in pattern.finditer(text):
            yield _white(text, found.start())
    for pattern in (_LABEL, _DATED, _SALUTE):
        found_first = pattern.match(text)
        if found_first:
            yield found_first.span("gap")
    stamp = _DATE_LAST.search(text, max(0, len(text) - 40))
    if stamp and not _LEADS_TO_DATE.search(
        text, max(0, stamp.start() - 16), stamp.start()
    ):
        yield _white(text, stamp.start())
    yield from _between_items(text)


def _between_items(text: str) -> Iterator[tuple[int, int]]:
    """Find "2." behind "1." and so on; the line must begin with the first."""
    shape = None
    awaited = ""
    for found in _MARKER.finditer(text):
        mark = found["number"] or found["letter"]
        if shape is None:
            if text[: found.start()].strip():
                return
            shape, awaited = found["shape"] or found["form"], _after(mark)
        elif mark == awaited and (found["shape"] or found["form"]) == shape:
            awaited = _after(mark)
            if not _RUNNING.search(text, max(0, found.start() - 8), found.start()):
                yield _white(text, found.start())


def _after(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _white(text: str, begin: int) -> tuple[int, int]:
    """Give the white space that ends here."""
    end = begin
    while end and text[end - 1].isspace():
        end -= 1
    return end, begin
