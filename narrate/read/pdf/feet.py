"""Footnotes: small rows at a sheet's foot, the first of them with a mark."""

from collections.abc import Iterator, Sequence

from narrate.read.pdf.base import Kind, Row
from narrate.read.pdf.flow import CAPTION, NOTE, is_references
from narrate.read.pdf.measure import Measure

_SMALL = 0.93  # of the body's size
_STRIP = 5  # points
_MOST_STRIPS = 2000  # a poster of ten meters
_HIGHEST = 0.4  # of the sheet's height


def mark_feet(rows: Sequence[Row], heights: Sequence[float], measure: Measure) -> None:
    """Set the kind of footnotes: small rows with a mark below all others."""
    listing, limit = False, _SMALL * measure.body.size
    for page, on_page in _by_page(rows):
        deepest = _deepest([row for row in on_page if row.size > limit])
        noted = False
        for row in on_page:
            listing = listing or is_references(row.plain)
            fits = row.kind is Kind.BODY and row.size <= limit and not listing
            fits = fits and row.y > _HIGHEST * heights[page] and not row.style.fixed
            if fits and not any(
                deepest.get(strip, 0.0) > row.y for strip in _strips(row)
            ):
                noted = not CAPTION.match(row.plain) and (
                    noted or bool(NOTE.match(row.plain))
                )
                row.kind = Kind.FOOT if noted else Kind.BODY
            else:
                noted = False


def _by_page(rows: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
    pages: dict[int, list[Row]] = {}
    for row in rows:
        if row.kind is not Kind.RUNNING:
            pages.setdefault(row.page, []).append(row)
    yield from pages.items()


def _deepest(rows: Sequence[Row]) -> dict[int, float]:
    """Tell how far down the text of a sheet goes, in each strip of its width."""
    deepest: dict[int, float] = {}
    for row in rows:
        for strip in _strips(row):
            deepest[strip] = max(row.y, deepest.get(strip, 0.0))
    return deepest


def _strips(row: Row) -> range:
    first, last = int(row.left / _STRIP) + 1, int(row.right / _STRIP)
    return range(first, max(first + 1, min(last, first + _MOST_STRIPS)))
