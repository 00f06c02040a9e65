"""Absolute links: where a file of ours will be found, and the feed's own name."""

import os
import uuid
from urllib.parse import quote

_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace that Podcasting 2.0 gives for podcast:guid."""

_LINK_SAFE = "%:/?#[]@!$&'()*+,;=~"


def link_to(base_url: str, path: str) -> str:
    """Give the link of a path below a base."""
    # fsencode: a name that is no UTF-8 is escaped byte by byte, as a server reads it
    return f"{base_url.rstrip('/')}/{quote(os.fsencode(path))}"


def is_web(link: str) -> bool:
    """Tell a link that anyone can open."""
    return link.lower().startswith(("http://", "https://"))


def escaped(link: str) -> str:
    """Escape what a link of others can't hold, and nothing twice."""
    return quote(link.strip(), _LINK_SAFE, errors="replace")


def feed_guid(feed_url: str) -> str:
    """Name a feed for ever, as podcast:guid asks: by its first link, without scheme."""
    address = feed_url.partition("://")[2].rstrip("/")
    return str(uuid.uuid5(_PODCASTS, address))
