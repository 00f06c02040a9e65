"""The formats on offer: a new one is a file here, its way in and a row below.

Each reader is imported when a file of its kind comes (PLC0415): together they are
0.1 s, and plain text needs none.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from narrate.errors import ArticleError
from narrate.patterns import lazy
from narrate.read.base import Page, Source
from narrate.read.text import read_text_file

_ANYWHERE = lazy(b"")
_HEAD_BYTES = 4096


class Format(NamedTuple):
    """One kind of file, how it is known, and who reads it."""

    name: str
    """As people say it."""

    begins: re.Pattern[bytes]
    """What the file's first bytes look like; an empty pattern that never matches."""

    suffixes: tuple[str, ...]
    """Of its file names, for kinds whose bytes don't tell."""

    media_types: tuple[str, ...]
    """What servers call it."""

    read: Callable[[Source], Page]
    """Raises ArticleError for a file that is broken, locked or holds no article."""

    inside: re.Pattern[bytes] = _ANYWHERE
    """What else stands somewhere in the file: kinds of zip differ only in there."""

    trusted: bool = False
    """Read by Python alone: needs no process of its own."""

    def fits(self, data: bytes) -> bool:
        """Tell whether a file's bytes are of this kind."""
        begins = self.begins.match(data[:_HEAD_BYTES])
        return bool(begins and self.inside.search(data))


def _read_epub(source: Source) -> Page:
    from narrate.read.files.epub import read_epub

    return read_epub(source)


def _read_feed(source: Source) -> Page:
    from narrate.read.markup.feed import read_feed

    return read_feed(source)


def _read_mail(source: Source) -> Page:
    from narrate.read.files.mail import read_mail

    return read_mail(source)


def _read_markdown(source: Source) -> Page:
    from narrate.read.markup.markdown import read_markdown

    return read_markdown(source)


def _read_odt(source: Source) -> Page:
    from narrate.read.files.odt import read_odt

    return read_odt(source)


def _read_pdf(source: Source) -> Page:
    from narrate.read.pdf.reader import read_pdf

    return read_pdf(source)


def _read_rtf(source: Source) -> Page:
    from narrate.read.rtf.reader import read_rtf

    return read_rtf(source)


def _read_html(source: Source) -> Page:
    from narrate.read.markup.web import read_html

    return read_html(source)


def _read_word(source: Source) -> Page:
    from narrate.read.files.word import read_word

    return read_word(source)


_NEVER = lazy(rb"(?!)")
_MAIL = lazy(  # a header line or more, one of which no article begins with
    rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?i:Received|Return-Path|Delivered-To|Message-ID|MIME-Version"
    rb"|DKIM-Signature|X-(?:Received|Mozilla|Account|UIDL|Google|MS|Mailer)[\w-]*): ?",
    *(b"received", b"return-path", b"delivered-to", b"message-id", b"mime-", b"dkim-"),
    b"x-",
    small=True,
)
_ZIP = lazy(rb"PK\x03\x04", b"PK\x03\x04")
_OFFICE = "application/vnd.openxmlformats-officedocument."
_BEFORE = (  # what may stand before a file's first tag
    rb"(?is)(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*"
    rb"|<!doctype (?!html)[^>]{0,500}>\s*)*"
)
_FEED = lazy(_BEFORE + rb"<(?:rss|feed|rdf:rdf)[\s>]", b"<")
_HTML = lazy(_BEFORE + rb"<(?:!doctype html|html|head|body)[\s>]", b"<")

FORMATS = (
    # A zip keeps the names of its files in clear, and an EPUB's or OpenDocument's kind.
    Format(
        "EPUB",
        _ZIP,
        (".epub",),
        ("application/epub+zip",),
        _read_epub,
        lazy(rb"mimetypeapplication/epub\+zip|META-INF/container\.xml"),
    ),
    Format(
        "Word",
        _ZIP,
        (".docx", ".docm", ".dotx"),
        (f"{_OFFICE}wordprocessingml.document",),
        _read_word,
        lazy(rb"word/document"),
    ),
    Format(
        "OpenDocument text",
        _ZIP,
        (".odt", ".ott"),
        ("application/vnd.oasis.opendocument.text",),
        _read_odt,
        lazy(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text"),
    ),
    Format(
        "mail",
        _MAIL,
        (".eml", ".mhtml", ".mht"),
        ("message/rfc822", "multipart/related", "application/x-mimearchive"),
        _read_mail,
    ),
    Format(
        "feed",
        _FEED,
        (".rss", ".atom"),
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        _read_feed,
    ),
    Format(
        "web page",
        _HTML,
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        _read_html,
    ),
    Format(
        "Markdown",
        _NEVER,
        (".md", ".markdown"),
        ("text/markdown",),
        _read_markdown,
    ),
    Format(
        "PDF",
        lazy(rb"\s{0,64}%PDF-\d", b"%PDF-"),
        (".pdf",),
        ("application/pdf", "application/x-pdf"),
        _read_pdf,
    ),
    Format(
        "RTF",
        lazy(rb"\s{0,64}\{\\rtf", b"{\\rtf"),
        (".rtf",),
        ("application/rtf", "text/rtf", "text/richtext"),
        _read_rtf,
    ),
    Format(
        "plain text",
        _NEVER,
        (".txt", ".text"),
        ("text/plain",),
        read_text_file,
        trusted=True,
    ),
)

_XML = lazy(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s")
_OTHERS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"ID3", "an MP3"),
    (b"OggS", "an Ogg file"),
    (b"RIFF", "a RIFF sound or picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04", "a zip archive, and no EPUB, Word or OpenDocument file"),
    (
        b"\xd0\xcf\x11\xe0",
        "a file of Word 2003 or older, of Outlook, or with a password",
    ),
)


def find_format(source: Source) -> Format:
    """Tell a file's format: by its bytes, its media type, its name; else it is text.

    Raises ArticleError for a kind that nobody here can read.
    """
    head = source.data[:_HEAD_BYTES]
    for known in FORMATS:
        if known.fits(source.data):
            return known
    for mark, kind in _OTHERS:
        if head.startswith(mark):
            raise ArticleError(
                source.name,
                f"is {kind}, which narrate can't read",
                "Save or copy it as text first",
            )
    named = [f for f in FORMATS if source.name.lower().endswith(f.suffixes)]
    served = [f for f in FORMATS if source.media_type in f.media_types]
    if not (served or named) and _XML.match(head):
        raise ArticleError(
            source.name,
            "is XML that is no article, no feed and no web page",
            "Give the link of the article itself",
        )
    return (*served, *named, FORMATS[-1])[0]
