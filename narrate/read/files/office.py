"""What a word processor's file says of itself, and how far that is believed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from narrate.model import Line
from narrate.read.base import Page
from narrate.read.files.archive import Archive
from narrate.read.files.marks import words_of
from narrate.read.files.package import inside
from narrate.read.labels.when import iso_date
from narrate.read.markup.markup import MarkupError, parse_xml
from narrate.roles import Role

_NOBODY = re.compile(
    r"(?i)admin\w*|user|unknown|author|(?:windows|microsoft|office) (?:office )?user"
    r"|un-?named|python-docx|pandoc|libreoffice|owner|\S+@\S+|.*\b(?:inc|ltd|gmbh)\.?"
)
_NO_TITLE = re.compile(
    r"(?i)untitled.*|document ?\d*|title|microsoft word - .*|.*\.(?:docx?|odt|rtf|pdf)"
    r"|(?:power)?point.*|normal|template|word document"
)
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
STYLE_ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.DEK,
    "author": Role.BYLINE,
    "date": Role.DATE,
    "caption": Role.CAPTION,
}
"""What paragraphs are whose styles have these names, in both office formats."""

_TEMPLATE_DAY = "2013-12-23"  # python-docx gives every file the day of its template
_HEAD_LINES = 14


def head(archive: Archive, place: str) -> Page:
    """Read title, author, day and language from a part; nothing where it is broken."""
    try:
        root = parse_xml(archive.find(place))
    except MarkupError:
        return Page(())

    def first(*names: str) -> str:
        found = (words_of(e) for name in names for e in inside(root, name))
        return next((words for words in found if words), "")

    title, author = first("title"), first("initial-creator", "creator")
    day = _DAY.match(first("created", "creation-date", "date"))
    return Page(
        (),
        title="" if _NO_TITLE.fullmatch(title) else title,
        byline="" if _NOBODY.fullmatch(author) else author.replace(";", ","),
        published=day[0] if day and day[0] != _TEMPLATE_DAY else "",
        language=first("language"),
    )


def told(page: Page, lines: Sequence[Line]) -> Page:
    """Lay the lines in; what a reader sees there is believed above the file's word.

    A title of the page's own wins, and a day that stands in its head.
    """
    titles = [line.text for line in lines if line.hint is Role.TITLE]
    days = [iso_date(line.text) for line in lines[:_HEAD_LINES]]
    return replace(
        page,
        lines=tuple(lines),
        title=(*titles, page.title)[0],
        published="" if any(days) else page.published,
    )
