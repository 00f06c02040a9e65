"""Pages on disk, by their link, so that one unchanged need not be sent again.

A broken entry is a missing entry; a cache that can't be written is no cache, and the
work goes on without it.
"""

import contextlib
import hashlib
import json
import os
import struct
import tempfile
import time
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

LIMIT_BYTES = 200_000_000
"""Some thousand pages; the least recently used goes first."""

_HEAD = struct.Struct("<4sII")  # mark, size of the facts, CRC-32 of all that follows
_MARK = b"NAP1"
_STALE_S = 3600  # a half-written page so old belongs to nobody who still runs


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


@dataclass(frozen=True, slots=True)
class Pages:
    """A folder of pages, one file each; builds that run at one time may share it."""

    folder: Path

    def get(self, link: str) -> Page | None:
        """Give the page that a link led to before, if it is there and whole."""
        path = self._path(link)
        try:
            whole = path.read_bytes()
            mark, size, crc = _HEAD.unpack_from(whole)
            body = memoryview(whole)[_HEAD.size :]
            if mark != _MARK or crc != zlib.crc32(body):
                return None
            page = Page(Facts(**json.loads(bytes(body[:size]))), bytes(body[size:]))
        except (OSError, ValueError, TypeError, struct.error):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # recently used
        return page

    def put(self, link: str, page: Page) -> None:
        """Keep a page, if it may be: written aside and moved into place."""
        if not page.may_keep:
            with contextlib.suppress(OSError):
                self._path(link).unlink()
            return
        facts = json.dumps(asdict(page.facts)).encode()
        body = facts + page.data
        head = _HEAD.pack(_MARK, len(facts), zlib.crc32(body))
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(head + body)
                Path(name).replace(self._path(link))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            self.trim()

    def trim(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Drop the least recently used pages until the rest fits."""
        files = []
        for path in self.folder.glob("*"):
            with contextlib.suppress(OSError):  # gone since: another build trims too
                status = path.stat()
                files.append((status.st_mtime, status.st_size, path))
        total = 0
        old_s = time.time() - _STALE_S
        for used_s, size, path in sorted(files, reverse=True):
            total += size
            half_done = path.suffix == ".part" and used_s < old_s
            if total > limit_bytes or half_done:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, link: str) -> Path:
        # The command line may hand over bytes that are no text, as lone surrogates.
        name = hashlib.sha256(link.encode("utf-8", "surrogatepass"))
        return self.folder / name.hexdigest()
