"""Roles: what each block of a file is, by its size, its place and its first words."""

import re
from collections.abc import Iterator, Sequence

from narrate.read.base import letters
from narrate.read.pdf.base import Kind, Paper
from narrate.read.pdf.flow import CAPTION, Draft
from narrate.read.pdf.measure import Measure
from narrate.read.pdf.rows import is_item
from narrate.roles import Role

_LARGE = 1.1  # times the body's size: a heading
_TITLE = 1.15  # times the body's size
_TITLE_REACH = 5  # blocks: a journal's name and a date may stand above it
_TITLE_WORDS = (2, 40)
_HEADING_WORDS = 25
_LABEL_WORDS = 6
_FEWEST_LABELS = 4
_ITALIC_WORDS = 12
_HEADING_ROWS = 4
_PLACED = {Kind.CELLS: Role.TABLE, Kind.FOOT: Role.FOOTNOTE}
_SENTENCE = re.compile(r"[a-z]{2,}[.;,]$")
_ENTRY = re.compile(r"^\[\w+\]|\b(?:1[5-9]|20)\d\d\b")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+[A-Z]")
_NAMED = re.compile(
    r"(?i)(?:\d{1,2}\.?\s+)?(?:abstract|summary|introduction|background|methods?"
    r"|results?|discussion|conclusions?|acknowledge?ments?|appendix(?: [a-z])?"
    r"|references|bibliography|contents|preface|foreword|epilogue|prologue)"
)


def roles(
    drafts: Sequence[Draft], texts: Sequence[str], measure: Measure, paper: Paper
) -> list[Role]:
    """Say what each block is; the title is settled last."""
    found = [
        _role(draft, text, measure, paper)
        for draft, text in zip(drafts, texts, strict=True)
    ]
    _check_references(found, texts)
    _find_labels(drafts, found, texts, measure)
    title = _title(drafts, texts, measure, paper)
    title = _first_heading(found, texts) if title < 0 else title
    if title >= 0:
        found[title] = Role.TITLE
        for at in _under_title(drafts, found, title):
            named = _NAMED.fullmatch(texts[at].rstrip(" .:"))
            if not named and not texts[at][0].isdigit():
                found[at] = Role.PARAGRAPH
    return found


def _check_references(found: list[Role], texts: Sequence[str]) -> None:
    """Take back a list of references whose entries look like other text."""
    listed = [at for at, role in enumerate(found) if role is Role.REFERENCE]
    for run in _runs(listed):
        if sum(bool(_ENTRY.search(texts[at])) for at in run) < len(run) / 2:
            for at in run:
                found[at] = Role.PARAGRAPH


def _find_labels(
    drafts: Sequence[Draft], found: list[Role], texts: Sequence[str], measure: Measure
) -> None:
    """Take the scattered words within a figure, beside its caption, for furniture."""
    small = [
        at
        for at, draft in enumerate(drafts)
        if found[at] is Role.PARAGRAPH
        and draft.first.size < measure.body.size
        and len(texts[at].split()) <= _LABEL_WORDS
        and texts[at][-1] not in ".!?"
    ]
    for run in _runs(small):
        beside = found[max(0, run[0] - 1)], found[min(len(found) - 1, run[-1] + 1)]
        if len(run) >= _FEWEST_LABELS and Role.CAPTION in beside:
            for at in run:
                found[at] = Role.FURNITURE


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield numbers that follow one on the other."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _under_title(
    drafts: Sequence[Draft], found: Sequence[Role], title: int
) -> Iterator[int]:
    """Yield what looks like headings below the title: authors, places, a deck."""
    for at in range(title + 1, len(found)):
        if found[at] is not Role.HEADING or drafts[at].first.page:
            return
        yield at


def _role(draft: Draft, text: str, measure: Measure, paper: Paper) -> Role:
    if draft.kind in _PLACED:
        return _PLACED[draft.kind]
    fixed = all(word.style.fixed for row in draft.rows for word in row.words)
    signs = (
        (Role.CAPTION, _is_caption(draft, text, measure)),
        (Role.REFERENCE, draft.reference),
        (Role.HEADING, _is_heading(draft, text, measure, paper)),
        (Role.LIST_ITEM, is_item(text)),
        (Role.CODE, fixed and not measure.body.fixed),
    )
    return next((role for role, sign in signs if sign), Role.PARAGRAPH)


def _is_caption(draft: Draft, text: str, measure: Measure) -> bool:
    found = CAPTION.match(text)
    bold = draft.first.words[0].style.bold and not measure.body.bold
    return bool(found and (found["mark"] or bold))


def _is_heading(draft: Draft, text: str, measure: Measure, paper: Paper) -> bool:
    words = text.split()
    lettered = any(c.isalpha() for c in text)
    if len(words) > _HEADING_WORDS or len(draft.rows) > _HEADING_ROWS or not lettered:
        return False
    if all(row.size > _LARGE * measure.body.size for row in draft.rows):
        return True
    if letters(text) in paper.outline or _NAMED.fullmatch(text.rstrip(" .:")):
        return True
    if _SENTENCE.search(text) or not (text[0].isupper() or text[0].isdigit()):
        return False
    if all(row.bold for row in draft.rows) and not measure.body.bold:
        return True
    fonts = {word.style.font for row in draft.rows for word in row.words}
    other = measure.body.font not in fonts and len(words) <= _ITALIC_WORDS
    return bool(_NUMBERED.match(text)) and (text.isupper() or other)


def _title(
    drafts: Sequence[Draft], texts: Sequence[str], measure: Measure, paper: Paper
) -> int:
    """Find the block on the first sheet that the metadata names, or the largest."""
    first = [
        at
        for at, draft in enumerate(drafts)
        if draft.kind is Kind.BODY and draft.first.page == 0
    ]
    key = letters(paper.title)
    named = [at for at in first if key and letters(texts[at]) == key]
    if named:
        return named[0]
    low, high = _TITLE_WORDS
    fair = [
        at
        for at in first
        if low <= len(texts[at].split()) <= high
        and drafts[at].first.size > _TITLE * measure.body.size
    ]
    return max(fair, key=lambda at: drafts[at].first.size, default=-1)


def _first_heading(found: Sequence[Role], texts: Sequence[str]) -> int:
    """Take a bold line over everything for a title where none is larger."""
    for at, role in enumerate(found[:_TITLE_REACH]):
        named = _NAMED.fullmatch(texts[at].rstrip(" .:")) or _NUMBERED.match(texts[at])
        if role is Role.HEADING and not named:
            return at
    return -1
