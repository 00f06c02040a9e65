"""The door: a show and its episodes in, a podcast feed out, one episode at a time."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from typing import IO, Any

from lxml import etree

from narrate.publish.feed.channel import Channel, channel_tags
from narrate.publish.feed.episodes import Entry
from narrate.publish.feed.item import item_tags
from narrate.publish.feed.tags import NAMESPACES, Tag, storable


def write_feed(file: IO[bytes], channel: Channel, episodes: Iterable[Entry]) -> None:
    """Write RSS 2.0 with the tags of Apple, Podcasting 2.0 and Simple Chapters.

    The newest episode comes first. However many there are, one is in memory.
    """
    coming = iter(episodes)
    first = next(coming, None)
    known = () if first is None else (first,)
    newest = first.published_at if first else None
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("rss", {"version": "2.0"}, nsmap=dict(NAMESPACES)):
            xml.write("\n")
            with xml.element("channel"):
                for tag in channel_tags(channel, newest):
                    _write(xml, tag)
                for entry in chain(known, coming):
                    with xml.element("item"):
                        for tag in item_tags(channel, entry):
                            _write(xml, tag)
                    xml.write("\n")


def _write(xml: Any, tag: Tag) -> None:  # noqa: ANN401 - lxml ships no types
    name, text, attributes, inside, html = tag
    try:
        element = xml.element(_name(name), attributes)
    except ValueError:  # rare: to look at every character before takes a tenth more
        safe = {name: storable(value) for name, value in (attributes or {}).items()}
        element = xml.element(_name(name), safe)
    with element:
        if text:
            _write_text(xml, text, etree.CDATA if html else str)
        for within in inside:
            _write(xml, within)
    xml.write("\n")


def _write_text(xml: Any, text: str, kind: Callable[[str], object]) -> None:  # noqa: ANN401 - lxml ships no types
    try:
        xml.write(kind(text))
    except ValueError:
        xml.write(kind(storable(text)))


@cache
def _name(name: str) -> str:
    """Name a tag as lxml does."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
