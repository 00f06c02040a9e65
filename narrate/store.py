"""A store: bytes on disk by their key, bounded, and safe to share.

A broken entry is a missing entry; a store that can't be written is no store, and the
work goes on without it.
"""

import contextlib
import os
import shutil
import struct
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from narrate.folders import KEPT, cache_home

_HEAD = struct.Struct("<4sI")  # mark, CRC-32 of what follows
_MARK = b"NAR2"
_STALE_S = 3600  # a half-written entry so old belongs to nobody who still runs
_TRIM_AFTER = (
    10  # a tenth of the limit: a book must not fill the disk before it is done
)


@dataclass(slots=True)
class Store:
    """A folder of entries that builds which run at one time may share."""

    folder: Path
    """One file for each entry, in 256 folders."""

    limit_bytes: int
    """The least recently used entries go first."""

    writable: bool = True
    """Set to False by the first write that fails; nothing is tried after."""

    added: int = 0
    """Bytes since the last trim."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept under a key, if it is there and whole."""
        path = self._path(key)
        try:
            whole = path.read_bytes()
            mark, crc = _HEAD.unpack_from(whole)
        except (OSError, struct.error):
            return None
        data = whole[_HEAD.size :]
        if mark != _MARK or crc != zlib.crc32(data):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # recently used
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key: written aside and moved into place."""
        if not self.writable:
            return
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_HEAD.pack(_MARK, zlib.crc32(data)) + data)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError:
            self.writable = False
            return
        self.added += len(data)
        if self.added > self.limit_bytes // _TRIM_AFTER:
            self.trim()

    def drop(self, key: str) -> None:
        """Forget what is kept under a key."""
        with contextlib.suppress(OSError):
            self._path(key).unlink()

    def trim(self) -> None:
        """Drop the least recently used entries until the rest fits."""
        self.added = 0
        files = sorted(self._files(), key=lambda file: file[1], reverse=True)
        total = 0
        old_s = time.time() - _STALE_S
        for path, used_s, size in files:
            total += size
            half_done = path.suffix == ".part" and used_s < old_s
            if total > self.limit_bytes or half_done:
                with contextlib.suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Drop every entry; give how many bytes that was. Raises OSError."""
        size = self.size()
        if self.folder.exists():
            shutil.rmtree(self.folder)
        return size

    def size(self) -> int:
        """Count the bytes."""
        return sum(size for _, _, size in self._files())

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _files(self) -> Iterator[tuple[Path, float, int]]:
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(OSError):  # gone since: another build trims too
                status = path.stat()
                yield path, status.st_mtime, status.st_size


def kept_stores() -> list[Store]:
    """Give every store of the cache, to be counted or cleared."""
    return [Store(cache_home() / name, 0) for name in KEPT]
