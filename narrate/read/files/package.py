"""What an EPUB says of itself: its documents in order, its contents, its title."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from narrate.read.files.archive import Archive
from narrate.read.files.marks import words_of
from narrate.read.markup.markup import Element, MarkupError, parse_xml

CONTAINER = "META-INF/container.xml"
TYPE = "{http://www.idpf.org/2007/ops}type"
"""The attribute that says what a part of an EPUB is."""

_FONTS_ONLY = re.compile(r"idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc")
_DATE = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?")
_AUTHORS = frozenset({"", "aut", "author"})
_MORE_THAN_ONE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the book's own contents."""

    path: str
    """The document that it leads to."""

    label: str
    """What it is called there."""

    kinds: frozenset[str]
    """What landmarks say it is: cover, toc, copyright-page."""


@dataclass(frozen=True, slots=True)
class Package:
    """The table of an EPUB, read."""

    documents: tuple[str, ...]
    """In reading order, each once; those that the archive really has."""

    lost: tuple[str, ...]
    """Those that it names and has not."""

    entries: tuple[Entry, ...]
    """Contents first, then landmarks."""

    navigation: str
    """The document that is a contents list as a whole, or nothing."""

    title: str
    byline: str
    published: str
    language: str
    site: str


def open_package(archive: Archive) -> Package:
    """Find and read the table; raises ArticleError where it is broken or locked."""
    _refuse_locked(archive)
    try:
        place = _place(archive)
        root = parse_xml(archive.read(place))
    except MarkupError:
        trouble = "is damaged: its table of chapters is broken XML"
        raise archive.error(trouble, "Download it again") from None
    items = {item.get("id") or "": item for item in inside(root, "item")}
    paths = {key: _path(archive, place, item) for key, item in items.items()}
    spine = [paths.get(ref.get("idref") or "", "") for ref in inside(root, "itemref")]
    wanted = [path for path in dict.fromkeys(spine) if path]
    there = set(archive.names)
    if not there & set(wanted):
        raise archive.error("has no chapters in it", "Download it again")
    nav = next(
        (k for k, i in items.items() if "nav" in (i.get("properties") or "").split()),
        "",
    )
    contents = paths.get(nav) or _ncx(root, items, paths)
    return Package(
        documents=tuple(path for path in wanted if path in there),
        lost=tuple(path for path in wanted if path not in there),
        entries=(*_contents(archive, contents), *_guide(archive, place, root)),
        navigation=paths.get(nav, ""),
        title=next(_texts(root, "title"), ""),
        byline=_authors(root),
        published=next((d[0] for d in map(_DATE.match, _texts(root, "date")) if d), ""),
        language=next(_texts(root, "language"), ""),
        site=next(_texts(root, "publisher"), ""),
    )


def inside(root: Element, name: str) -> Iterator[Element]:
    """Give every element of that name, in whatever namespace."""
    return root.iter(name, f"{{*}}{name}")


def resolve(archive: Archive, base: str, link: str) -> str:
    """Name the entry that a link leads to, seen from another entry."""
    plain, path = link.partition("#")[0], base
    for form in (unquote(plain), plain):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), form))
        if path in archive:
            break
    return path if plain else base


def _place(archive: Archive) -> str:
    """Find where the table is."""
    roots: Iterator[Element] = iter(())
    if CONTAINER in archive:
        roots = inside(parse_xml(archive.read(CONTAINER)), "rootfile")
    named = [root.get("full-path") or "" for root in roots]
    found = [name for name in archive.names if name.endswith(".opf")]
    for place in (*named, *found):
        if place in archive:
            return place
    raise archive.error("has lost its table of chapters", "Download or save it again")


def _refuse_locked(archive: Archive) -> None:
    """Fonts may be scrambled for their makers' sake; anything else is a lock."""
    data = archive.find("META-INF/encryption.xml")
    try:
        methods = inside(parse_xml(data), "EncryptionMethod") if data else ()
        locks = [method.get("Algorithm") or "" for method in methods]
    except MarkupError:
        locks = ["broken"]
    if not all(_FONTS_ONLY.search(lock) for lock in locks):
        raise archive.error(
            "is locked by its shop (DRM), so that only the shop's own reader opens it",
            "Ask the shop or the publisher for one without a lock",
        )


def _path(archive: Archive, place: str, item: Element) -> str:
    return resolve(archive, place, item.get("href") or "")


def _ncx(root: Element, items: Mapping[str, Element], paths: Mapping[str, str]) -> str:
    """Find the contents of an EPUB 2."""
    for spine in inside(root, "spine"):
        if (told := spine.get("toc") or "") in paths:
            return paths[told]
    kind = "application/x-dtbncx+xml"
    found = (key for key, item in items.items() if item.get("media-type") == kind)
    return paths.get(next(found, ""), "")


def _contents(archive: Archive, path: str) -> Iterator[Entry]:
    """Give the rows of either kind of contents; none where they are broken."""
    try:
        root = parse_xml(archive.find(path))
    except MarkupError:
        return
    for point in inside(root, "navPoint"):
        link = next(inside(point, "content"), None)
        label = next(inside(point, "text"), None)
        if link is not None and label is not None:
            target = resolve(archive, path, link.get("src") or "")
            yield Entry(target, words_of(label), frozenset())
    for nav in inside(root, "nav"):
        kinds = (nav.get(TYPE) or "toc").split()
        for link in inside(nav, "a"):
            target = resolve(archive, path, link.get("href") or "")
            own = frozenset((link.get(TYPE) or "").split())
            if "landmarks" in kinds:
                yield Entry(target, "", own)
            elif "toc" in kinds:
                yield Entry(target, words_of(link), frozenset())


def _guide(archive: Archive, place: str, root: Element) -> Iterator[Entry]:
    """Give the landmarks of an EPUB 2."""
    for reference in inside(root, "reference"):
        path = _path(archive, place, reference)
        yield Entry(path, "", frozenset({reference.get("type") or ""}))


def _texts(root: Element, name: str) -> Iterator[str]:
    return (words for element in inside(root, name) if (words := words_of(element)))


def _authors(root: Element) -> str:
    """Join the names of those who wrote it; who drew or edited it is no author."""
    roles = {
        (meta.get("refines") or "").removeprefix("#"): words_of(meta)
        for meta in inside(root, "meta")
        if meta.get("property") == "role"
    }
    names = []
    for creator in inside(root, "creator"):
        own = next((v for k, v in creator.attrib.items() if k.endswith("role")), "")
        if (own or roles.get(creator.get("id") or "", "")) in _AUTHORS:
            names.append(words_of(creator))
    names = [name for name in dict.fromkeys(names) if name]
    if len(names) < _MORE_THAN_ONE:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
