"""What is in a mail: its headers in clear, the parts to read, and what is attached."""

import codecs
import contextlib
import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from narrate.errors import ArticleError
from narrate.read.base import Source
from narrate.read.decode import decode

_LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SEVEN_BITS = ("iso-2022", "hz", "utf-7")  # good UTF-8 too, and then it means nothing
_SENDER = re.compile(r"(.+?) (?:from|at|via) (.+)")
_QUOTES = re.compile(r">*")
_SIGNATURE = "-- "


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a mail that is read."""

    text: str
    page: bool
    """It is HTML."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail, opened."""

    subject: str
    sender: str
    """The name alone."""

    site: str
    """Whom the sender writes for, where the name says so."""

    day: str
    """YYYY-MM-DD, where the sender was; or nothing."""

    language: str
    parts: tuple[Part, ...]
    notices: tuple[str, ...]


def parse(source: Source) -> Message:
    """Parse a mail; raises ArticleError for what is none."""
    try:
        message = email.message_from_bytes(source.data)
    except RecursionError:
        raise _error(source, "is nested deeper than any mail of people") from None
    if not any(message[name] for name in ("From", "Subject", "Date", "MIME-Version")):
        raise _error(source, "is no mail: it has neither sender nor subject")
    return message


def open_letter(source: Source, message: Message) -> Letter:
    """Read the headers and the parts; raises ArticleError where it is encrypted."""
    chosen, attached = list(_chosen(message)), _attached(message)
    if any(part.get_content_type() in _LOCKED for part in message.walk()):
        raise _locked(source)
    notices: list[str] = []
    parts: list[Part] = []
    for part in chosen:
        text, said = text_of(source, part)
        if "-----BEGIN PGP MESSAGE-----" in text:
            raise _locked(source)
        page = part.get_content_type() == "text/html"
        parts.append(Part(text if page else _unfolded(part, text), page))
        notices += said
    if not any(part.text.strip() for part in parts):
        raise _error(source, "holds no text, only what is attached to it")
    if attached:
        notices.append(f"Attached and not read: {', '.join(attached)}.")
    sender, site = _sender(message)
    return Letter(
        header(message, "Subject"),
        sender,
        site,
        _day(message),
        header(message, "Content-Language"),
        tuple(parts),
        tuple(dict.fromkeys(notices)),
    )


def saved_page(source: Source, message: Message) -> Source | None:
    """Give the page of a browser's MHTML, which is in the same container as a mail."""
    place = header(message, "Snapshot-Content-Location")
    if not (place or header(message, "From").lower().startswith("<saved by")):
        return None
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return replace(
                source,
                data=payload if isinstance(payload, bytes) else b"",
                url=source.url or place or header(part, "Content-Location"),
                media_type="text/html",
                encoding=str(part.get_content_charset() or ""),
            )
    return None


def header(message: Message, name: str) -> str:
    """Give a header in clear, on one line."""
    wanted = name.lower()
    raw = next((str(v) for k, v in message.raw_items() if k.lower() == wanted), "")
    return _clear(raw)


def text_of(source: Source, part: Message) -> tuple[str, tuple[str, ...]]:
    """Give a part's text, and what the listener should know about it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = str(part.get_content_charset() or "")
    said: tuple[str, ...] = ()
    try:
        codecs.lookup(charset or "utf-8")
    except (LookupError, ValueError):  # no such charset, or a NUL in its name
        said = (f"{source.name} is written in {charset}, which nobody knows.",)
        charset = ""
    told = charset.startswith(_SEVEN_BITS)
    body = replace(source, data=data, encoding=charset, told=told)
    text, notices = decode(body)
    return text, said + notices


def _chosen(message: Message) -> Iterator[Message]:
    """Give the parts to read: the best of alternatives, the page without its files."""
    kind = message.get_content_type()
    # Of a part's own words none are asked for: a NUL in its charset's name would raise.
    whole = message.get_payload() if message.is_multipart() else ()
    children = [part for part in whole if isinstance(part, Message)]
    if not message.is_multipart():
        if message.get_content_maintype() == "text" and not _is_attached(message):
            yield message
    elif kind == "multipart/alternative":
        options = [list(_chosen(child)) for child in children]
        rich = [o for o in options if any(p.get_content_subtype() == "html" for p in o)]
        yield from (*rich, *filter(None, options), [])[0]
    elif kind in {"multipart/related", "multipart/signed"}:
        yield from next(filter(None, (list(_chosen(c)) for c in children)), [])
    elif message.get_content_maintype() == "multipart":
        for child in children:
            yield from _chosen(child)


def _is_attached(part: Message) -> bool:
    readable = part.get_content_subtype() in {"plain", "html"}
    return part.get_content_disposition() == "attachment" or not readable


def _attached(message: Message) -> list[str]:
    """Name what was attached: not the pictures that a page shows inside."""
    names = []
    for part in message.walk():
        shown = part["Content-ID"] and part.get_content_disposition() != "attachment"
        name = _clear(part.get_filename() or "")
        if part.get_content_type() == "message/rfc822":
            name = name or "a forwarded mail"
        if name and not shown:
            names.append(name)
    return list(dict.fromkeys(names))


def _unfolded(part: Message, text: str) -> str:
    """Join the lines of `format=flowed`, where a blank at the end means: goes on."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    cut = -1 if str(part.get_param("delsp") or "").lower() == "yes" else None
    out: list[str] = []
    depth, open_line = 0, False
    for line in text.splitlines():
        marks = _QUOTES.match(line)
        deep = marks.end() if marks else 0
        words = line[deep:].removeprefix(" ")
        flows = words.endswith(" ") and words != _SIGNATURE
        kept = words[:cut] if flows else words
        if open_line and deep == depth and words != _SIGNATURE:
            out[-1] += kept
        else:
            out.append(("> " if deep else "") + kept)
        depth, open_line = deep, flows
    return "\n".join(out)


def _clear(raw: str) -> str:
    """Decode a header; a broken one is given as it stands."""
    raw = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with contextlib.suppress(MessageError, LookupError, ValueError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.split())


def _sender(message: Message) -> tuple[str, str]:
    raw = next((str(v) for k, v in message.raw_items() if k.lower() == "from"), "")
    name = _clear(parseaddr(" ".join(raw.split()))[0]).strip("\"' ")
    if "@" in name:
        return "", ""
    both = _SENDER.fullmatch(name)
    return (both[1], both[2]) if both else (name, "")


def _day(message: Message) -> str:
    try:
        return parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _error(source: Source, trouble: str) -> ArticleError:
    return ArticleError(source.name, trouble, "Save its text into a file and give that")


def _locked(source: Source) -> ArticleError:
    return ArticleError(
        source.name,
        "is encrypted",
        "Open it in your mail program, and save its text from there",
    )
