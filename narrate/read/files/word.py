"""The reader of Word files: mammoth makes a page of one, and the walk reads that."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from xml.parsers.expat import ExpatError

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.files.archive import Archive
from narrate.read.files.marks import Piece, mark, numbered, pieces
from narrate.read.files.office import STYLE_ROLES, head, told
from narrate.read.files.package import inside
from narrate.read.files.repair import letters_of, part, repaired
from narrate.read.markup.markup import parse_html
from narrate.read.markup.tags import classes_of, name_of
from narrate.roles import Role

_STYLES = "\n".join(
    (
        "p[style-name='title'] => h1.title:fresh",
        "p[style-name='subtitle'] => p.subtitle:fresh",
        "p[style-name='author'] => p.author:fresh",
        "p[style-name='date'] => p.date:fresh",
        "p[style-name='caption'] => p.caption:fresh",
        "p[style-name='contents'] => p.contents:fresh",
        "p[style-name='quote'] => blockquote > p:fresh",
        "p[style-name='code'] => pre:separator('\\n')",
        *(f"p[style-name='heading {n}'] => h{min(n, 6)}:fresh" for n in range(1, 10)),
    )
)
_ROLES = STYLE_ROLES | {"contents": Role.FURNITURE}
_ARROW = re.compile(r' ?<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_NOTE = re.compile(r'(<li id="(?:foot|end)note-[^"]*">(?:<p>)?)')
# mammoth has no errors of its own: a part that it misses is a KeyError, or worse.
_BROKEN = (
    ExpatError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    OSError,
    RecursionError,
)
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_word(source: Source) -> Page:
    """Read a DOCX; raises ArticleError for one that is locked, cut off or hostile."""
    archive = Archive(source.name, source.data)
    try:
        ready, wanted = repaired(archive)
    except _BROKEN:  # a name that no XML may have, for one
        raise _damaged(archive) from None
    root = parse_html(f"<html><body>{_page(archive, ready)}</body></html>")
    for element in root.iter():
        told_as = element.get("id") or ""
        if name_of(element) == "li" and told_as.startswith(("footnote-", "endnote-")):
            mark(element, Role.FOOTNOTE)
        for name in classes_of(element):
            mark(element, _ROLES[name])
    found = list(pieces(root))
    lost = (wanted - letters_of("".join(text for text, _ in found))).total()
    page = told(
        head(archive, "docProps/core.xml"), numbered([*found, *_margins(archive)])
    )
    told_lost = f"{lost} letters of {source.name} are in a form that can't be read."
    return replace(page, notices=(told_lost,) if lost else ())


def _page(archive: Archive, ready: io.BytesIO) -> str:
    """Let mammoth make HTML of it: no pictures, none of its arrows."""
    import mammoth  # noqa: PLC0415 - 80 ms that no other format needs

    try:
        made = mammoth.convert_to_html(
            ready,
            style_map=_STYLES,
            include_embedded_style_map=False,  # it could leave out what it likes
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except _BROKEN:
        raise _damaged(archive) from None
    page: str = _ARROW.sub("", made.value)
    numbers = count(1)
    return _NOTE.sub(lambda found: f"{found[1]}[{next(numbers)}] ", page)


def _damaged(archive: Archive) -> ArticleError:
    trouble = "is damaged: it holds no Word document that can be read"
    return archive.error(trouble, "Save it again")


def _margins(archive: Archive) -> Iterator[Piece]:
    """Give the words above and below each page, which mammoth leaves out."""
    seen = set()
    for name in filter(_MARGINS.fullmatch, archive.names):
        for paragraph in inside(part(archive, name), "p"):
            words = "".join(text.text or "" for text in inside(paragraph, "t"))
            text = " ".join(words.split())
            if text and text not in seen:
                seen.add(text)
                yield text, Role.FURNITURE
