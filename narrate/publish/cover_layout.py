"""A cover's layout: a title as few large lines, a colour and a wave; all of it pure."""

import hashlib
import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from narrate.publish.palette import PALETTE, Colours

WIDTH_PX, HEIGHT_PX = 1200, 880
"""The room for a title, in a cover of 1,400 pixels."""

LEADING = 1.12
"""From line to line, in sizes: an Ế still stands clear of the line above."""

_SIZES = tuple(round(400 * 0.96**step) for step in range(39))  # 400 to 85 pixels
_BREAK_PX = 130  # a word that is too long even at the least size is cut at this
_LONGEST = 1_000  # characters that anybody could see: a title may have 100,000
_MARKS = 2  # on one letter; more would grow into the next line

Measure = Callable[[str], float]
"""How wide a text is, in sizes: 0.5 is half as wide as its letters are high."""


@dataclass(frozen=True, slots=True)
class Block:
    """A title as it is set."""

    size_px: int
    """Of its letters."""

    lines: tuple[str, ...]
    """From the top; none where there is nothing to say."""


def showable(text: str, shows: Callable[[str], bool]) -> str:
    """Give what a font can say of a text, or nothing if it would say it wrongly.

    Symbols that it lacks (an emoji, an arrow) are left out; a letter, a figure or a
    stop that it lacks, or a script that runs from the right, is a text it can't say.
    """
    text = unicodedata.normalize("NFC", " ".join(text[: 1 << 20].split())[:_LONGEST])
    kept: list[str] = []
    marks = 0
    for letter in text:
        sort = unicodedata.category(letter)
        marks = marks + 1 if sort[0] == "M" else 0
        if sort[0] == "C" or marks > _MARKS:
            kept.append(" " * (sort == "Cc"))
        elif form := _form(letter, shows):
            kept.append(form)
        elif sort[0] in "LNP":
            return ""
    shown = " ".join("".join(kept).split())
    return shown if any(letter.isalnum() for letter in shown) else ""


def _form(letter: str, shows: Callable[[str], bool]) -> str:
    """Write a character as a font can, if it can: ＡＢ as AB, ṣ as s and its dot."""
    if unicodedata.bidirectional(letter) in {"R", "AL"}:
        return ""
    alike, parted = (
        unicodedata.normalize("NFKC", letter),
        unicodedata.normalize("NFD", letter),
    )
    for form in (letter, alike, parted):
        if all(part == " " or shows(part) for part in form):
            return form
    return ""


def lay(title: str, wide: Measure) -> Block:
    """Set a title as large as it fits, its lines of like length."""
    words = _words(title)
    for size in _SIZES:
        room = WIDTH_PX / size
        lines = _wrap(words, room, wide)
        if max(map(wide, lines), default=0) <= room and len(lines) <= _most(size):
            return Block(size, _balanced(words, room, wide))
    for size in _SIZES:
        if size <= _BREAK_PX:
            room = WIDTH_PX / size
            lines = _wrap(_cut(words, room, wide), room, wide)
            if len(lines) <= _most(size):
                return Block(size, lines)
    size = _SIZES[-1]
    room = WIDTH_PX / size
    lines = _wrap(_cut(words, room, wide), room, wide)[: _most(size)]
    return Block(size, (*lines[:-1], shorten(lines[-1].rstrip("-") + "…", room, wide)))


def shorten(text: str, room: float, wide: Measure) -> str:
    """Cut a text to a room; three points tell that there was more."""
    if wide(text) <= room:
        return text
    ends = accumulate(map(wide, text))
    fits = sum(end + wide("…") <= room for end in ends)
    return text[:fits].rstrip(" ,;:.-–—…") + "…"


def colours(title: str) -> Colours:
    """Choose a title's colours: always the same for the same."""
    return PALETTE[_digest(title, 1)[0] % len(PALETTE)]


def wave(title: str, bars: int) -> tuple[float, ...]:
    """Draw a title's own wave: heights from 0.15 to 1, soft at both ends."""
    heights = []
    for at, byte in enumerate(_digest(title, 1 + bars)[1:]):
        place = (at + 0.5) / bars
        swell = 1 - (2 * place - 1) ** 4
        heights.append(0.15 + 0.85 * swell * (byte / 255) ** 1.4)
    return tuple(heights)


def _digest(title: str, length: int) -> bytes:
    return hashlib.shake_256(title.encode("utf-8", "surrogatepass")).digest(length)


def _most(size: int) -> int:
    """Count the lines that there is room for."""
    return 1 + int((HEIGHT_PX - size) / (size * LEADING))


def _words(title: str) -> list[str]:
    """Part a title where a line may end: at a space, or, marked by a null, a hyphen."""
    words = []
    for word in title.split():
        start = 0
        for at, letter in enumerate(word):
            inside = 1 < at < len(word) - 2  # "e-mail" and "A-1" stay whole
            if letter in "-–—/" and inside and word[at + 1].isalpha():
                words.append(word[start : at + 1] + "\0")
                start = at + 1
        words.append(word[start:])
    return words


def _wrap(words: list[str], room: float, wide: Measure) -> tuple[str, ...]:
    """Fill lines; a word that is too long has one of its own."""
    lines: list[str] = []
    line, length, gap = "", 0.0, ""
    for word in words:
        bare = word.removesuffix("\0")
        more = wide(gap + bare)
        if line and length + more > room:
            lines.append(line)
            line, length, gap, more = "", 0.0, "", wide(bare)
        line, length = line + gap + bare, length + more
        gap = "" if word.endswith("\0") else " "
    return (*lines, line) if line else tuple(lines)


def _balanced(words: list[str], room: float, wide: Measure) -> tuple[str, ...]:
    """Fill as many lines as there must be, in as narrow a column as there can be."""
    best = _wrap(words, room, wide)
    low, high = max(wide(word.removesuffix("\0")) for word in words or [""]), room
    for _ in range(10):
        column = (low + high) / 2
        lines = _wrap(words, column, wide)
        if len(lines) == len(best):
            best, high = lines, column
        else:
            low = column
    return best


def _cut(words: list[str], room: float, wide: Measure) -> list[str]:
    """Cut words that no line could hold into like parts, with a hyphen."""
    parts: list[str] = []
    for word in words:
        if wide(word.removesuffix("\0")) <= room:
            parts.append(word)
            continue
        while wide(word.removesuffix("\0")) > room:
            ends = list(accumulate(map(wide, word.removesuffix("\0"))))
            number = math.ceil(ends[-1] / (room - wide("-")))
            goal = sum(end <= ends[-1] / number for end in ends)
            end = _syllable(word, goal)
            parts.append(word[:end] + "-\0")
            word = word[end:]  # noqa: PLW2901 - what is left of it
        parts.append(word)
    return parts


def _syllable(word: str, goal: int) -> int:
    """Find the nearest place to cut: before a consonant that has a vowel behind it."""
    for end in range(goal, goal - 4, -1):
        inside = word[end] in "hH"  # of "ch", "sh", "th"
        if not (inside or _vowel(word[end])) and _vowel(word[end + 1 : end + 2]):
            return end
    while goal < len(word) and unicodedata.combining(word[goal]):
        goal += 1
    return goal


def _vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[:1].casefold() in _VOWELS


_VOWELS = frozenset("aeiouyæøœаеиоуыэюяієαεηιουω")
