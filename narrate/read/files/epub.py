"""The reader of EPUB 2 and 3: a book's documents in order, its contents as headings."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from narrate.read.base import Page, Source, letters
from narrate.read.files.archive import Archive
from narrate.read.files.marks import Piece, cut, mark, numbered, pieces, words_of, write
from narrate.read.files.package import TYPE, Package, inside, open_package, resolve
from narrate.read.markup.markup import Element, MarkupError, parse_html, parse_xml, walk
from narrate.read.markup.tags import BLOCKS, TEXTUAL, name_of
from narrate.roles import FURNITURE, HEAD, Role

# What a listener would leaf over is dropped; what the author wrote is read.
_ROLES: Mapping[str, Role] = MappingProxyType(
    dict.fromkeys(
        "cover toc landmarks page-list loi lot loa lov index halftitlepage "
        "copyright-page imprint backlink".split(),
        Role.FURNITURE,
    )
    | dict.fromkeys(
        "footnote footnotes endnote endnotes rearnote rearnotes".split(), Role.FOOTNOTE
    )
    | {
        "pagebreak": Role.PAGE_NUMBER,
        "pullquote": Role.PULL_QUOTE,
        "bibliography": Role.REFERENCE,
    }
)
_MARKABLE = HEAD | {Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM}
_NO_NAME = re.compile(
    r"(?i)(?:section|page|file|document|split)[\W\d_]*|untitled|start|\W*"
)
_LONGEST_RUN = 3  # "Chapter One", "The Fall", "London, 1801": one row of the contents
_TEXTS = TEXTUAL | {"li", "dd", "td", "th", "blockquote"}
_CONTENTS_LINKS = 3
_CONTENTS_SHARE = 0.8
_NAME_WORDS = 8
_AND = re.compile(r", | and ")
_HEAD_PIECES = 12
_CLOSED = re.compile(
    rb"<(?!(?:br|hr|img|input|link|meta|col|wbr)\b)([\w:-]++)([^<>]*)/>"
)
_DECLARED = re.compile(rb"(?is)<!doctype[^>\[]*(?:\[.*?\]\s*)?>")


def read_epub(source: Source) -> Page:
    """Read a book; raises ArticleError for one that is locked, cut off or hostile."""
    archive = Archive(source.name, source.data)
    package = open_package(archive)
    found: list[Piece] = []
    broken = list(package.lost)
    for path in package.documents:
        try:
            root = _tree(archive.read(path))
        except MarkupError:
            broken.append(path)
            continue
        _mark(archive, package, path, root)
        labels = [entry.label for entry in package.entries if entry.path == path]
        found += _headed(
            list(pieces(root)),
            [label for label in labels if not _NO_NAME.fullmatch(label)],
        )
    _name_authors(found, package.byline)
    notices = (f"Left out, for it is missing or broken: {path}." for path in broken)
    return Page(
        numbered(found),
        title=package.title,
        byline=package.byline,
        published=package.published,
        language=package.language,
        site=package.site,
        notices=tuple(notices),
    )


def _name_authors(found: list[Piece], byline: str) -> None:
    """Know the authors on the title page by the names that the book itself says."""
    names = {letters(name) for name in (byline, *_AND.split(byline)) if name}
    for at, (text, role) in enumerate(found[:_HEAD_PIECES]):
        if role in _MARKABLE | {Role.HEADING} and letters(text) in names:
            found[at] = (text, Role.BYLINE)


def _tree(data: bytes) -> Element:
    """Parse a document; one that is no good XML is read as browsers read it."""
    try:
        return parse_xml(data)
    except MarkupError:  # to HTML <title/> is a title that never ends
        return parse_html(_CLOSED.sub(rb"<\1\2></\1>", _DECLARED.sub(b"", data)))


def _mark(archive: Archive, package: Package, path: str, root: Element) -> None:
    """Write down what the book says of a document and of its parts."""
    kinds = {kind for e in package.entries if e.path == path for kind in e.kinds}
    whole = any(_ROLES.get(kind) in FURNITURE for kind in kinds - {"toc"})
    if whole or path == package.navigation:
        mark(root, Role.FURNITURE)
        return
    if "toc" in kinds or _lists_chapters(archive, path, root):
        _mark_contents(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.get("aria-hidden"):  # from screen readers; a person sees it
            write(element, "aria-hidden", "false")
        told = (element.get(TYPE) or element.get("epub:type") or "").split()
        told += (element.get("role") or "").replace("doc-", "").split()
        role = next((_ROLES[kind] for kind in told if kind in _ROLES), None)
        if role is Role.PAGE_NUMBER:
            _lift(element)
        elif role:
            mark(element, role)
        elif "noteref" in told:
            write(element, "role", "doc-noteref")


def _lift(number: Any) -> None:  # noqa: ANN401 - an lxml element with all it can
    """Lay a page's number before its paragraph: it may stand within a word."""
    block = number
    while block is not None and name_of(block) not in BLOCKS:
        block = block.getparent()
    if block is not None and block is not number and name_of(block) in _TEXTS:
        cut(number)
        number.tag = "div"
        block.addprevious(number)
    if len(number) or number.text:
        mark(number, Role.PAGE_NUMBER)


def _lists_chapters(archive: Archive, path: str, root: Element) -> bool:
    """Tell a contents page that nothing marks: nearly all its words lead elsewhere."""
    linked = links = 0
    for link in inside(root, "a"):
        target = resolve(archive, path, link.get("href") or "")
        if target != path and target in archive:
            links += 1
            linked += len(words_of(link).split())
    if links < _CONTENTS_LINKS:
        return False
    return linked >= _CONTENTS_SHARE * len(words_of(root).split())


def _mark_contents(root: Element) -> None:
    """Mark the rows and names of a contents page; a preface may stand there too."""
    for found in list(walk(root)):
        linked = sum(len(words_of(link).split()) for link in inside(found.element, "a"))
        words = len(found.text.split())
        if words <= _NAME_WORDS or linked >= _CONTENTS_SHARE * words:
            mark(found.element, Role.FURNITURE)


def _headed(found: list[Piece], labels: Sequence[str]) -> list[Piece]:
    """Make headings of what the book's contents name; add the one that is missing."""
    keys = [letters(text) for text, _ in found]
    named = [_named(keys, letters(label)) for label in labels]
    for at in {at for places in named for at in places}:
        text, role = found[at]
        found[at] = (text, Role.HEADING if role in _MARKABLE else role)
    read = {role for _, role in found if role not in FURNITURE}
    if read and labels and not named[0] and not read & {Role.HEADING, Role.TITLE}:
        found.insert(0, (labels[0], Role.HEADING))
    return found


def _named(keys: Sequence[str], key: str) -> range:
    """Find one to three blocks in a row that hold just these letters."""
    for at, start in enumerate(keys):
        if start and key.startswith(start):
            for end in range(at + 1, at + 1 + _LONGEST_RUN):
                if "".join(keys[at:end]) == key:
                    return range(at, end)
    return range(0)
