"""The parser: the XML of a feed → a Feed, or what is broken; nothing is expanded."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from narrate.check.feed.base import Broken, Episode, Feed, Tag, Tags
from narrate.check.feed.broken import too_large, why_broken
from narrate.check.feed.names import KNOWN, SPELT, meant
from narrate.check.feed.times import date_of, seconds_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

MOST_BYTES = 100_000_000
"""Of a feed: twice what ten thousand episodes with long notes come to."""

_KEPT = 2_000  # characters of a text: a URL may be long, and notes are only counted
_KEPT_OF_NOTES = 200
_NOTES = frozenset({"description", "content:encoded", "itunes:summary"})
_START_BYTES = 200
_DECLARED = re.compile(rb"<\?xml\s")
_DEEPEST = 4  # levels in an item: chapters in their list, a source in an enclosure
_MOST_OF_A_KIND = 1_000  # in an item; no rule needs more to find what is wrong
_MOST_ALIVE = 300_000  # elements between two items: libxml2 takes 120 bytes for each

MOST_EPISODES = 100_000
"""Read before a feed is given up; the largest of real shows have some thousand."""
_EVENTS = ("start", "end", "start-ns")


class _Refused(Exception):  # noqa: N818 - it never leaves this file
    """The feed is made to hurt."""


def parse(path: Path, *, url: str = "", now: datetime | None = None) -> Feed:
    """Read a feed, as far as it can be read. Raises OSError for the file."""
    size = path.stat().st_size
    moment = now or datetime.now(UTC)
    if size > MOST_BYTES:
        large = too_large(size, MOST_BYTES)
        return Feed(moment, url=url, size_bytes=size, broken=large)
    with path.open("rb") as file:
        start = file.read(_START_BYTES)
        file.seek(0)
        reader = _Reader()
        broken = _read(reader, file, path)
    return Feed(
        now=moment,
        url=url,
        size_bytes=size,
        declared=_DECLARED.search(start.replace(b"\0", b"")) is not None,
        encoding=reader.encoding,
        doctype=reader.doctype,
        root=reader.root,
        version=reader.version,
        namespaces=tuple(reader.namespaces),
        strange=tuple(reader.strange),
        channel=reader.channel,
        episodes=tuple(reader.episodes),
        broken=broken,
    )


def _read(reader: "_Reader", file: BinaryIO, path: Path) -> Broken | None:
    from lxml import etree  # noqa: PLC0415 - 60 ms that an MP3 never needs

    events = etree.iterparse(
        file,
        events=_EVENTS,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, found in events:
            reader.take(event, found)
        reader.look_around(events.root)
    except _Refused as refused:
        return Broken(*refused.args)
    except etree.XMLSyntaxError as error:
        last = events.error_log[-1] if len(events.error_log) else None
        kind = last.type_name if last is not None else ""
        line = last.line if last is not None else error.position[0]
        return why_broken(kind, error.msg or "", line, path)
    return None


class _Reader:
    """Takes a feed in, element by element, and lets go of each item behind it."""

    def __init__(self) -> None:
        self.root = self.version = self.encoding = self.doctype = ""
        self.namespaces: dict[tuple[str, str], None] = {}
        self.channel = Tags()
        self.episodes: list[Episode] = []
        self.strange: list[Tag] = []
        self._alive = 0  # elements that the tree holds
        self._names: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}

    def take(self, event: str, found: object) -> None:
        """Take one event of the parser."""
        if event == "start-ns":
            prefix, url = cast("tuple[str, str]", found)
            if len(self.namespaces) < _MOST_OF_A_KIND:
                self.namespaces[prefix, url] = None
            self._prefixes.setdefault(url, meant(prefix, url))
            return
        node = cast("Node", found)
        if event == "start":
            self._alive += 1
            if self._alive > _MOST_ALIVE or len(self.episodes) > MOST_EPISODES:
                raise _Refused(
                    "feed-too-large", "The feed holds more than any app takes."
                )
            if not self.root:
                self._begin(node)
        elif self._is(node, "item", "channel"):
            self._item(node)
        elif self._is(node, "channel", "rss"):
            self.channel = self._tags(node)

    def look_around(self, root: "Node") -> None:
        """Note what is known of the whole file when it is read."""
        about = root.getroottree().docinfo
        self.encoding, self.doctype = about.encoding or "UTF-8", about.doctype

    def _begin(self, root: "Node") -> None:
        self.root = self._name(root) or root.tag
        self.version = root.get("version", "")
        declared = root.getroottree().docinfo.internalDTD
        # What an entity stands for may be a million times its size, or a file of this
        # machine: no feed for people needs one.
        if declared is not None and any(True for _ in declared.iterentities()):
            raise _Refused("xml-entities", "The feed declares entities of its own.")

    def _is(self, node: "Node", name: str, inside: str) -> bool:
        above = node.getparent()
        return node.tag == name and above is not None and above.tag == inside

    def _item(self, node: "Node") -> None:
        tags = self._tags(node)
        date = date_of(tags.text("pubDate")) if tags.text("pubDate") else None
        seconds = seconds_of(tags.text("itunes:duration"))
        self.episodes.append(Episode(len(self.episodes) + 1, tags, date, seconds))
        # Only its inside: the parser still holds the item itself and what is above it.
        node.clear(keep_tail=True)
        self._alive = 0

    def _tags(self, node: "Node") -> Tags:
        named: dict[str, list[Tag]] = {}
        for tag in self._within(node, 1):
            alike = named.setdefault(tag.name, [])
            if len(alike) < _MOST_OF_A_KIND:
                alike.append(tag)
        kept = {name: tuple(alike) for name, alike in named.items()}
        return Tags(kept, node.sourceline or 0)

    def _within(self, node: "Node", depth: int) -> Iterator[Tag]:
        for child in node:
            name = self._name(child)
            if not name or name == "item":
                continue
            # Most have nothing in them but text: a quarter of the time saved.
            whole = "".join(child.itertext()) if len(child) else child.text or ""
            tag = Tag(
                name,
                whole[: _KEPT_OF_NOTES if name in _NOTES else _KEPT],
                len(whole) if whole.isascii() else len(whole.encode()),
                {key: text for key, text in child.items() if key[:1] != "{"},
                tuple(self._within(child, depth + 1))
                if len(child) and depth < _DEEPEST
                else (),
                child.sourceline or 0,
            )
            misspelt = name not in KNOWN and name.lower() in SPELT
            if misspelt and len(self.strange) < _MOST_OF_A_KIND:
                self.strange.append(tag)
            yield tag

    def _name(self, node: "Node") -> str:
        """Name an element with the prefix that everyone uses; "" if it isn't ours."""
        tag = node.tag
        if not isinstance(tag, str):
            return ""
        known = self._names.get(tag)
        if known is None:
            url, _, plain = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
            prefix = self._prefixes.get(url, "")
            known = plain if not url else f"{prefix}:{plain}" if prefix else ""
            self._names[tag] = known
        return known
