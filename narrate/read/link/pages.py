"""Pages kept by their link, so that one unchanged need not be sent again."""

import hashlib
import json
import struct
from dataclasses import asdict, dataclass
from pathlib import Path

from narrate.folders import PAGES
from narrate.store import Store

LIMIT_BYTES = 200_000_000
"""Some thousand pages."""

_SIZE = struct.Struct("<I")  # of the facts, which follow; then the page


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page besides its bytes."""

    url: str
    """Where it came from, after redirects."""

    media_type: str
    """In lower case, without parameters; or nothing."""

    charset: str
    """As the server named it; or nothing."""

    etag: str
    """The server's name for this very version; or nothing."""

    last_modified: str
    """When the server says it was written; or nothing."""

    taken_s: float
    """When it was fetched, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was sent, unpacked."""

    facts: Facts
    data: bytes

    may_keep: bool = True
    """Whether the server lets it be kept."""


class Pages:
    """The pages of all builds, in a store."""

    def __init__(self, cache: Path) -> None:
        self.store = Store(cache / PAGES, LIMIT_BYTES)

    def get(self, link: str) -> Page | None:
        """Give the page that a link led to before, if it is there and whole."""
        whole = self.store.get(_key(link))
        if whole is None:
            return None
        try:
            end = _SIZE.size + _SIZE.unpack_from(whole)[0]
            return Page(Facts(**json.loads(whole[_SIZE.size : end])), whole[end:])
        except (ValueError, TypeError, struct.error):  # an older narrate's
            return None

    def put(self, link: str, page: Page) -> None:
        """Keep a page; one that may not be kept takes the one before it along."""
        if not page.may_keep:
            self.store.drop(_key(link))
            return
        facts = json.dumps(asdict(page.facts)).encode()
        self.store.put(_key(link), _SIZE.pack(len(facts)) + facts + page.data)


def _key(link: str) -> str:
    # The command line may hand over bytes that are no text, as lone surrogates.
    return hashlib.sha256(link.encode("utf-8", "surrogatepass")).hexdigest()
