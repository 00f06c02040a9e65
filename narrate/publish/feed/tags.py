"""What a feed is made of: tags, before they are XML."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "podcast": "https://podcastindex.org/namespace/1.0",
        "psc": "http://podlove.org/simple-chapters",
    }
)
"""What each prefix stands for; apps compare these to the letter."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Tag(NamedTuple):  # cheaper to make than a dataclass: 300,000 in a large feed
    """One tag, with what is in it."""

    name: str
    """With its prefix, as in `itunes:image`."""

    text: str = ""
    """Any text; what XML can't hold is replaced as it is written."""

    attributes: Mapping[str, str] | None = None
    """By name; any text too."""

    inside: tuple["Tag", ...] = ()
    """Tags behind the text."""

    html: bool = False
    """The text is HTML, and goes in a CDATA section."""


Tags = Iterator[Tag]


def storable(text: str) -> str:
    """Replace what XML can't hold: control characters, halves of surrogates."""
    return _NO_XML.sub("\ufffd", text)


def one_line(text: str, longest: int) -> str:
    """Make one line of a text, cut at a word if it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 2]
    return (cut.rpartition(" ")[0] or cut) + " …"
