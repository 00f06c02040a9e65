"""A walk over a tree of tags: every word that a person would see, in blocks, once."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from narrate.read.markup.layout import is_code, is_data, keeps_space
from narrate.read.markup.meaning import role_of
from narrate.read.markup.pictures import alt_text
from narrate.read.markup.tags import (
    BLOCKS,
    DETOURS,
    TEXTUAL,
    Element,
    is_note_mark,
    is_unseen,
    name_of,
)
from narrate.roles import Role

_SPACES = re.compile(r"\s+")
_PARTED = re.compile(r"\n\s*\n")  # a line end is a `br`, or stands in `pre`
_NOTE_MARK = re.compile(r"\d{1,3}|[a-zA-Z*†‡§]{1,2}")
_CELL_GAP = " | "
_UNSEEN_LETTERS = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_PLAIN = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_WHOLE = frozenset({Role.CAPTION, Role.PULL_QUOTE, Role.EMBED})  # one breath each
_PUSHED = frozenset({"submit", "button", "reset"})


@dataclass(frozen=True, slots=True)
class Found:
    """A block of words."""

    text: str
    """White space is one blank; of code a line as it stands, without its indent."""

    role: Role
    """What the markup says it is; a paragraph where it says nothing."""

    element: Element
    """The block they stand in."""


@dataclass(slots=True, eq=False)
class _Frame:
    """An element that is open, and what it means for the words right inside."""

    element: Element
    children: Iterator[Element]
    name: str
    role: Role
    block: bool = True  # its words are never one run with those around
    detour: bool = False  # a control in a sentence: its words come after it
    data: bool = False  # in a table of data
    joins: bool = False  # blocks inside are parted by a blank: a caption, a row
    kept: bool = False  # white space is the author's
    textual: bool = False  # neighbours without a blank between them are one word
    cells: int = 0  # of a row: how many have begun
    start: int = 0  # where its own words begin in the run
    host: list[str] = field(default_factory=list)  # of a detour: the sentence so far


def walk(root: Element) -> Iterator[Found]:
    """Give every word that a person would see, in blocks, in document order.

    Nested lists give each item's own text; the numbers of an ordered list are not in
    the file, and are not said. A data table's row is one block, its cells parted by
    " | "; a table that only lays out the page is walked as if it were none. Alt text
    stands in for a picture that has no caption. What is open is on a list of our own,
    not on Python's stack: pages are nested as deep as they like.
    """
    return _Walk(root).blocks()


class _Walk:
    """One walk over a tree."""

    def __init__(self, root: Element) -> None:
        self.stack = [_Frame(root, iter((root,)), "", Role.PARAGRAPH)]
        self.run: list[str] = []  # the words of the block that is open
        self.later: list[Found] = []  # what stands within them and is no part of them
        self.ready: list[Found] = []
        self.joint = False  # an inline element has just ended
        self.gap = False  # another has begun right behind it

    def blocks(self) -> Iterator[Found]:
        """Walk; a block is given as soon as the next one begins."""
        while self.stack:
            child = next(self.stack[-1].children, None)
            if child is None:
                frame = self.stack.pop()
                self.leave(frame)
                child = frame.element
            elif (name := name_of(child)) and not is_unseen(child, name):
                self.enter(child, name)
                continue
            elif not name and (child.text or "").startswith("&"):
                self.add(html.unescape(child.text or ""))  # an entity that XML kept
            if len(self.stack) > 1 and child.tail:
                self.joint = False
                self.add(child.tail)
            yield from self.ready
            self.ready.clear()

    def enter(self, element: Element, name: str) -> None:
        """Open an element, and take the words before its first child."""
        outer = self.stack[-1]
        frame = _opened(element, name, outer)
        if frame.block:
            self.flush()
        elif name in BLOCKS:
            cell = outer.cells and name in {"td", "th"}
            self.run.append(_CELL_GAP if cell else " ")
            outer.cells += name in {"td", "th"}
        self.gap = (self.gap or self.joint) and not frame.block
        self.joint = False
        if frame.detour:
            frame.host, self.run = self.run, []
        frame.start = len(self.run)
        self.stack.append(frame)
        self.stand_in(frame)
        self.add(element.text or "")

    def stand_in(self, frame: _Frame) -> None:
        """Take the words of what has none between its tags."""
        if frame.name == "br":
            self.run.append("\n")
        elif frame.name == "img" and (alt := alt_text(frame.element)):
            role = frame.role if frame.role is Role.FURNITURE else Role.CAPTION
            self.later.append(Found(alt, role, frame.element))
        elif frame.name == "input" and frame.element.get("type") in _PUSHED:
            self.run.append(frame.element.get("value") or "")

    def leave(self, frame: _Frame) -> None:
        """Close an element."""
        if frame.block:
            self.stack.append(frame)
            self.flush()
            self.stack.pop()
        elif frame.detour:
            words = " ".join("".join(self.run).split())
            if words:
                self.later.append(Found(words, frame.role, frame.element))
            self.run = frame.host
            self.run.append(" ")
        elif frame.name in BLOCKS:
            self.run.append(" ")
        elif frame.name in {"sup", "a"}:
            self.raise_words(frame)
        self.joint = not frame.block

    def raise_words(self, frame: _Frame) -> None:
        """Write a footnote's mark as [1], and 10 to the sixth not as 106."""
        words = "".join(self.run[frame.start :]).strip()
        if is_note_mark(frame.element, frame.name) and _NOTE_MARK.fullmatch(words):
            self.run[frame.start :] = [f"[{words}]"]
        elif frame.name == "sup" and words and not words.strip("0123456789+-"):
            self.run[frame.start :] = [words.translate(_RAISED)]

    def add(self, text: str) -> None:
        """Take words into the block that is open."""
        frame = self.stack[-1]
        text = text if frame.kept else _SPACES.sub(" ", text)
        if not text:
            return
        if self.gap and self.run and _parted(self.run[-1], text, textual=frame.textual):
            self.run.append(" ")
        self.gap = False
        self.run.append(text)

    def flush(self) -> None:
        """Give the block that is open, and what stood within it."""
        frame = next(frame for frame in reversed(self.stack) if frame.block)
        text = "".join(self.run).translate(_UNSEEN_LETTERS)
        self.run = []
        if frame.role is Role.CODE:
            parts = text.splitlines()
        else:
            parts = [text] if frame.joins else _PARTED.split(text)
        for part in parts:
            words = part.strip() if frame.role is Role.CODE else " ".join(part.split())
            if words.strip(_CELL_GAP):
                self.ready.append(Found(words, frame.role, frame.element))
        self.ready += self.later
        self.later.clear()


def _opened(element: Element, name: str, outer: _Frame) -> _Frame:
    """Tell what an element means where it stands."""
    role = role_of(element, name, outer.role)
    frame = _Frame(element, iter(element), name, role)
    frame.data = outer.data or (name == "table" and is_data(element))
    if name == "caption":  # it names its table: no picture is there to tell of
        frame.role = Role.TABLE if frame.data else outer.role
    elif frame.data and role not in {Role.FURNITURE, Role.CAPTION}:
        frame.role = Role.TABLE
    within = outer.joins or (outer.textual and name not in BLOCKS)
    aside = role is Role.FURNITURE is not outer.role and within
    frame.detour = name in DETOURS or aside
    alone = name in BLOCKS or _stands_alone(frame, outer)
    frame.block = alone and not (outer.joins or frame.detour)
    spread = name == "figure" and role is Role.CAPTION
    whole = name == "caption" or (frame.role in _WHOLE and not spread)
    row = frame.data and name == "tr"
    frame.joins = outer.joins or frame.detour or whole or row
    frame.kept = outer.kept or keeps_space(element, name)
    frame.textual = name in TEXTUAL or (outer.textual and not frame.block)
    if name == "pre" and role in _PLAIN and is_code(element):
        frame.role = Role.CODE
    return frame


def _stands_alone(frame: _Frame, outer: _Frame) -> bool:
    """Tell an inline element that is a block all the same."""
    if outer.textual or outer.kept:
        return False
    if frame.name == "cite":
        return outer.name in {"blockquote", "figure"}
    return frame.role is not outer.role or "-" in frame.name


def _parted(before: str, after: str, *, textual: bool) -> bool:
    """Tell whether a page shows two neighbours apart though no blank is between them.

    "Meg James" and "Staff Writer" in two `span` are two lines for any style sheet; "T"
    and "he" are a big first letter and its word.
    """
    left, right = before[-1], after[0]
    if len(before.strip()) < 2 or left.isspace() or not right.isalnum():  # noqa: PLR2004
        return False
    return right.isupper() and not left.isupper() if textual else True
