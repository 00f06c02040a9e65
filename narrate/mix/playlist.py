"""What the files of single chapters are called, and the list that names them in order.

Players for blind people and in cars take files by name, have FAT on their cards, and
may read a line of a playlist as a link: so names begin with a number of fixed width and
have nothing in them that any of these would take for something else.
"""

import unicodedata
from itertools import accumulate

from narrate.heard import Timeline
from narrate.mix.tags import plain

FOLDER = "numbered"
"""Where the files lie, beside their playlist."""

_UNSAFE = frozenset('<>:"/\\|?*%#')  # %20 and #t=5 would be parts of a link
_LONGEST_NAME = 80
_LONGEST_BYTES = 200  # of UTF-8; file systems have room for 255, some for less
_FEWEST_DIGITS = 2
_END = ".mp3"
_NAMELESS = "Chapter"


def names(timeline: Timeline) -> tuple[str, ...]:
    """Name each chapter's file: in the order of the chapters, and never two alike."""
    digits = max(_FEWEST_DIGITS, len(str(len(timeline.chapters))))
    return tuple(
        _name(f"{at:0{digits}} ", chapter.title)
        for at, chapter in enumerate(timeline.chapters, 1)
    )


def playlist(title: str, timeline: Timeline) -> str:
    """List the files for an .m3u8, which is UTF-8 and lies beside their folder."""
    lines = ["#EXTM3U", f"#PLAYLIST:{_line(title)}"]
    for chapter, name in zip(timeline.chapters, names(timeline), strict=True):
        seconds = (chapter.end_ms - chapter.start_ms + 500) // 1000
        lines += [f"#EXTINF:{seconds},{_line(chapter.title)}", f"{FOLDER}/{name}"]
    return "\n".join((*lines, ""))


def _name(number: str, title: str) -> str:
    # One form of each letter with its accents: macOS would make it another one's file.
    letters = unicodedata.normalize("NFC", title[: 2 * _LONGEST_NAME])
    safe = "".join(c if c.isprintable() and c not in _UNSAFE else " " for c in letters)
    room = _LONGEST_NAME - len(number) - len(_END)
    kept = _cut(" ".join(safe.split()), room, _LONGEST_BYTES)
    return f"{number}{kept.strip(' .…') or _NAMELESS}{_END}"


def _cut(text: str, most: int, most_bytes: int) -> str:
    """Cut a text where a word ends, unless that would leave little of it."""
    sizes = accumulate(len(c.encode()) for c in text[:most])
    kept = text[: sum(size <= most_bytes for size in sizes)]
    if len(kept) == len(text):
        return text
    words = kept[: kept.rfind(" ")] if " " in kept else kept
    return words if len(words) > len(kept) // 2 else kept


def _line(text: str) -> str:
    return " ".join(plain(text).split())
