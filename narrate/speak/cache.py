"""Spoken clips on disk, by what they say and how: an edit costs only itself.

A broken entry is a missing entry; a cache that can't be written is no cache, and the
work goes on without it.
"""

import contextlib
import hashlib
import os
import shutil
import struct
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from narrate.folders import cache_home
from narrate.sound import Sound

LIMIT_BYTES = 1_000_000_000
"""About six hours of speech at 24 kHz; the least recently used goes first."""

_HEAD = struct.Struct("<4sII")  # mark, rate in Hz, CRC-32 of the samples
_MARK = b"NAR1"
_STALE_S = 3600  # a half-written clip so old belongs to no build that still runs


@dataclass(slots=True)
class ClipCache:
    """A folder of clips, shared safely by builds that run at one time."""

    folder: Path = field(default_factory=lambda: cache_home() / "clips")
    """One file for each clip, in 256 folders."""

    writable: bool = True
    """Set to False by the first write that fails; nothing is tried after."""

    added: int = 0
    """Bytes since the last trim: a book must not fill the disk before it is done."""

    def key(self, fingerprint: str, pitch: float, text: str) -> str:
        """Name a clip by everything that changes its sound."""
        whole = "\0".join((fingerprint, f"{pitch:.4f}", text))
        return hashlib.sha256(whole.encode()).hexdigest()

    def get(self, key: str) -> Sound | None:
        """Give a clip that was spoken before, if it is there and whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        samples = data[_HEAD.size :]
        if len(data) < _HEAD.size or len(samples) % 2:
            return None
        mark, rate_hz, crc = _HEAD.unpack_from(data)
        if mark != _MARK or crc != zlib.crc32(samples):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # recently used
        return Sound(samples, rate_hz)

    def put(self, key: str, sound: Sound) -> None:
        """Keep a clip: written aside and moved into place."""
        if not self.writable:
            return
        path = self._path(key)
        head = _HEAD.pack(_MARK, sound.rate_hz, zlib.crc32(sound.samples))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(head + sound.samples)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError:
            self.writable = False
            return
        self.added += len(sound.samples)
        if self.added > LIMIT_BYTES // 10:
            self.trim()

    def trim(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Drop the least recently used clips until the rest fits."""
        self.added = 0
        files = sorted(self._files(), key=lambda file: file[1], reverse=True)
        total = 0
        old_s = time.time() - _STALE_S
        for path, used_s, size in files:
            total += size
            half_done = path.suffix == ".part" and used_s < old_s
            if total > limit_bytes or half_done:
                with contextlib.suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Drop every clip; give how many bytes that was. Raises OSError."""
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
