"""Rows into blocks: a paragraph goes on over columns and sheets, past what floats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from narrate.read.pdf.base import Kind, Row
from narrate.read.pdf.hyphens import is_parted
from narrate.read.pdf.measure import INDENT, Measure
from narrate.read.pdf.rows import FORMULA, beside, is_item

_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\[[\d,–-]+\])?$")
_SMALL = re.compile(r"[\"'“‘(\[«]*[^\W\d_]")
_LOOSE = 1.22  # times the leading: more than stretched lines
_LARGE, _LARGE_STEP = 1.1, 1.45  # times the body's size, and its own: a heading
_HUGE, _HUGE_STEP = 1.3, 1.9  # a title
_WIDE = 0.6  # of a column: a row that may have been broken
_FAR = 1.9  # times the leading: an empty line
_FARTHEST = 2.7  # times the leading: a formula stands between
NOTE = re.compile(r"\[\d{1,3}\]|\d{1,3}[.)]?(?:\s+\S|[A-Z“\"]\w)|[*∗†‡§¶‖]+")
CAPTION = re.compile(
    r"(?:(?:Fig(?:ure|\.)?|Table|Tab\.|Scheme|Plate|Chart|Exhibit|Map|Box|Algorithm"
    r"|Listing|Abb\.|Abbildung|Tabelle)|(?:FIGURE|FIG\.|TABLE))"
    r"\s?(?:S?\d{1,3}(?:\.\d{1,3})?[a-z]?|[IVX]{1,5}|[A-Z]\.?\d{1,2})\s*(?P<mark>[.:|—–-]|$)"
)
"""How a caption begins; its number has a mark behind it, or stands alone."""

_REFERENCES = re.compile(
    r"(?i)(?:[\divx]+\.?\s+)?(?:references(?: and notes)?|bibliography|works cited"
    r"|literature(?: cited)?|literatur(?:verzeichnis)?|r[ée]f[ée]rences)\W*"
)


@dataclass(slots=True)
class Draft:
    """Rows that belong together."""

    rows: list[Row]
    kind: Kind
    reference: bool = False
    """It stands under the heading of a list of references."""

    @property
    def first(self) -> Row:
        """Its first row."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """Its last row so far."""
        return self.rows[-1]


def is_references(text: str) -> bool:
    """Tell the heading of a list of references."""
    return bool(_REFERENCES.fullmatch(text))


def drafts(rows: Sequence[Row], measure: Measure) -> list[Draft]:
    """Join the rows of a file, in reading order, to blocks."""
    return _Flow(measure).run(rows)


class _Flow:
    """One walk over all rows, with what is open so far."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.out: list[Draft] = []
        self.body: Draft | None = None  # the latest block of the text
        self.host: Draft | None = None  # the latest paragraph that may go on
        self.note: Draft | None = None
        self.listing = False  # under a heading such as References

    def run(self, rows: Sequence[Row]) -> list[Draft]:
        for row in rows:
            if row.kind is Kind.CELLS:
                self._take_cell(row)
            elif row.kind is Kind.FOOT:
                self._take_note(row)
            elif row.kind is Kind.BODY:
                self._take(row)
        return self.out

    def _take_cell(self, row: Row) -> None:
        last = self.out[-1] if self.out else None
        if last and last.kind is Kind.CELLS and last.first.place == row.place:
            last.rows.append(row)
        else:
            self.out.append(Draft([row], Kind.CELLS))

    def _take_note(self, row: Row) -> None:
        if self.note and not self._is_new_note(self.note.last, row):
            self.note.rows.append(row)
        else:
            self.note = Draft([row], Kind.FOOT)
            self.out.append(self.note)

    def _is_new_note(self, last: Row, row: Row) -> bool:
        """Tell a new note from a figure at the start of a note's next line."""
        if last.page != row.page:
            return bool(NOTE.match(row.plain))
        if row.y - last.y > _LOOSE * self.measure.leading(row.size):
            return True
        if not NOTE.match(row.plain):
            return False
        ended = self.measure.room(last) > row.size or bool(_STOP.search(last.plain))
        return ended or not row.plain[0].isdigit()

    def _take(self, row: Row) -> None:
        body, host = self.body, self.host
        under = body is not None and self._is_under(body.last, row)
        if body and (
            (under and self._goes_on(body, row)) or _numbers_formula(body.last, row)
        ):
            body.rows.append(row)
        elif host and not (under and host is body) and self._goes_over(host, row):
            host.rows.append(row)
            self.body = host
        else:
            self._start(row)

    def _start(self, row: Row) -> None:
        if self.body and is_references(" ".join(r.plain for r in self.body.rows)):
            self.listing = True
        elif self.listing and self._is_heading(row):
            self.listing = False
        self.body = Draft([row], Kind.BODY, self.listing)
        self.out.append(self.body)
        if self._is_heading(row) and not CAPTION.match(row.plain):
            self.host = None
        elif self.measure.is_body(row) and not CAPTION.match(row.plain):
            self.host = self.body

    def _is_heading(self, row: Row) -> bool:
        larger = row.size > _LARGE * self.measure.body.size
        bold = row.bold and not self.measure.body.bold
        return (larger or bold) and any(c.isalpha() for c in row.plain)

    def _is_under(self, last: Row, row: Row) -> bool:
        """Tell whether a row stands right below another, in the same column."""
        shared = min(last.right, row.right) - max(last.left, row.left)
        down = row.y - last.y
        far = _FARTHEST * self.measure.leading(max(last.size, row.size))
        return last.page == row.page and shared > 0 and 0 < down <= max(far, row.size)

    def _goes_on(self, draft: Draft, row: Row) -> bool:
        """Tell whether a row is the next one of a block right above it."""
        last, measure = draft.last, self.measure
        if not measure.same_size(last, row):
            return False
        if last.size > _LARGE * measure.body.size:
            return self._is_same_heading(last, row)
        if last.bold is not row.bold and self._room(last, row):
            return False
        return self._is_next(draft, row)

    def _is_next(self, draft: Draft, row: Row) -> bool:
        """Tell by gaps, signs and edges whether a row is a paragraph's next."""
        last = draft.last
        stopped = bool(_STOP.search(last.plain)) and not is_parted(last.plain)
        small, room = _starts_small(row.plain), self._room(last, row)
        running = not stopped and not room
        step = (row.y - last.y) / self.measure.leading(row.size)
        if step > _FAR or (step > _LOOSE and not (running and small)):
            return small and running and step < _FARTHEST
        if is_item(row.plain) and not running:
            return False
        indented = self._is_indented(draft, row)
        if indented is not None:
            return not indented or (running and small)
        return not (room and (stopped or not small))

    def _is_same_heading(self, last: Row, row: Row) -> bool:
        """Tell a heading's next row: its lines are broken anywhere."""
        title = last.size > _HUGE * self.measure.body.size
        step = (_HUGE_STEP if title else _LARGE_STEP) * row.size
        numbered = row.plain[0].isdigit() and last.plain[0].isdigit()
        return row.y - last.y < step and last.bold is row.bold and not numbered

    def _is_indented(self, draft: Draft, row: Row) -> bool | None:
        """Tell by its left edge whether a row begins a block; None if that is mute."""
        first, last, size = draft.first, draft.last, INDENT * row.size
        hanging = draft.reference or is_item(first.plain)
        if hanging and row.left > first.left + size / 2:
            return False
        if len(draft.rows) > 1 and last.left - row.left > size:
            return True
        if hanging:
            back = len(draft.rows) > 1 and last.left > first.left + size / 2
            return True if back else None
        if row.left - last.left > size and not self.measure.indented(last):
            return True
        return None

    def _room(self, last: Row, row: Row) -> bool:
        """Tell whether a row's first word would have stood on the line above."""
        word = row.words[0]
        return self.measure.room(last) > word.right - word.left + 0.6 * row.size

    def _goes_over(self, draft: Draft, row: Row) -> bool:
        """Tell whether a row at a column's top goes on what the last column began."""
        last, measure = draft.last, self.measure
        parted = is_parted(last.plain)
        starts = CAPTION.match(row.plain) or (is_item(row.plain) and not parted)
        same = measure.same_size(last, row) and row.bold is last.bold
        if starts or not same or parted:
            return parted and same
        small = _starts_small(row.plain)
        if not _STOP.search(last.plain):
            return small or measure.room(last) < 2 * row.size
        full = measure.room(last) < row.size and not measure.indented(last)
        return (
            full and measure.indents_paragraphs and not (measure.indented(row) or small)
        )


def _numbers_formula(last: Row, row: Row) -> bool:
    """Tell the number at the right of a formula."""
    return bool(FORMULA.fullmatch(row.plain)) and beside(last, row)


def _starts_small(text: str) -> bool:
    found = _SMALL.match(text)
    return found is not None and found[0][-1].islower()
