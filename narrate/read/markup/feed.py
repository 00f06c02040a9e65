"""The reader of feeds: RSS, Atom and RDF; the newest item is the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.markup.markup import MarkupError, parse_html, parse_xml, walk
from narrate.read.markup.tags import Element, name_of
from narrate.read.markup.walk import Found
from narrate.roles import Role

_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "updated", "date", "issued", "modified")
_AUTHORS = ("creator", "author", "name")
_TEASER_WORDS = 60  # a feed that has whole articles has more
_ENDS = re.compile(r"The post .+ (?:appeared first|first appeared) on .+")
_MARKED_UP = re.compile(r"<[a-zA-Z!/]|&[a-z#0-9]+;")
_MENDED = "The feed is broken XML: what can be read of it is read."
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Item:
    title: str
    blocks: tuple[Found, ...]
    byline: str
    date: datetime
    link: str


def read_feed(source: Source) -> Page:
    """Read the newest item that has words; raises ArticleError."""
    root, notices = _root(source)
    entries = [node for node in root.iter() if name_of(node) in {"item", "entry"}]
    newest = sorted(entries, key=_date, reverse=True)  # as they stand, without dates
    item = next((found for found in map(_item, newest) if found.blocks), None)
    if item is None:
        raise ArticleError(
            source.name,
            "is a feed without words to read",
            "Give the link of an article",
        )
    channel = next((n for n in root if name_of(n) == "channel"), root)
    return Page(
        lines=tuple(_lines(item)),
        title=item.title,
        byline=item.byline,
        published="" if item.date == _NEVER else item.date.date().isoformat(),
        language=_child(channel, "language")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        site=_child(channel, "title"),
        notices=notices + _notices(item, len(entries)),
    )


def _root(source: Source) -> tuple[Element, tuple[str, ...]]:
    """Parse; a feed with a bare "&" in it is broken, and has its items all the same."""
    data = source.data.lstrip()
    try:
        return parse_xml(data), ()
    except MarkupError as error:
        broken = ArticleError(
            source.name, str(error), "Give the link of the article itself"
        )
    try:
        root = parse_xml(data, mend=True)
    except MarkupError:
        raise broken from None
    items = (node for node in root.iter() if name_of(node) in {"item", "entry"})
    if not any(_item(node).blocks for node in items):
        raise broken
    return root, (_MENDED,)


def _notices(item: _Item, count: int) -> tuple[str, ...]:
    named = item.title or "without a title"
    notices = [f"Read the newest of {count} items of the feed: {named.rstrip('.')}."]
    words = sum(len(block.text.split()) for block in item.blocks)
    if words < _TEASER_WORDS and item.link:
        notices.append(
            f"The feed has {words} words of it; the whole is at {item.link}."
        )
    return tuple(notices)


def _lines(item: _Item) -> Iterator[Line]:
    shown = [Line(item.title, 1, Role.TITLE)] if item.title else []
    yield from shown
    for at, block in enumerate(item.blocks, len(shown) + 1):
        ends = _ENDS.fullmatch(block.text)
        yield Line(block.text, at, Role.FURNITURE if ends else block.role)


def _item(entry: Element) -> _Item:
    return _Item(
        title=" ".join(f.text for f in _blocks(_named(entry, "title"))),
        blocks=tuple(_body(entry)),
        byline=_author(entry),
        date=_date(entry),
        link=_link(entry),
    )


def _body(entry: Element) -> Sequence[Found]:
    """Take the fullest text; feeds have a summary beside it."""
    best: list[Found] = []
    for name in _BODIES:
        blocks = _blocks(_named(entry, name))
        if sum(len(b.text) for b in blocks) > sum(len(b.text) for b in best):
            best = blocks
    return best


def _blocks(holder: Element | None) -> list[Found]:
    """Walk the markup inside, be it escaped or a tree of its own."""
    if holder is None:
        return []
    if any(True for _ in holder):
        return list(walk(holder))
    text = holder.text or ""
    if not _MARKED_UP.search(text) or holder.get("type") == "text":
        return list(walk(holder))
    try:
        return list(walk(parse_html(f"<html><body>{text}</body></html>")))
    except MarkupError:
        return []


def _named(entry: Element, name: str) -> Element | None:
    return next((node for node in entry if name_of(node) == name), None)


def _child(entry: Element, name: str) -> str:
    node = _named(entry, name)
    return " ".join("".join(_texts(node)).split()) if node is not None else ""


def _texts(node: Element) -> Iterator[str]:
    for inner in node.iter():
        yield inner.text or ""
        if inner is not node:
            yield inner.tail or ""


def _author(entry: Element) -> str:
    for name in _AUTHORS:
        node = _named(entry, name)
        if node is not None:
            text = _child(node, "name") or _child(entry, name)
            named = re.fullmatch(r"\S+@\S+ \((.+)\)", text)  # RSS: mail (name)
            return named[1] if named else "" if "@" in text else text
    return ""


def _link(entry: Element) -> str:
    for node in entry:
        if name_of(node) == "link" and node.get("rel", "alternate") == "alternate":
            return (node.get("href") or node.text or "").strip()
    return ""


def _date(entry: Element) -> datetime:
    for name in _DATES:
        text = _child(entry, name)
        for parse in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                found = parse(text)
            except (ValueError, TypeError, OverflowError):
                continue
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    return _NEVER
