"""What parts a line without a stop: bullets, numbers, labels, glued dates."""

from collections.abc import Iterator

from narrate.script.base import compiled

_BULLET = r"(?<=\s)[•‣⁃◦▪●■](?=\s?\w)"
_MARKER = (
    r"(?:(?<=\s)|^)(?:\(?(?P<number>\d{1,2})(?P<shape>\.\)|\)|\.)"
    r"|\(?(?P<letter>[a-z])(?P<form>\)|\.))(?=\s+\S)"
)
_CREDIT = (
    r"(?<=\s)(?:(?:Image|Photo|Picture|Video|Graphic)(?: [Cc]redit)?s?|Photograph"
    r"|Credit|Illustration):\s"
)
_LABEL = (
    r"(?:Figure|Table|Box|Plate|Chart|Exhibit)\s\d+(?:[.-]\d+)*(?P<gap>\s+)(?=[A-Z(])"
)
_STAMP = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:Jan|Febr|March|April|May|Ju|Aug"
    r"|Sept|Octo|Novem|Decem)[a-z]* \d{1,2}, \d{4}"
)
_DATED = rf"{_STAMP}(?P<gap>\s+)(?=[A-Z])"
_DATE_LAST = rf"(?<=\s){_STAMP}$"
_LEADS_TO_DATE = (
    r"(?:[^\w\s'’\"”)]|\b(?:on|of|for|until|till|since|from|to|dated|by|is|was|and|last"
    r"|next|this|before|after|through|effective|starting|beginning|ending))\s+$"
)
_SALUTE = r"(?:Dear|Hi|Hello|Hey)\s(?:[A-Z][\w.'’-]*\s?){1,4},(?P<gap>\s+)(?=[A-Z])"
_RUNNING = r"(?:,|\b(?:and|or|to|then))\s+$"


_FIRSTS = (
    (("Figure", "Table", "Box", "Plate", "Chart", "Exhibit"), _LABEL),
    (("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"), _DATED),
    (("Dear", "Hi", "Hello", "Hey"), _SALUTE),
)
"""How a line begins that may be parted behind its first words."""

_SMALL = frozenset("(abcdefghijklmnopqrstuvwxyz")


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that are no one sentence, whatever their stops."""
    start = 0
    for end, begin in sorted({*_gaps(text)}):
        if text[start:end].strip():
            yield start, end
            start = begin
    yield start, len(text)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    if not text.isascii():
        for found in compiled(_BULLET).finditer(text):
            yield _white(text, found.start())
    if ":" in text:
        for found in compiled(_CREDIT).finditer(text):
            yield _white(text, found.start())
    for firsts, pattern in _FIRSTS:
        found_first = text.startswith(firsts) and compiled(pattern).match(text)
        if found_first:
            yield found_first.span("gap")
    if text[-1:].isdigit():
        yield from _before_date(text)
    yield from _between_items(text)


def _before_date(text: str) -> Iterator[tuple[int, int]]:
    stamp = compiled(_DATE_LAST).search(text, max(0, len(text) - 40))
    if stamp and not compiled(_LEADS_TO_DATE).search(
        text, max(0, stamp.start() - 16), stamp.start()
    ):
        yield _white(text, stamp.start())


def _between_items(text: str) -> Iterator[tuple[int, int]]:
    """Find "2." behind "1." and so on; the line must begin with the first."""
    first = text.lstrip()[:1]
    if first not in _SMALL and not first.isdigit():
        return
    shape = None
    awaited = ""
    for found in compiled(_MARKER).finditer(text):
        mark = found["number"] or found["letter"]
        if shape is None:
            if text[: found.start()].strip():
                return
            shape, awaited = found["shape"] or found["form"], _after(mark)
        elif mark == awaited and (found["shape"] or found["form"]) == shape:
            awaited = _after(mark)
            if not compiled(_RUNNING).search(
                text, max(0, found.start() - 8), found.start()
            ):
                yield _white(text, found.start())


def _after(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _white(text: str, begin: int) -> tuple[int, int]:
    """Give the white space that ends here."""
    end = begin
    while end and text[end - 1].isspace():
        end -= 1
    return end, begin
