"""Roles that we write on elements ourselves: believed above what the tags say.

EPUB, Word and OpenDocument each have words of their own for a note or a contents list.
Their readers write those down as marks; then one walk makes the lines of all of them.
"""

from collections.abc import Iterable, Iterator, MutableMapping
from typing import Any, cast

from narrate.model import Line
from narrate.read.markup.markup import Element, walk
from narrate.roles import FURNITURE, Role

MARK = "narrate-role"
"""The attribute that holds a role."""

Piece = tuple[str, Role]
"""The words of a block, and what it is."""


def mark(element: Element, role: Role) -> None:
    """Say what an element and everything in it is."""
    write(element, MARK, role.value)
    if role in FURNITURE:
        write(element, "role", "toolbar")  # the walk lifts it out of its sentence then


def write(element: Element, attribute: str, value: str) -> None:
    """Set an attribute."""
    cast("MutableMapping[str, str]", element.attrib)[attribute] = value


def cut(node: Any) -> None:  # noqa: ANN401 - an lxml element with all it can
    """Leave behind the words after an element, which would go along when it moves."""
    before, around = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        around.text = (around.text or "") + (node.tail or "")
    node.tail = None


def pieces(root: Element) -> Iterator[Piece]:
    """Give every block, by its mark where one stands on it or around it."""
    for found in walk(root):
        told = _mark_around(found.element) or found.role
        heading = found.role is Role.HEADING and told not in FURNITURE
        yield found.text, Role.HEADING if heading and told is not Role.TITLE else told


def numbered(found: Iterable[Piece]) -> tuple[Line, ...]:
    """Make lines of blocks."""
    return tuple(Line(text, at, role) for at, (text, role) in enumerate(found, 1))


def words_of(element: Element) -> str:
    """Give all words inside, on one line."""
    return " ".join(found.text for found in walk(element))


def _mark_around(element: Element | None) -> Role | None:
    while element is not None:
        told = element.get(MARK)
        if told:
            return Role(told)
        element = element.getparent()
    return None
