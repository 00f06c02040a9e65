"""How a server hands out a cover, and whether shops take it.

By Apple's and PSP-1's words on <itunes:image>: see `check/feed/sources.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.check.base import Severity
from narrate.check.picture import measure
from narrate.check.rule import Hit, Rule
from narrate.check.served.base import Answer, Ask

LEAST_PX, MOST_PX = 1_400, 3_000
"""Of each side, by Apple and PSP-1."""

_MOST_BYTES = 4_000_000  # a JPEG tells its size behind its colours and thumbnails
_OK = 200


@dataclass(frozen=True, slots=True)
class Cover:
    """A show's cover: what the server answers."""

    head: Answer
    """To a request for the headers alone."""

    got: Answer
    """To one for the picture."""

    kind: str
    """What its bytes are: "image/jpeg", "image/png", or "" for all else."""

    width: int
    """In pixels; 0 if it can't be told."""

    height: int
    """In pixels; 0 if it can't be told."""


def look_at_cover(ask: Ask, url: str) -> Cover:
    """Ask for a cover as shops do: its headers, then the picture."""
    got = ask(url, most_bytes=_MOST_BYTES)
    kind, width, height = measure(got.data)
    return Cover(ask(url, method="HEAD"), got, kind, width, height)


def _gone(cover: Cover) -> Iterator[Hit]:
    if cover.got.status != _OK:
        yield Hit(f"The cover {cover.got.words}.")


def _head(cover: Cover) -> Iterator[Hit]:
    if cover.got.status == _OK != cover.head.status:
        told = cover.head.trouble or f"answers {cover.head.status}"
        yield Hit(f"Asked for the cover's headers alone (HEAD), the server {told}.")


def _kind(cover: Cover) -> Iterator[Hit]:
    if cover.got.status != _OK:
        return
    if not cover.kind:
        yield Hit("The cover is neither JPEG nor PNG.")
    elif cover.got.kind.replace("image/jpg", "image/jpeg") != cover.kind:
        told = cover.got.kind or "no type"
        yield Hit(f"The cover is {cover.kind}, and the server says {told}.")


def _size(cover: Cover) -> Iterator[Hit]:
    wide, high = cover.width, cover.height
    if wide and high and not LEAST_PX <= wide == high <= MOST_PX:
        yield Hit(f"The cover has {wide} × {high} pixels.")


RULES: tuple[Rule[Cover], ...] = (
    Rule(
        "show-cover-gone",
        Severity.ERROR,
        _gone,
        "Apple refuses the show; apps show a grey square.",
        "Put the picture there, or correct its address in <itunes:image>.",
    ),
    Rule(
        "show-cover-head",
        Severity.ERROR,
        _head,
        "Apple asks so whether the cover has changed, and refuses the show or keeps the"
        " old cover.",
        "Let the server answer HEAD as it answers GET.",
    ),
    Rule(
        "show-cover-kind",
        Severity.ERROR,
        _kind,
        "Apple takes JPEG and PNG, sent as what they are.",
        "Save it as JPEG or PNG with the fitting ending; servers go by the ending.",
    ),
    Rule(
        "show-cover-size",
        Severity.ERROR,
        _size,
        f"Apple takes squares of {LEAST_PX} to {MOST_PX} pixels alone, other shops"
        " follow it.",
        f"Make it a square of {LEAST_PX} to {MOST_PX} pixels; 3000 is best.",
    ),
)
"""Rules for a cover on a server."""
