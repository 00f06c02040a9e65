"""The articles that a feed names."""

import re
import time
from io import BytesIO
from typing import Any

from narrate.batch.base import Item
from narrate.batch.naming import name_for
from narrate.options import is_link

# Where a feed begins, RSS, RDF or Atom: any other XML or HTML is an article.
_FEED = re.compile(rb"<(?:\w{1,20}:)?(?:rss|RDF|feed)[\s>]")
_HEAD_BYTES = 4096


def entries_of(data: bytes, name: str) -> tuple[Item, ...]:
    """Give the articles of a feed, as they stand there; none where it is no feed.

    An entry without a link to a page is left out. Fetches nothing.
    """
    if not _FEED.search(data[:_HEAD_BYTES]):
        return ()
    import feedparser  # noqa: PLC0415 - 0.1 s, and few archives have one

    # A stream, not a text: feedparser would fetch what looks like a link.
    feed: Any = feedparser.parse(
        BytesIO(data),
        response_headers={"content-location": name if is_link(name) else ""},
    )
    site = _text(feed.feed.get("title"))
    return tuple(
        Item(
            link,
            name_for(link),
            title=_text(entry.get("title")),
            author=_text(entry.get("author_detail", {}).get("name")),
            date=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
            site=site,
        )
        for entry in feed.entries
        if is_link(link := _text(entry.get("link")))
    )


def _text(value: object) -> str:
    """Give a text on one line: feeds wrap their titles."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(when: time.struct_time | None) -> str:
    return time.strftime("%Y-%m-%d", when) if when else ""
