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
_TITLE_WORDS = (2, 40)
_HEADING_WORDS = 25
_HEADING_ROWS = 4
_PLACED = {Kind.CELLS: Role.TABLE, Kind.FOOT: Role.FOOTNOTE}
_SENTENCE = re.compile(r"[a-z]{2,}[.;,]$")
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
    title = _title(drafts, texts, measure, paper)
    if title >= 0:
        found[title] = Role.TITLE
        for at in _under_title(drafts, found, title):
            named = _NAMED.fullmatch(texts[at].rstrip(" .:"))
            if not named and not texts[at][0].isdigit():
                found[at] = Role.PARAGRAPH
    return found


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
    bold = all(row.bold for row in draft.rows) and not measure.body.bold
    return bold or (text.isupper() and len(words) > 1 and bool(_NUMBERED.match(text)))


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
