"""Footnotes: small rows at a sheet's foot, the first of them with a mark."""

from collections.abc import Iterator, Sequence

from narrate.read.pdf.base import Kind, Row
from narrate.read.pdf.flow import CAPTION, NOTE, is_references
from narrate.read.pdf.measure import Measure

_SMALL = 0.93  # of the body's size
_HIGHEST = 0.4  # of the sheet's height


def mark_feet(rows: Sequence[Row], heights: Sequence[float], measure: Measure) -> None:
    """Set the kind of footnotes: small rows with a mark below all others."""
    listing, limit = False, _SMALL * measure.body.size
    for page, on_page in _by_page(rows):
        large = [row for row in on_page if row.size > limit]
        noted = False
        for row in on_page:
            listing = listing or is_references(row.plain)
            fits = row.kind is Kind.BODY and row.size <= limit and not listing
            fits = fits and row.y > _HIGHEST * heights[page]
            if fits and not any(_is_over(row, other) for other in large):
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


def _is_over(row: Row, other: Row) -> bool:
    """Tell whether a row stands higher on the sheet, in the same column."""
    shared = min(row.right, other.right) - max(row.left, other.left)
    return other.y > row.y and shared > 0
