"""Text that any document can hold: one line, and nothing that no reader can show."""

from collections.abc import Sequence

_HOUR, _MINUTE = 3_600_000, 60_000
_HELD = "\xa0\u2007\u202f"  # spaces that hold a number and its unit together
_SPACES = [
    chr(at) for at in range(0x3001) if chr(at).isspace() and chr(at) not in _HELD
]
_PLANES = range(0, 0x110000, 1 << 16)
_UNSHOWN = {
    # what HTML, JSON and WebVTT forbid or warn of
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xFEFF]),
    **dict.fromkeys([*range(0xFDD0, 0xFDF0)]),
    **dict.fromkeys([end for at in _PLANES for end in (at + 0xFFFE, at + 0xFFFF)]),
    # halves of surrogates: no UTF-8 file can hold them
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **{ord(space): " " for space in _SPACES},
}


def tidy(text: str) -> str:
    """Give a text in one line, without control characters; all else stays."""
    if text.isprintable():
        return text.strip()
    text = text.translate(_UNSHOWN)
    while "  " in text:  # each round halves them
        text = text.replace("  ", " ")
    return text.strip()


class Tidy(str):
    """A text that is tidy, whatever its lines: nothing more is taken out of it."""

    __slots__ = ()


def placed(text: str, *, lines: bool = False) -> tuple[Tidy, Sequence[int]]:
    """Give a text tidy, and where in it each of its characters went, and its end.

    With `lines` each of its lines stays one.
    """
    if lines and "\n" in text:
        return _placed_lines(text)
    places: Sequence[int]
    if text.isprintable():  # most by far
        whole, places = text, range(len(text) + 1)
    else:
        whole, places = _shown(text)
    made = Tidy(whole.strip())
    if whole == made:
        return made, places
    lead = len(whole) - len(whole.lstrip())
    return made, [min(max(place - lead, 0), len(made)) for place in places]


def _placed_lines(text: str) -> tuple[Tidy, Sequence[int]]:
    made: list[str] = []
    places: list[int] = []
    begin = 0
    for line in text.split("\n"):
        own, inside = placed(line)
        made.append(own)
        places += [begin + place for place in inside]
        begin += len(own) + 1
    return Tidy("\n".join(made)), places


def _shown(text: str) -> tuple[str, Sequence[int]]:
    """Do what `tidy` does, a character at a time, but for the spaces around it."""
    kept: list[str] = []
    places: list[int] = []
    for letter in text:
        places.append(len(kept))
        shown = _UNSHOWN.get(ord(letter), letter)
        if shown is not None and not (shown == " " and kept[-1:] == [" "]):
            kept.append(shown)
    return "".join(kept), [*places, len(kept)]


def seconds(ms: int) -> str:
    """Write milliseconds as seconds, exactly: no float rounds them."""
    return f"{ms // 1000}.{ms % 1000:03d}"


def clock(ms: int) -> str:
    """Write a time as players do.

    >>> clock(61_999), clock(3_723_000)
    ('1:01', '1:02:03')
    """
    hours, minutes, rest = ms // _HOUR, ms % _HOUR // _MINUTE, ms % _MINUTE // 1000
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
