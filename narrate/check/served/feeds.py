"""How a server hands out the feed itself.

Conditional requests are those of RFC 9110; the types, those of the RSS Advisory Board;
a charset in the header goes before the XML's own by RFC 7303.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from narrate.check.base import Severity
from narrate.check.feed.addresses import is_near
from narrate.check.feed.base import Feed, shown
from narrate.check.feed.podcasting import self_of
from narrate.check.rule import Hit, Rule
from narrate.check.served.base import Answer, Ask
from narrate.check.served.file_rules import MOST_HOPS

_KINDS = frozenset({"application/rss+xml", "application/xml", "text/xml"})
_CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?([\w.:-]{1,40})")
_UNCHANGED = 304
_LARGE = 200_000  # bytes: below, packing saves less than a second of anybody's time


@dataclass(frozen=True, slots=True)
class ServedFeed:
    """A feed: what is in it, and how it was handed out."""

    url: str
    """As it was asked for."""

    feed: Feed
    """What is in it."""

    got: Answer
    """To the request for it."""

    again: Answer | None
    """To one that names the version which was got; nothing if it has no name."""


def look_again(ask: Ask, url: str, feed: Feed, got: Answer) -> ServedFeed:
    """Ask once more for a feed, as apps do that have it already."""
    told = {
        "If-None-Match": got.headers.get("etag", ""),
        "If-Modified-Since": got.headers.get("last-modified", ""),
    }
    named = {name: text for name, text in told.items() if text and text.isascii()}
    again = ask(url, headers=named) if named else None
    return ServedFeed(url, feed, got, again)


def _kind(served: ServedFeed) -> Iterator[Hit]:
    kind = served.got.kind
    if kind not in _KINDS:
        yield Hit(f"The server says that the feed is {shown(kind) or 'of no type'}.")


def _letters(served: ServedFeed) -> Iterator[Hit]:
    found = _CHARSET.search(served.got.headers.get("content-type", "")[:300])
    own = served.feed.encoding.upper()
    if found and own == "UTF-8" and found[1].upper() not in {"UTF-8", "UTF8"}:
        told = shown(found[1])
        yield Hit(f"The server says that the letters are {told}; they are UTF-8.")


def _unsafe(served: ServedFeed) -> Iterator[Hit]:
    at = served.got.url
    if at.startswith("http:") and not is_near(at):
        yield Hit("The feed's address begins with http://, or leads to one that does.")


def _hops(served: ServedFeed) -> Iterator[Hit]:
    if served.got.hops > MOST_HOPS:
        yield Hit(f"The address leads to the feed by {served.got.hops} redirects.")


def _version(served: ServedFeed) -> Iterator[Hit]:
    if not served.got.has_version:
        yield Hit("The server names no version of the feed (ETag or Last-Modified).")


def _unchanged(served: ServedFeed) -> Iterator[Hit]:
    again = served.again
    if again is not None and again.status and again.status != _UNCHANGED:
        yield Hit(
            f"Asked whether the feed has changed, the server answers {again.status}"
            " and sends it again."
        )


def _packed(served: ServedFeed) -> Iterator[Hit]:
    size = served.feed.size_bytes
    if size > _LARGE and not served.got.headers.get("content-encoding"):
        yield Hit(f"The feed's {size} bytes are sent as they are, not packed.")


def _elsewhere(served: ServedFeed) -> Iterator[Hit]:
    own = self_of(served.feed)
    if own and own not in {served.url, served.got.url}:
        yield Hit(f"The feed says that its own address is “{shown(own, 100)}”.")


RULES: tuple[Rule[ServedFeed], ...] = (
    Rule(
        "feed-served-type",
        Severity.WARNING,
        _kind,
        "Some apps go by it and say that there is no feed.",
        "Let the server send application/rss+xml.",
    ),
    Rule(
        "feed-served-letters",
        Severity.WARNING,
        _letters,
        "For many apps the server's word goes before the feed's own: they show é as"
        " two wrong letters.",
        "Let the server send application/rss+xml; charset=utf-8.",
    ),
    Rule(
        "feed-served-unsafe",
        Severity.WARNING,
        _unsafe,
        "Anyone on the way can read and change it, and web players refuse it.",
        "Serve it over https.",
    ),
    Rule(
        "feed-served-hops",
        Severity.WARNING,
        _hops,
        "Some apps follow no more than five.",
        "Publish the address at which it is at last.",
    ),
    Rule(
        "feed-served-version",
        Severity.WARNING,
        _version,
        "Each phone fetches all of it several times a day, on mobile data too.",
        "Let the server send an ETag or Last-Modified; most do for files.",
    ),
    Rule(
        "feed-served-unchanged",
        Severity.WARNING,
        _unchanged,
        "Each phone fetches all of it several times a day, on mobile data too.",
        "Let the server answer 304 to If-None-Match and If-Modified-Since.",
    ),
    Rule(
        "feed-served-packed",
        Severity.NOTE,
        _packed,
        "",
        "Let the server pack it with gzip: a feed becomes a tenth of its size.",
    ),
    Rule(
        "feed-served-elsewhere",
        Severity.NOTE,
        _elsewhere,
        "",
        "Nothing, if that is the address that you publish: apps may move there.",
    ),
)
"""Rules for a feed on a server."""
