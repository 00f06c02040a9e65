"""The reader of PDF: from the places of words to blocks in reading order."""

import re
from collections.abc import Iterator

from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.pdf.base import Kind, Paper, Row, plain
from narrate.read.pdf.facts import (
    byline,
    language,
    notices,
    published,
    refuse_wordless,
)
from narrate.read.pdf.feet import mark_feet
from narrate.read.pdf.flow import Draft, drafts
from narrate.read.pdf.grids import mark_grids
from narrate.read.pdf.hyphens import Vocabulary, joined
from narrate.read.pdf.kinds import roles
from narrate.read.pdf.margins import without_line_numbers
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.order import in_order
from narrate.read.pdf.pdfium import open_paper
from narrate.read.pdf.rows import rows
from narrate.read.pdf.running import mark_running, role_of_running
from narrate.read.pdf.tables import LEADER, mark_tables
from narrate.roles import Role

_NOTE = re.compile(r"^(\d{1,3})[.)]?\s*(?=\S)")


def read_pdf(source: Source) -> Page:
    """Read a PDF; raises ArticleError for one that is locked, broken or a scan."""
    paper = open_paper(source)
    refuse_wordless(source.name, paper)
    lines = tuple(
        Line(text, number, role) for number, (text, role) in enumerate(blocks(paper), 1)
    )
    return Page(
        lines,
        title=next((line.text for line in lines if line.hint is Role.TITLE), ""),
        byline=byline(paper),
        published=published(paper),
        language=language(paper),
        notices=tuple(notices(paper.sheets)),
    )


def blocks(paper: Paper) -> Iterator[tuple[str, Role]]:
    """Yield every block and what it is: the article's, and then the sheets' own."""
    parted = [without_line_numbers(sheet) for sheet in paper.sheets]
    pages = [rows(sheet, at) for at, (sheet, _) in enumerate(parted)]
    mark_running(paper.sheets, pages)
    ordered: list[Row] = []
    for found in pages:
        for place, row in enumerate(found, len(ordered)):
            row.place = place
        mark_grids(found)
        mark_tables(found)
        ordered += in_order([row for row in found if row.kind is not Kind.RUNNING])
    mark_feet(ordered, [sheet.height for sheet in paper.sheets], Measure(ordered))
    measure = Measure(ordered)
    made = drafts(ordered, measure)
    vocabulary = Vocabulary(ordered)
    texts = [_text(draft, vocabulary) for draft in made]
    yield from zip(texts, roles(made, texts, measure, paper), strict=True)
    for row in (row for found in pages for row in found):
        if row.kind is Kind.RUNNING:
            yield row.plain, role_of_running(row.plain)
    for words in (
        words for sheet, numbers in parted for words in (numbers, sheet.turned)
    ):
        if words:
            yield plain(words), Role.FURNITURE


def _text(draft: Draft, vocabulary: Vocabulary) -> str:
    if draft.kind is Kind.CELLS:
        return LEADER.sub(" | ", " | ".join(_cells(draft, vocabulary)))
    text = joined(draft.rows, vocabulary)
    return _NOTE.sub(r"[\1] ", text) if draft.kind is Kind.FOOT else text


def _cells(draft: Draft, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the text of each cell of a table's line; one may have several rows."""
    cell: list[Row] = []
    for row in draft.rows:
        if cell and not cell[-1].cell == row.cell >= 0:
            yield joined(cell, vocabulary)
            cell = []
        cell.append(row)
    yield joined(cell, vocabulary)
