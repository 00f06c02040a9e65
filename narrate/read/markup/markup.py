"""HTML and XML, safely parsed."""

import html
import re
from collections.abc import Iterator
from typing import cast

from narrate.read.base import Source
from narrate.read.decode import decode
from narrate.read.markup.tags import Element
from narrate.read.markup.walk import Found, walk

__all__ = ["Element", "Found", "MarkupError", "parse_html", "parse_xml", "walk"]

_META = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""")
_META_BYTES = 4096
_DEEPEST = 1_000  # browsers stop at 512, where they close what is open
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_BARE = re.compile(rb"&(?!#?\w{1,31};)")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


class MarkupError(ValueError):
    """The file is broken, or made to hurt; its words go on from the file's name."""


def parse_html(data: bytes | str, encoding: str = "") -> Element:
    """Parse a page, whatever its faults.

    `encoding` is a server's word: UTF-8 and the page's own mark go before it.
    Raises MarkupError for a page that holds nothing or can't be read whole, and what
    `decode` raises for bytes whose encoding can't be told.
    """
    import lxml.html  # noqa: PLC0415 - 60 ms that plain text never needs

    text = data if isinstance(data, str) else decode(as_source(data, encoding))[0]
    # An HTML parser expands no entities, so "huge" only lifts bounds that cut a page
    # short in silence: 256 levels, 10 MB of text in one place. Its own are told below.
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(
            text.replace("\0", "").encode("utf-8", "replace"), parser=parser
        )
    except lxml.etree.ParserError:
        raise MarkupError("holds no text") from None
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    if cut or _levels(root) > _DEEPEST:
        raise MarkupError("is nested deeper than any page for people")
    return cast("Element", root)


def _levels(root: Element) -> int:
    """Tell how deep a tree is nested; what comes after takes its square in time."""
    deepest = 0
    below: list[Iterator[Element]] = [iter(root)]
    while below:
        child = next(below[-1], None)
        if child is None:
            below.pop()
        elif isinstance(child.tag, str):
            below.append(iter(child))
            deepest = max(deepest, len(below))
    return deepest


def as_source(data: bytes, encoding: str = "", name: str = "the page") -> Source:
    """Make a source of a page, with the encoding that it names itself."""
    meta = _META.search(data[:_META_BYTES]) or _DECLARED.match(data)
    named = meta[1].decode("ascii", "ignore") if meta else ""
    return Source(name, data, encoding=encoding or named)


def parse_xml(data: bytes, *, mend: bool = False) -> Element:
    """Parse XML that must be well-formed; no entity is expanded, nothing fetched.

    `mend` reads what can be read of a broken file. Raises MarkupError.
    """
    from lxml import etree  # noqa: PLC0415 - 60 ms that plain text never needs

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=mend,
    )
    data = _NAMED.sub(_numbered, data)
    try:
        root = etree.fromstring(_BARE.sub(b"&amp;", data) if mend else data, parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(f"is broken XML: {error.msg}") from None
    if root is None:
        raise MarkupError("is broken XML")
    return cast("Element", root)


def _numbered(found: re.Match[bytes]) -> bytes:
    """Write HTML's named characters so that XML knows them: &nbsp; is in many."""
    text = html.unescape(found[0].decode("ascii"))
    if found[1] in _OF_XML or text.startswith("&"):
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in text).encode("ascii")
