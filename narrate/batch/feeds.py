"""The articles that a feed names."""

import re
import time
from io import BytesIO
from typing import Any

from narrate.batch.base import Item
from narrate.batch.naming import name_for
from narrate.errors import ArticleError
from narrate.options import is_link

# Where a feed begins, RSS, RDF or Atom: any other XML or HTML is an article.
_FEED = re.compile(rb"<(?:\w{1,20}:)?(?:rss|RDF|feed)[\s>]")
_HEAD_BYTES = 4096


def entries_of(data: bytes, name: str) -> tuple[Item, ...]:
    """Give the articles of a feed, as they stand there; none where it is no feed.

    An entry without a link to a page is an article that can't be read, so that its row
    tells of it. Fetches nothing. Raises ArticleError for a feed without entries.
    """
    if not _FEED.search(data[:_HEAD_BYTES]):
        return ()
    import feedparser  # noqa: PLC0415 - 0.1 s, and few archives have one

    # A stream, not a text: feedparser would fetch what looks like a link.
    feed: Any = feedparser.parse(
        BytesIO(data),
        response_headers={"content-location": name if is_link(name) else ""},
    )
    if not feed.entries:
        raise ArticleError(name, "is a feed without entries", "Give another")
    site = _text(feed.feed.get("title"))
    return tuple(
        _item(entry, site, f"Entry {number} (it has no link) of {name}")
        for number, entry in enumerate(feed.entries, 1)
    )


def _item(entry: Any, site: str, otherwise: str) -> Item:  # noqa: ANN401 - as parsed
    link = _text(entry.get("link"))
    article = link if is_link(link) else otherwise
    return Item(
        article,
        name_for(article),
        title=_text(entry.get("title")),
        author=_text(entry.get("author_detail", {}).get("name")),
        date=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        site=site,
    )


def _text(value: object) -> str:
    """Give a text on one line: feeds wrap their titles."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(when: time.struct_time | None) -> str:
    return time.strftime("%Y-%m-%d", when) if when else ""
